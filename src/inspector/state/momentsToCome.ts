import type { Seconds } from '#base/units.ts';
import type { RunState } from '#trace/runState.ts';

/** When the calls of an outside event are due that have not run yet, earliest first. */
export function momentsToCome(state: RunState, node: number): readonly Seconds[] {
  const moments: Seconds[] = [];
  for (const instance of state.instances.values()) {
    if (instance.node === node && instance.due !== null) moments.push(instance.due);
  }
  return moments.sort((a, b) => a - b);
}
