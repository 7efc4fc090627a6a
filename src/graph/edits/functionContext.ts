import { placeKey, placesOf, usersOf, type Place } from '#schedule/places.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';

/** Who runs a function, which decides what its steps may be. */
export interface FunctionContext {
  readonly runs: 'onReactor' | 'asCoroutine' | 'inThread';
  /** The node that calls it so. */
  readonly caller: string;
}

/**
 * Who runs the function at a place of a node: it may be shared, and a thread or a coroutine anywhere
 * decides for all. A place without a function yet is run by its own node.
 */
export function functionContext(
  schedule: Schedule,
  node: ScheduleNode,
  place: Place,
): FunctionContext {
  const key = placeKey(place);
  const name = placesOf(node).find((entry) => placeKey(entry.place) === key)?.function;
  const callers = name === undefined ? [{ node, place }] : usersOf(schedule, name);
  const own = callers.filter((caller) => caller.place.at === 'own').map((caller) => caller.node);
  const thread = own.find(({ kind }) => kind === 'deferToThread');
  if (thread !== undefined) return { runs: 'inThread', caller: thread.id };
  const coroutine = own.find(({ kind }) => kind === 'coroutine');
  if (coroutine !== undefined) return { runs: 'asCoroutine', caller: coroutine.id };
  return { runs: 'onReactor', caller: node.id };
}

/** Whether somebody waits for a Deferred that the function at this place returns. */
export function resultMatters(node: ScheduleNode, place: Place): boolean {
  return place.at === 'link' || WAITING_KINDS.has(node.kind);
}

/** The kinds that wait for a Deferred which their own function returns. */
const WAITING_KINDS: ReadonlySet<ScheduleNode['kind']> = new Set([
  'loopingCall',
  'deferLater',
  'cooperate',
  'guarded',
]);
