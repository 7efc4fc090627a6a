import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels, Seconds } from '#base/units.ts';
import { spansBetween, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import { rangeOf, timeAt, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

/** A rectangle of a span, or of several that fall on the same pixels. */
export interface SpanBox {
  readonly from: CssPixels;
  readonly to: CssPixels;
  /** The event of the first span in it. */
  readonly event: number;
}

/** From this width on a span has a box of its own, also where it touches the one before. */
const OWN_BOX: CssPixels = 4;

/** Coordinates are cut so far outside the view: canvases are imprecise with huge ones. */
const OUTSIDE: CssPixels = 8;

/**
 * The boxes of the spans in view, from left to right. Narrow spans less than a pixel apart are one
 * box, found by binary search: the work grows with the pixels, not with the spans.
 */
export function spanBoxes(
  series: SpanSeries,
  scale: TimeScale,
  knownUntil: Seconds,
): readonly SpanBox[] {
  const { starts, ends, events } = series;
  const range = rangeOf(scale);
  const { first, last } = spansBetween(series, range.start, range.end);
  const left = (index: number): CssPixels => Math.max(-OUTSIDE, xOf(scale, starts[index] ?? 0));
  const right = (index: number): CssPixels =>
    Math.min(scale.width + OUTSIDE, xOf(scale, Math.min(ends[index] ?? 0, knownUntil)));

  const boxes: SpanBox[] = [];
  let index = first;
  while (index < last) {
    const begin = index;
    let to = right(begin);
    while (to - left(index) < OWN_BOX) {
      const reached = timeAt(scale, to + 1);
      const next = partitionPoint(index + 1, last, (at) => (starts[at] ?? 0) >= reached) - 1;
      const isOwn = right(next) - left(next) >= OWN_BOX;
      const joined = isOwn ? next - 1 : next;
      if (joined <= index) break;
      index = joined;
      to = right(joined);
    }
    boxes.push({ from: left(begin), to: Math.max(left(begin), to), event: events[begin] ?? 0 });
    index += 1;
  }
  return boxes;
}
