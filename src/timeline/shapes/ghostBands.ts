import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels } from '#base/units.ts';
import { ghostsBetween, lastGhost } from '#timeline/layout/ghosts.ts';
import type { GhostRun } from '#timeline/layout/lane.ts';
import { rangeOf, timeAt, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import { OUTSIDE, type Frame } from './frame.ts';
import type { Parted } from './markRuns.ts';

/** A missed grid point, or those of the runs `[first, last)` so close together that they are a band. */
export interface GhostBand {
  readonly from: CssPixels;
  /** Equal to `from` for a point. */
  readonly to: CssPixels;
  readonly first: number;
  readonly last: number;
}

/** Missed grid points that are no further apart than this are a band. */
const APART: CssPixels = 7;

/** The missed grid points in view. */
export function ghostBands(
  ghosts: readonly GhostRun[],
  { scale, count }: Frame,
): Parted<GhostBand> {
  const range = rangeOf(scale);
  const { first, last } = ghostsBetween(ghosts, range.start, range.end);
  const now = partitionPoint(first, last, (index) => (ghosts[index]?.event ?? 0) >= count);
  return { happened: bands(ghosts, scale, first, now), coming: bands(ghosts, scale, now, last) };
}

function bands(
  ghosts: readonly GhostRun[],
  scale: TimeScale,
  first: number,
  last: number,
): GhostBand[] {
  const found: GhostBand[] = [];
  const add = (from: CssPixels, to: CssPixels, index: number): void => {
    const band = found.at(-1);
    if (band === undefined || from - band.to > APART) {
      found.push({ from, to, first: index, last: index + 1 });
    } else found[found.length - 1] = { ...band, to: Math.max(band.to, to), last: index + 1 };
  };
  for (let index = first; index < last; index += 1) {
    addRun(ghosts[index] as GhostRun, index, scale, add);
    for (;;) {
      // Runs that end within the reach of the band are part of it: they are jumped over.
      const reached = timeAt(scale, (found.at(-1)?.to ?? -Infinity) + APART);
      const next = partitionPoint(
        index + 1,
        last,
        (at) => lastGhost(ghosts[at] as GhostRun) > reached,
      );
      if (next === index + 1) break;
      index = next - 1;
      const to = xOf(scale, lastGhost(ghosts[index] as GhostRun));
      add(to, to, index);
    }
  }
  return found;
}

function addRun(
  { first, interval, count }: GhostRun,
  index: number,
  scale: TimeScale,
  add: (from: CssPixels, to: CssPixels, index: number) => void,
): void {
  const from = timeAt(scale, -OUTSIDE);
  const to = timeAt(scale, scale.width + OUTSIDE);
  const begin = Math.max(0, Math.ceil((from - first) / interval));
  const until = Math.min(count - 1, Math.floor((to - first) / interval));
  if (begin > until) return;
  const x = (point: number): CssPixels => xOf(scale, first + point * interval);
  if (interval <= APART * scale.secondsPerPixel) {
    add(x(begin), x(until), index);
    return;
  }
  for (let point = begin; point <= until; point += 1) add(x(point), x(point), index);
}
