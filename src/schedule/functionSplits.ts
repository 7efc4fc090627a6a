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
    label: `give ${id} its own ${name}`,
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
 * It can where only this place calls the function, where its result goes to the chain, and where no
 * step before leaves the function and hands over a result, or would have to.
 */
export function extractableSteps(schedule: Schedule, id: string, place: Place): readonly number[] {
  const node = nodeWithId(schedule, id);
  if (node === null || !leadsToChain(node, place)) return [];
  const key = placeKey(place);
  const name = placesOf(node).find((entry) => placeKey(entry.place) === key)?.function;
  if (name === undefined || usersOf(schedule, name).length > 1) return [];
  const steps = functionNamed(schedule, name)?.steps ?? [];
  return steps.flatMap((_, from) => (from > 0 && canExtract(steps, from) ? [from] : []));
}

/** Makes a callback of its own of the steps of a function from one on: see {@link extractableSteps}. */
export function extractSteps(id: string, place: Place, from: number): ScheduleEdit {
  return {
    label: `extract steps of ${id}`,
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

/** Whether what a function returns is what the next link of the node's chain gets, at once. */
function leadsToChain({ kind }: ScheduleNode, { at }: Place): boolean {
  return at === 'link' || kind === 'deferLater' || kind === 'coroutine';
}

function canExtract(steps: readonly Step[], from: number): boolean {
  const leaves = steps.slice(0, from).some((step) => step.do !== 'raise' && endsFunction(step.do));
  // Only a coroutine can await, and how often a function was called only itself can tell.
  const stays = steps.slice(from).some((step) => step.do === 'await' || countsCalls(step));
  return !leaves && !stays;
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
