import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels, Seconds } from '#base/units.ts';
import type { GhostSeries } from '#timeline/layout/ghostSeries.ts';
import type { GhostRun } from '#timeline/layout/lane.ts';
import { timeAt, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import { OUTSIDE, type Frame } from './frame.ts';
import type { Parted } from './markRuns.ts';

/** A missed grid point, or some so close together that they are a band. */
export interface GhostBand {
  readonly from: CssPixels;
  /** Equal to `from` for a point. */
  readonly to: CssPixels;
}

/** Missed grid points that are no further apart than this are a band. */
const APART: CssPixels = 7;

/** The missed grid points in view. */
export function ghostBands(ghosts: GhostSeries, { scale, count }: Frame): Parted<GhostBand> {
  const first = ghosts.firstFrom(timeAt(scale, -OUTSIDE));
  const { length } = ghosts.runs;
  const now = partitionPoint(first, length, (index) => (ghosts.runs[index]?.event ?? 0) >= count);
  return { happened: bands(ghosts, scale, first, now), coming: bands(ghosts, scale, now, length) };
}

/**
 * Runs that end on one pixel are one box where all of their points are close together; so the work
 * grows with the pixels and, where points are far apart, with how many of them are seen.
 */
function bands(
  ghosts: GhostSeries,
  scale: TimeScale,
  first: number,
  last: number,
): readonly GhostBand[] {
  const end = timeAt(scale, scale.width + OUTSIDE);
  let index = ghosts.nextUntil(end, first);
  if (index >= last) return [];
  const columns = new Columns(scale.width);
  while (index < last) {
    const until = ghosts.untilOf(index);
    const pixel = Math.floor(xOf(scale, until));
    const next =
      until >= end ? last : Math.min(last, ghosts.firstFrom(timeAt(scale, pixel + 1), index + 1));
    const extent = ghosts.extentOf(index, next);
    // The ends of the runs are no further apart than a pixel.
    if (next - index > 1 && isClose(extent.gap + scale.secondsPerPixel, scale)) {
      columns.add(xOf(scale, extent.start), xOf(scale, extent.end));
    } else {
      for (let at = index; at < next; at = ghosts.nextUntil(end, at + 1)) {
        addRun(ghosts.runs[at] as GhostRun, scale, columns);
      }
    }
    index = ghosts.nextUntil(end, next);
  }
  return columns.bands();
}

function isClose(interval: Seconds, { secondsPerPixel }: TimeScale): boolean {
  return interval <= APART * secondsPerPixel;
}

function addRun({ first, interval, count }: GhostRun, scale: TimeScale, columns: Columns): void {
  const from = timeAt(scale, -OUTSIDE);
  const to = timeAt(scale, scale.width + OUTSIDE);
  const begin = Math.max(0, Math.ceil((from - first) / interval));
  const until = Math.min(count - 1, Math.floor((to - first) / interval));
  if (begin > until) return;
  const x = (point: number): CssPixels => xOf(scale, first + point * interval);
  if (isClose(interval, scale)) {
    columns.add(x(begin), x(until));
    return;
  }
  for (let point = begin; point <= until; point += 1) columns.add(x(point), x(point));
}

/** Boxes by the pixel that they begin in, in any order: they overlap where instances do. */
class Columns {
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #right: CssPixels;

  constructor(width: CssPixels) {
    this.#right = width + OUTSIDE;
    const columns = Math.ceil(width) + 2 * OUTSIDE + 1;
    this.#from = new Float64Array(columns).fill(Infinity);
    this.#to = new Float64Array(columns).fill(-Infinity);
  }

  /** Adds what is in view of a box. */
  add(from: CssPixels, to: CssPixels): void {
    if (to < -OUTSIDE || from > this.#right) return;
    const left = Math.max(-OUTSIDE, from);
    const right = Math.min(this.#right, to);
    const column = Math.floor(left) + OUTSIDE;
    if (left < (this.#from[column] as number)) this.#from[column] = left;
    if (right > (this.#to[column] as number)) this.#to[column] = right;
  }

  /** The bands from left to right. */
  bands(): GhostBand[] {
    const found: GhostBand[] = [];
    let [from, to] = [-Infinity, -Infinity];
    const end = (): void => {
      if (to > -Infinity) found.push({ from, to });
    };
    for (let column = 0; column < this.#from.length; column += 1) {
      const left = this.#from[column] as number;
      if (left === Infinity) continue;
      const right = this.#to[column] as number;
      if (left - to > APART) {
        end();
        [from, to] = [left, right];
      } else to = Math.max(to, right);
    }
    end();
    return found;
  }
}
