import { firstAbove, firstAtLeast } from '#base/sortedNumbers.ts';
import type { CssPixels, Seconds } from '#base/units.ts';
import type { MarkSeries } from '#timeline/layout/lane.ts';
import { timeAt, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import { FIRST_COLUMN, OUTSIDE, type Frame } from './frame.ts';

/** A mark, or marks so close together that they are one band: those at the indexes `[first, last)`. */
export interface MarkRun {
  readonly from: CssPixels;
  /** Equal to `from` for marks on one pixel. */
  readonly to: CssPixels;
  readonly first: number;
  readonly last: number;
}

/** What has happened at the playhead, and what comes. */
export interface Parted<Shape> {
  readonly happened: readonly Shape[];
  readonly coming: readonly Shape[];
}

/** Marks that are no further apart are one run. */
const TOUCH: CssPixels = 5;

/** The runs of the marks in view. */
export function markRuns({ times, events }: MarkSeries, { scale, count }: Frame): Parted<MarkRun> {
  const first = firstAtLeast(times, timeAt(scale, -OUTSIDE), 0, times.length);
  const last = firstAbove(times, timeAt(scale, scale.width + OUTSIDE), first, times.length);
  const now = firstAtLeast(events, count, first, last);
  return { happened: runs(times, scale, first, now), coming: runs(times, scale, now, last) };
}

/** Jumps from mark to mark: the work grows with the pixels, not with the marks. */
function runs(times: readonly Seconds[], scale: TimeScale, first: number, last: number): MarkRun[] {
  const found: MarkRun[] = [];
  let index = first;
  let stride = 1;
  while (index < last) {
    const begin = index;
    const from = xOf(scale, times[index] as number);
    let to = from;
    for (;;) {
      const reached = timeAt(scale, to + TOUCH);
      const next = firstAbove(times, reached, index + 1, last, index + stride) - 1;
      if (next === index) break;
      stride = next - index;
      index = next;
      to = xOf(scale, times[index] as number);
    }
    index += 1;
    found.push({ from, to: to - from < 1 ? from : to, first: begin, last: index });
  }
  return found;
}

/** Tells for each column of a pixel in a run how many marks stand in it, where there is one. */
export function eachColumn(
  times: readonly Seconds[],
  { from, first, last }: MarkRun,
  { columns }: Frame,
  tell: (x: CssPixels, marks: number) => void,
): void {
  let column = Math.max(0, Math.floor(from) - FIRST_COLUMN);
  let index = first;
  let count = 0;
  while (index < last) {
    const next =
      column + 1 < columns.length
        ? firstAtLeast(times, columns[column + 1] as number, index, last, index + count)
        : last;
    count = next - index;
    if (count > 0) tell(FIRST_COLUMN + column, count);
    index = next;
    column += 1;
  }
}
