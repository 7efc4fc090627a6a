import type { CssPixels } from '#base/units.ts';
import { chainOf, givesDeferred, ownFunction, ownFunctionField } from '#schedule/language.ts';
import { OWN_PLACE, placeKey } from '#schedule/places.ts';
import type { ScheduleFunction, ScheduleNode } from '#schedule/schema.ts';

import { ownLines } from './cardLines.ts';
import {
  chainLayout,
  type AddLinePorts,
  type ChainLayout,
  type FunctionLayout,
} from './chainLayout.ts';
import { fieldLayout, type FieldLayout } from './fieldLayout.ts';
import { BLOCK_PADDING, CARD_WIDTH, HEADER, LABEL, METRICS } from './metrics.ts';
import { OWN_PORT, rightHandle, rightPort, stepKey, TARGET, type Port } from './ports.ts';

/*
 * Where everything on a card stands, in the graph's own pixels from the card's corner. It is
 * computed, not measured: cards that are out of sight have edges too, and what happens at the
 * playhead never moves anything.
 *
 *   ┌─────────────────────────────┐
 *   ▸ ◷ fetch             paused  │  header
 *   │   deferLater · 2 s          │
 *   ├─────────────────────────────┤
 *   │ waits for                   ●  field: its handle, then a port a member
 *   │   login                     •
 *   ├─────────────────────────────┤
 *   │ ƒ download                  ●  own function: its handle, then a port a step
 *   │   start save, wait for it   •
 *   ├─────────────────────────────┤
 *   │   │callback     │errback    │  heads, gap 0
 *   │ ┌─────────┐  ┌──────────┐   │  link 0
 *   │ │ parse   │  │ report   │   •
 *   │ └─────────┘  └──────────┘   │
 *   │   │             │           │  gap 1: where the value stands behind link 0
 *   └───●─────────────◆───────────┘  ends of the rails
 */

/** A node's own function. */
export interface OwnLayout extends FunctionLayout {
  readonly top: CssPixels;
  readonly height: CssPixels;
}

/** Where everything on a card stands. */
export interface CardLayout {
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly header: CssPixels;
  readonly field: FieldLayout | null;
  readonly own: OwnLayout | null;
  readonly chain: ChainLayout | null;
  readonly ports: readonly Port[];
  /** The port of every step that names a node, by {@link stepKey}. */
  readonly portOfStep: ReadonlyMap<string, string>;
}

/** Lays a card out. `functionOf` gives the functions that the node calls, by name. */
export function cardLayout(
  node: ScheduleNode,
  functionOf: (name: string) => ScheduleFunction | null,
): CardLayout {
  const ports: Port[] = [];
  const portOfStep = new Map<string, string>();
  const addPort = (port: Port): void => void ports.push(port);
  const addLinePorts: AddLinePorts = (place, lines, look, yOfLine) => {
    lines.forEach(({ key, arrows }, index) => {
      if (arrows.length === 0) return;
      const id = `${placeKey(place)}:${key}`;
      for (const step of arrows) portOfStep.set(stepKey(place, step), id);
      addPort(rightPort(id, look, yOfLine(index)));
    });
  };
  const stepsOf = (name: string): ScheduleFunction['steps'] => functionOf(name)?.steps ?? [];

  // What the world does is done by nobody in the program: no arrow ends there.
  if (node.kind !== 'outsideEvent') addPort(TARGET);
  const header = headerHeight(node);
  let top = header;

  const field = fieldLayout(node, top, addPort);
  top += field?.height ?? 0;

  const layOutOwn = (): OwnLayout | null => {
    const name = ownFunction(node);
    const takesNone = ownFunctionField(node.kind) === null;
    if (takesNone || (name === null && node.kind === 'deferred')) return null;
    const lines = name === null ? [] : ownLines(stepsOf(name));
    const firstLine = top + BLOCK_PADDING + METRICS.name;
    addPort(rightHandle(OWN_PORT, 'own', firstLine - METRICS.name / 2));
    addLinePorts(OWN_PLACE, lines, 'own', (line) => firstLine + (line + 0.5) * METRICS.line);
    const height = 2 * BLOCK_PADDING + METRICS.name + lines.length * METRICS.line;
    return { name, lines, top, height };
  };
  const own = layOutOwn();
  top += own?.height ?? 0;

  const chain = givesDeferred(node.kind)
    ? chainLayout(chainOf(node), top, stepsOf, addLinePorts, addPort)
    : null;
  top += chain?.height ?? 0;

  return { width: CARD_WIDTH, height: top, header, field, own, chain, ports, portOfStep };
}

/** The height of the header of a card, or of a frame. */
export function headerHeight({ label }: ScheduleNode): CssPixels {
  return HEADER + (label === undefined ? 0 : LABEL);
}
