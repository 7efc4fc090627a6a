import { chainOf, givesDeferred, ownFunction } from '#schedule/language.ts';
import { linkSides, OWN_PLACE, placeKey } from '#schedule/places.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { OWN_PORT, railPort, RAILS } from '#graph/layout/cardLayout.ts';

import type { ArrowStart } from './connectEdits.ts';

/** A place where an arrow can begin, in words. */
export interface ArrowStartChoice {
  /** A handle's id where it has a handle, else the place's key. */
  readonly key: string;
  readonly text: string;
  readonly start: ArrowStart;
}

/** All places of a node where an arrow can begin. */
export function arrowStarts(node: ScheduleNode): readonly ArrowStartChoice[] {
  const { id } = node;
  const choices: ArrowStartChoice[] = [];
  const own = ownFunction(node);
  const called = node.kind === 'deferred' ? 'its canceller' : 'its function';
  choices.push({
    key: OWN_PORT,
    text: own === null ? `${called} (a new one)` : `${called} ${own}`,
    start: { from: 'function', node: id, place: OWN_PLACE },
  });
  chainOf(node).forEach((link, index) => {
    for (const [side, name] of linkSides(link)) {
      const place = { at: 'link', link: index, side } as const;
      const text = side === 'both' ? `${name}, on both rails` : `${side} ${name}`;
      choices.push({ key: placeKey(place), text, start: { from: 'function', node: id, place } });
    }
  });
  if (!givesDeferred(node.kind)) return choices;
  for (const rail of RAILS) {
    const text = rail === 'callback' ? 'the end, after a result' : 'the end, after a failure';
    choices.push({ key: railPort(rail), text, start: { from: 'rail', node: id, rail } });
  }
  // A Deferred that somebody fires hardly ever does something by being cancelled.
  return node.kind === 'deferred' ? [...choices.slice(1), ...choices.slice(0, 1)] : choices;
}

/** Where an arrow begins that is dragged out of a handle; null where it is not one of the node's. */
export function arrowStartAt(node: ScheduleNode, port: string): ArrowStart | null {
  return arrowStarts(node).find(({ key }) => key === port)?.start ?? null;
}
