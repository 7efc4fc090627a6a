import { firstAtLeast } from '#base/sortedNumbers.ts';
import type { CssPixels } from '#base/units.ts';
import { coveredUntil, spansBetween, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import { rangeOf, timeAt, xOf } from '#timeline/time/timeScale.ts';

import { FIRST_COLUMN, OUTSIDE, type Frame } from './frame.ts';

/** A rectangle of a span, or of several that fall on the same pixels: those at `[first, last)`. */
export interface SpanBox {
  readonly from: CssPixels;
  readonly to: CssPixels;
  readonly first: number;
  readonly last: number;
}

/** From this width on a span has a box of its own, also where it touches the one before. */
const OWN_BOX: CssPixels = 4;

/**
 * The boxes of the spans in view, from left to right, cut a little outside of it: canvases are
 * imprecise with huge coordinates. Narrow spans less than a pixel apart are one box; they are jumped
 * over, so that the work grows with the pixels and not with the spans.
 */
export function spanBoxes(series: SpanSeries, { scale, knownUntil }: Frame): readonly SpanBox[] {
  const { starts, ends } = series;
  const range = rangeOf(scale);
  const { first, last } = spansBetween(series, range.start, range.end);
  const left = (index: number): CssPixels =>
    Math.max(-OUTSIDE, xOf(scale, starts[index] as number));
  const right = (index: number): CssPixels =>
    Math.min(scale.width + OUTSIDE, xOf(scale, Math.min(ends[index] as number, knownUntil)));

  const boxes: SpanBox[] = [];
  let index = first;
  let stride = 1;
  while (index < last) {
    const begin = index;
    let to = right(begin);
    while (to - left(index) < OWN_BOX) {
      const reached = timeAt(scale, to + 1);
      const next = firstAtLeast(starts, reached, index + 1, last, index + stride) - 1;
      const isOwn = right(next) - left(next) >= OWN_BOX;
      const joined = isOwn ? next - 1 : next;
      if (joined <= index) break;
      stride = joined - index;
      index = joined;
      to = right(joined);
    }
    index += 1;
    const from = left(begin);
    boxes.push({ from, to: Math.max(from, to), first: begin, last: index });
  }
  return boxes;
}

/**
 * Tells for each column of a pixel in a box which share of its time the spans in it last, from 0 to
 * 1, where there is one.
 */
export function eachShare(
  series: SpanSeries,
  { from, to, first, last }: SpanBox,
  { columns, knownUntil }: Frame,
  tell: (x: CssPixels, share: number) => void,
): void {
  let index = first;
  const end = Math.min(columns.length - 1, Math.floor(to) - FIRST_COLUMN + 1);
  let column = Math.max(0, Math.floor(from) - FIRST_COLUMN);
  let count = 0;
  let before = coveredUntil(series, columns[column] as number, first);
  for (; column < end; column += 1) {
    const begin = columns[column] as number;
    const limit = columns[column + 1] as number;
    const next = firstAtLeast(series.starts, limit, index, last, index + count);
    const after = coveredUntil(
      series,
      Math.min(limit, knownUntil),
      next > first ? next - 1 : first,
    );
    // A span without a length takes no share, and yet there is one.
    if (next > index || after > before)
      tell(FIRST_COLUMN + column, (after - before) / (limit - begin));
    count = next - index;
    index = next;
    before = after;
  }
}
