import type { Locator } from '@playwright/test';

import type { NodeKind } from '#schedule/schema.ts';

/** One way of using the studio: by the mouse, or by the keyboard alone. Texts are typed in both. */
export interface Hands {
  /** Presses a button. */
  press(button: Locator): Promise<void>;
  /** Puts a text into a field in the place of what is there, and leaves it. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses one of a list by its value. */
  choose(list: Locator, value: string): Promise<void>;
  /** Ticks a box, or takes its tick away. */
  tick(box: Locator): Promise<void>;
  /** Marks one of some radio buttons, of which none is marked. */
  mark(radios: Locator, index: number): Promise<void>;
  /** Opens the menu of a button and chooses a line of it. */
  pick(button: Locator, line: string): Promise<void>;
  /** Adds a node at a free place of the graph, in a service's frame where one is given. */
  add(kind: NodeKind, service: string | null): Promise<void>;
  /** Lays the graph out anew and shows all of it. */
  arrange(): Promise<void>;
  /** Selects a node. */
  select(id: string): Promise<void>;
  /** Draws an arrow from a node's function to another node, which means this. */
  connect(source: string, target: string, meaning: string): Promise<void>;
}
