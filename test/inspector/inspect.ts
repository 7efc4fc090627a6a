import { act, screen, within } from '@testing-library/react';
import { createElement } from 'react';

import { Inspector } from '#inspector/Inspector.tsx';
import type { Schedule, ScheduleNode, Step } from '#schedule/schema.ts';

import { renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';

/** The inspector on the screen, with what a test reads and does there. */
export interface Inspected extends Rendered {
  readonly document: () => Schedule;
  readonly node: (id: string) => ScheduleNode | undefined;
  readonly steps: (name: string) => readonly Step[];
  /** The labels of the history, oldest first. */
  readonly labels: () => readonly string[];
  /** Types into a field in the place of what it has. */
  readonly fill: (field: HTMLElement, text: string) => Promise<void>;
  /** Opens a menu by its button and chooses an item. */
  readonly pick: (button: HTMLElement, item: RegExp | string) => Promise<void>;
  readonly select: (id: string) => void;
}

/** Shows the inspector of a document with a node selected; none: the document itself. */
export async function inspect(document: Schedule, id: string | null): Promise<Inspected> {
  const rendered = await renderWithStudio(createElement(Inspector), document, { now: () => 0 });
  const { studio, user } = rendered;
  const select = (other: string): void => {
    act(() => {
      studio.select({ nodes: [other], edges: [] });
    });
  };
  if (id !== null) select(id);
  const now = (): Schedule => studio.history.getState().schedule;
  return {
    ...rendered,
    select,
    document: now,
    node: (other) => now().nodes.find((node) => node.id === other),
    steps: (name) => now().functions[name]?.steps ?? [],
    labels: () => studio.history.getState().past.map((entry) => entry.label),
    async fill(target, text) {
      await user.clear(target);
      // Brackets and braces are keys to user-event unless they are doubled.
      if (text !== '') await user.type(target, text.replaceAll(/[[{]/g, '$&$&'));
    },
    async pick(target, item) {
      await user.click(target);
      await user.click(screen.getByRole('menuitem', { name: item }));
    },
  };
}

/** The control with this label. */
export const field = (name: string): HTMLElement => screen.getByLabelText(name);
/** The button of this name. */
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
/** What is inside of a group. */
export const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
/** What the choices of a select say, anywhere or inside of something. */
export const choices = (
  name: string,
  inside: Pick<typeof screen, 'getByLabelText'> = screen,
): readonly (string | null)[] =>
  within(inside.getByLabelText(name))
    .getAllByRole('option')
    .map((option) => option.textContent);
