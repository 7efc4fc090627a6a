import { assertNever } from '#base/assertNever.ts';

import { chainOf, ownFunction } from './language.ts';
import type { ChainLink, Schedule, ScheduleFunction, ScheduleNode } from './schema.ts';

/** The side of a chain link that a function stands on. */
export type LinkSide = 'callback' | 'errback' | 'both';

/**
 * A place of a node from which a function is called: the node's own call (a Deferred's canceller),
 * or one side of a link of its chain.
 */
export type Place =
  | { readonly at: 'own' }
  | { readonly at: 'link'; readonly link: number; readonly side: LinkSide };

/** The own call of any node. */
export const OWN_PLACE: Place = { at: 'own' };

/** The sides of a link that have a function, with its name, in the order in which they are drawn. */
export function linkSides(link: ChainLink): readonly (readonly [LinkSide, string])[] {
  const sides: [LinkSide, string][] = [];
  if (link.callback !== undefined) sides.push(['callback', link.callback]);
  if (link.errback !== undefined) sides.push(['errback', link.errback]);
  if (link.both !== undefined) sides.push(['both', link.both]);
  return sides;
}

/** All places of a node that call a function, with the function's name: own call first, then the chain. */
export function placesOf(node: ScheduleNode): readonly { place: Place; function: string }[] {
  const places: { place: Place; function: string }[] = [];
  const own = ownFunction(node);
  if (own !== null) places.push({ place: OWN_PLACE, function: own });
  chainOf(node).forEach((link, index) => {
    for (const [side, name] of linkSides(link)) {
      places.push({ place: { at: 'link', link: index, side }, function: name });
    }
  });
  return places;
}

/** A place in a word that is unique within its node: `own`, `0:callback`. */
export function placeKey(place: Place): string {
  switch (place.at) {
    case 'own':
      return 'own';
    case 'link':
      return `${place.link}:${place.side}`;
    default:
      return assertNever(place);
  }
}

/** The function of this name, or null: names come from users, so nothing is found by inheritance. */
export function functionNamed(schedule: Schedule, name: string): ScheduleFunction | null {
  return Object.hasOwn(schedule.functions, name) ? (schedule.functions[name] ?? null) : null;
}

/** The node with this id, or null. */
export function nodeWithId(schedule: Schedule, id: string): ScheduleNode | null {
  return schedule.nodes.find((node) => node.id === id) ?? null;
}

/** The nodes that call this function, with the places where they do. */
export function usersOf(
  schedule: Schedule,
  name: string,
): readonly { node: ScheduleNode; place: Place }[] {
  return schedule.nodes.flatMap((node) =>
    placesOf(node)
      .filter((entry) => entry.function === name)
      .map((entry) => ({ node, place: entry.place })),
  );
}

/** All names that are taken: ids and functions share one space, the attributes of the exported class. */
export function takenNames(schedule: Schedule): Set<string> {
  return new Set([...schedule.nodes.map((node) => node.id), ...Object.keys(schedule.functions)]);
}
