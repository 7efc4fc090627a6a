import type { CssPixels } from '#base/units.ts';

/** A place in what is seen, or outside it. */
export interface Point {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** A straight way between two places. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** The part of a line inside a box from 0 on; null where none is. */
export function clippedLine(
  { from, to }: Line,
  { width, height }: { readonly width: CssPixels; readonly height: CssPixels },
): Line | null {
  const way = { x: to.x - from.x, y: to.y - from.y };
  let first = 0;
  let last = 1;
  for (const [speed, start, end] of [
    [way.x, from.x, width],
    [way.y, from.y, height],
  ] as const) {
    if (speed === 0) {
      if (start < 0 || start > end) return null;
      continue;
    }
    const [enters, leaves] = [-start / speed, (end - start) / speed].toSorted((a, b) => a - b);
    first = Math.max(first, enters ?? 0);
    last = Math.min(last, leaves ?? 1);
  }
  if (first > last) return null;
  const at = (part: number): Point => ({ x: from.x + way.x * part, y: from.y + way.y * part });
  return { from: first === 0 ? from : at(first), to: last === 1 ? to : at(last) };
}
