import { t } from '#words/words.ts';

import { chainOf, endsFunction } from './language.ts';
import { removeUnused } from './nodeEdits.ts';
import { functionNamed, nodeWithId, placeKey, placesOf, usersOf, type Place } from './places.ts';
import {
  newFunction,
  requireChain,
  requireFunction,
  requireNode,
  type ScheduleEdit,
} from './scheduleEdit.ts';
import type { Schedule, ScheduleNode, Step } from './schema.ts';

/** Gives a node a copy of a function that others call too, at all places where it calls it. */
export function copyForNode(id: string, name: string): ScheduleEdit {
  return {
    label: t('give {{id}} its own {{name}}', { id, name }),
    apply(draft) {
      const node = requireNode(draft, id);
      const { steps } = requireFunction(draft, name);
      const copy = newFunction(draft, `${name}_of_${id}`);
      // Not the same objects: a change of one function would be one of the other.
      requireFunction(draft, copy).steps.push(...(JSON.parse(JSON.stringify(steps)) as Step[]));
      for (const { place, function: called } of placesOf(node)) {
        if (called === name) setFunctionAt(node, place, copy);
      }
      removeUnused(draft, [name]);
    },
  };
}

/**
 * The steps of the function at a place from which on the rest can become a callback of its own, right
 * behind it in the chain, and the node does the same: that callback runs at the same instant, with what
 * is left of the function as its input.
 *
 * It can where only this place calls the function, where its result alone goes to the next link, and
 * where no step before may hand over a result.
 */
export function extractableSteps(schedule: Schedule, id: string, place: Place): readonly number[] {
  const node = nodeWithId(schedule, id);
  if (node === null || !leadsToChain(node, place)) return [];
  const key = placeKey(place);
  const name = placesOf(node).find((entry) => placeKey(entry.place) === key)?.function;
  if (name === undefined || usersOf(schedule, name).length > 1) return [];
  const steps = functionNamed(schedule, name)?.steps ?? [];
  // A failure that is handed on as it is would pass the callback by.
  const mayFail = place.at === 'link' && place.side === 'both';
  return steps.flatMap((_, from) => {
    const can = from > 0 && canExtract(steps, from);
    return can && !(mayFail && steps.slice(from).some(readsInput)) ? [from] : [];
  });
}

/** Makes a callback of its own of the steps of a function from one on: see {@link extractableSteps}. */
export function extractSteps(id: string, place: Place, from: number): ScheduleEdit {
  return {
    label: t('extract steps of {{id}}', { id }),
    apply(draft) {
      const node = requireNode(draft, id);
      const key = placeKey(place);
      const found = placesOf(node).find((entry) => placeKey(entry.place) === key);
      if (found === undefined) throw new Error(`${id} calls no function at ${key}.`);
      const { steps } = requireFunction(draft, found.function);
      const rest = steps.splice(from);
      if (rest.some(readsInput)) steps.push({ do: 'return', input: true });
      const name = newFunction(draft, `${found.function}_then`);
      requireFunction(draft, name).steps.push(...rest);
      const at = place.at === 'own' ? 0 : place.link + 1;
      requireChain(draft, id).splice(at, 0, { callback: name });
    },
  };
}

function setFunctionAt(node: ScheduleNode, place: Place, name: string): void {
  if (place.at === 'link') {
    const link = chainOf(node)[place.link];
    if (link !== undefined) Reflect.set(link, place.side, name);
  } else Reflect.set(node, node.kind === 'deferred' ? 'canceller' : 'call', name);
}

/**
 * Whether the next callback of the node's chain gets what a function returns, at once, and nothing
 * else: behind an errback it would also get the results that pass that by.
 */
function leadsToChain(node: ScheduleNode, place: Place): boolean {
  if (place.at === 'own') return node.kind === 'deferLater' || node.kind === 'coroutine';
  return place.side !== 'errback' && chainOf(node)[place.link]?.errback === undefined;
}

function canExtract(steps: readonly Step[], from: number): boolean {
  const leaves = steps.slice(0, from).some((step) => step.do !== 'raise' && endsFunction(step.do));
  // Only a coroutine can await; how often it was called, and what it draws, is a function's own.
  const stays = steps
    .slice(from)
    .some((step) => step.do === 'await' || countsCalls(step) || isRandom(step));
  return !leaves && !stays;
}

function isRandom(step: Step): boolean {
  const isDrawn = step.do === 'block' && typeof step.for !== 'number';
  return isDrawn || step.when?.chance !== undefined;
}

function countsCalls(step: Step): boolean {
  const { when } = step;
  const counts = [when?.call, when?.fromCall, when?.untilCall, when?.everyCall];
  return counts.some((count) => count !== undefined) || /\{call\}/.test(JSON.stringify(step));
}

function readsInput(step: Step): boolean {
  const isAsked = step.when?.input !== undefined || step.when?.error !== undefined;
  return (
    isAsked || ('input' in step && step.input === true) || /\{input\}/.test(JSON.stringify(step))
  );
}
