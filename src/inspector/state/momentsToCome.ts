import type { Seconds } from '#base/units.ts';
import type { RunState } from '#trace/runState.ts';

/** When the calls of an outside event are due that have not run yet, earliest first. */
export function momentsToCome(state: RunState, node: number): readonly Seconds[] {
  return state
    .instancesOf(node)
    .flatMap(({ due }) => (due === null ? [] : [due]))
    .sort((a, b) => a - b);
}
