import type { InstanceState } from './instanceState.ts';
import type { RunState } from './runState.ts';

/**
 * The instance of a node that is worth a look: the newest, but of an outside event, which has one
 * for each of its moments, the one that is at work or whose moment comes next. Null before any start.
 */
export function shownInstance(state: RunState, node: number, kind: string): InstanceState | null {
  const newest = state.newest(node);
  if (kind !== 'outsideEvent' || newest === null) return newest;
  let next: InstanceState | null = null;
  for (const instance of state.instancesOf(node)) {
    if (instance.inside.length > 0) return instance;
    const isSooner = next === null || (instance.due ?? Infinity) < (next.due ?? Infinity);
    if (instance.due !== null && isSooner) next = instance;
  }
  return next ?? newest;
}
