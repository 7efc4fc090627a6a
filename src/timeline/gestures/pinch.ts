import type { CssPixels } from '#base/units.ts';

import { timeAt, timeScale, type TimeRange } from '#timeline/time/timeScale.ts';

/** Where two fingers are. */
export type Fingers = readonly [CssPixels, CssPixels];

/** Fingers closer together than this say nothing about a zoom. */
const CLOSEST: CssPixels = 24;

/** The range in which the time that was between the fingers is between them still. */
export function pinched(range: TimeRange, width: CssPixels, from: Fingers, to: Fingers): TimeRange {
  const apart = (fingers: Fingers): CssPixels =>
    Math.max(CLOSEST, Math.abs(fingers[1] - fingers[0]));
  const length = ((range.end - range.start) * apart(from)) / apart(to);
  const time = timeAt(timeScale(range, width), (from[0] + from[1]) / 2);
  const start = time - (((to[0] + to[1]) / 2) * length) / Math.max(1, width);
  return { start, end: start + length };
}
