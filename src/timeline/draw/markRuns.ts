import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels, Seconds } from '#base/units.ts';
import type { MarkSeries } from '#timeline/layout/lane.ts';
import { rangeOf, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

/** A mark, or marks so close together that they are drawn as a band. */
export interface MarkRun {
  readonly from: CssPixels;
  /** Equal to `from` for marks on one pixel. */
  readonly to: CssPixels;
}

/** Marks that are no further apart are one run. */
const TOUCH: CssPixels = 2.5;

/** Half a mark: one whose middle is outside may be seen in part. */
const HALF_MARK: CssPixels = 10;

/** The marks in view whose events happened before `count`, and the others. */
export function markRuns(
  series: MarkSeries,
  scale: TimeScale,
  count: number,
): { readonly happened: readonly MarkRun[]; readonly coming: readonly MarkRun[] } {
  const { times, events } = series;
  const range = rangeOf(scale);
  const margin = HALF_MARK * scale.secondsPerPixel;
  const first = partitionPoint(
    0,
    times.length,
    (index) => (times[index] ?? 0) >= range.start - margin,
  );
  const last = partitionPoint(
    first,
    times.length,
    (index) => (times[index] ?? 0) > range.end + margin,
  );
  const now = partitionPoint(first, last, (index) => (events[index] ?? 0) >= count);
  return { happened: runs(times, scale, first, now), coming: runs(times, scale, now, last) };
}

/** Jumps from mark to mark by binary search: the work grows with the pixels, not with the marks. */
function runs(times: readonly Seconds[], scale: TimeScale, first: number, last: number): MarkRun[] {
  const found: MarkRun[] = [];
  const touch = TOUCH * scale.secondsPerPixel;
  let index = first;
  while (index < last) {
    const from = xOf(scale, times[index] ?? 0);
    for (;;) {
      const reached = (times[index] ?? 0) + touch;
      const next = partitionPoint(index + 1, last, (at) => (times[at] ?? 0) > reached) - 1;
      if (next === index) break;
      index = next;
    }
    const to = xOf(scale, times[index] ?? 0);
    found.push({ from, to: to - from < 1 ? from : to });
    index += 1;
  }
  return found;
}
