import { firstAbove, firstAtLeast } from '#base/sortedNumbers.ts';
import type { CssPixels } from '#base/units.ts';
import type { TailSeries } from '#timeline/layout/lane.ts';
import { rangeOf, timeAt, xOf } from '#timeline/time/timeScale.ts';

import { OUTSIDE, type Frame } from './frame.ts';
import type { Parted } from './markRuns.ts';

/** A tail, or those at `[first, last)`, whose calls ran on one pixel: from the earliest due time. */
export interface TailBox {
  readonly from: CssPixels;
  readonly to: CssPixels;
  readonly first: number;
  readonly last: number;
}

/** The tails in view. Those that end on one pixel are one: none is left out. */
export function tailBoxes(tails: TailSeries, frame: Frame): Parted<TailBox> {
  const { times, events, longest } = tails;
  const { start, end } = rangeOf(frame.scale);
  const first = firstAtLeast(times, start, 0, times.length);
  const last = firstAbove(times, end + longest, first, times.length);
  const now = firstAtLeast(events, frame.count, first, last);
  return { happened: boxes(tails, frame, first, now), coming: boxes(tails, frame, now, last) };
}

function boxes(
  { dues, times }: TailSeries,
  { scale }: Frame,
  first: number,
  last: number,
): TailBox[] {
  const found: TailBox[] = [];
  const outside = scale.width + OUTSIDE;
  let index = first;
  while (index < last) {
    const end = Math.min(outside, xOf(scale, times[index] as number));
    // Whatever ends behind the view ends at its border.
    const next =
      end === outside ? last : firstAtLeast(times, timeAt(scale, end + 1), index + 1, last);
    const to = Math.min(outside, xOf(scale, times[next - 1] as number));
    const from = Math.max(-OUTSIDE, xOf(scale, -dues.maxOf(index, next)));
    if (from <= scale.width) found.push({ from, to: Math.max(from, to), first: index, last: next });
    index = next;
  }
  return found;
}
