import type { Seconds } from '#base/units.ts';

import type { GhostSeries } from './ghostSeries.ts';
import type { GhostRun } from './lane.ts';

/** The time of the last grid point that was missed in a run of them. */
export function lastGhost({ first, interval, count }: GhostRun): Seconds {
  return first + (count - 1) * interval;
}

/** A grid point that was missed, and the run that it is of. */
export interface Ghost {
  readonly run: GhostRun;
  readonly point: Seconds;
}

/** The missed grid point in a stretch of time that is nearest to a time in it; null: there is none. */
export function nearestGhost(
  ghosts: GhostSeries,
  time: Seconds,
  from: Seconds,
  to: Seconds,
): Ghost | null {
  let best: Ghost | null = null;
  let closest = Infinity;
  ghosts.eachBetween(from, to, (run) => {
    const index = Math.round((time - run.first) / run.interval);
    const point = run.first + Math.min(Math.max(0, index), run.count - 1) * run.interval;
    const distance = Math.abs(point - time);
    if (distance >= closest || point < from || point > to) return;
    closest = distance;
    best = { run, point };
  });
  return best;
}

/** How many grid points were missed in a stretch of time, both ends included. */
export function ghostsWithin(ghosts: GhostSeries, start: Seconds, end: Seconds): number {
  let count = 0;
  ghosts.eachBetween(start, end, (run) => {
    count += ghostsUpTo(run, end, true) - ghostsUpTo(run, start, false);
  });
  return count;
}

/** How many grid points of a run lie before a time; `andAt`: or at it. */
function ghostsUpTo({ first, interval, count }: GhostRun, time: Seconds, andAt: boolean): number {
  const isUpTo = (index: number): boolean => {
    const at = first + index * interval;
    return andAt ? at <= time : at < time;
  };
  let index = Math.min(Math.max(0, Math.round((time - first) / interval)), count);
  // The division may be off by one where a grid point is at the very time.
  while (index < count && isUpTo(index)) index += 1;
  while (index > 0 && !isUpTo(index - 1)) index -= 1;
  return index;
}
