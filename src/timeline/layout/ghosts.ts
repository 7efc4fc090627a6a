import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';

import type { GhostRun } from './lane.ts';

/** The time of the last grid point that was missed in a run of them. */
export function lastGhost({ first, interval, count }: GhostRun): Seconds {
  return first + (count - 1) * interval;
}

/** The missed grid point that is nearest to a time. */
export function nearestGhost(run: GhostRun, time: Seconds): Seconds {
  const index = Math.round((time - run.first) / run.interval);
  return run.first + Math.min(Math.max(0, index), run.count - 1) * run.interval;
}

/** The indexes `[first, last)` of the runs that touch a stretch of time. */
export function ghostsBetween(
  runs: readonly GhostRun[],
  from: Seconds,
  to: Seconds,
): { readonly first: number; readonly last: number } {
  const first = partitionPoint(0, runs.length, (index) => {
    const run = runs[index];
    return run !== undefined && lastGhost(run) >= from;
  });
  const last = partitionPoint(first, runs.length, (index) => (runs[index]?.first ?? 0) > to);
  return { first, last };
}
