import type { Now, Studio } from '#store/studio.ts';
import { useNow, useStudio } from '#store/useStudio.ts';

import { recentActs } from './actingEdges.ts';

/** While playing, an arrow stays lit for this long of the user's time, in seconds. */
const AFTERGLOW = 0.4;

const actsAt = new WeakMap<Now, ReadonlySet<string>>();

/** Whether one of these acts has just happened at the playhead. */
export function useActing(actKeys: readonly string[]): boolean {
  const studio = useStudio();
  return useNow((now) => {
    const acts = actsOf(studio, now);
    return actKeys.some((key) => acts.has(key));
  });
}

/** All arrows ask the same of the same instant: it is read once. */
function actsOf({ run, view }: Studio, now: Now): ReadonlySet<string> {
  let acts = actsAt.get(now);
  if (acts === undefined) {
    const { playing, speed } = view.getState();
    const since = playing ? now.time - AFTERGLOW * speed : now.time;
    acts = recentActs(run.getState().trace, now.count, since);
    actsAt.set(now, acts);
  }
  return acts;
}
