import type { CssPixels, Seconds } from '#base/units.ts';
import type { Trace } from '#trace/traceTable.ts';

import { decimalsOf } from './tickLabel.ts';
import { timeAt, xOf, type TimeScale } from './timeScale.ts';

/** The playhead snaps to an event within so many pixels. */
const REACH: CssPixels = 5;

/**
 * The time that a pixel of the ruler means: that of the nearest event where one is near, else a
 * time with no more digits than the scale can show.
 */
export function snappedTime(trace: Trace, scale: TimeScale, x: CssPixels): Seconds {
  const time = timeAt(scale, x);
  const next = trace.countUntil(time, false);
  const near = [next - 1, next]
    .filter((event) => event >= 0 && event < trace.length)
    .map((event) => trace.timeAt(event))
    .toSorted((a, b) => Math.abs(a - time) - Math.abs(b - time))[0];
  if (near !== undefined && Math.abs(xOf(scale, near) - x) <= REACH) return near;
  return Math.max(0, roundedTo(time, scale.secondsPerPixel));
}

/** A time with no more digits than tell multiples of `resolution` apart. */
export function roundedTo(time: Seconds, resolution: Seconds): Seconds {
  return Number(time.toFixed(decimalsOf(resolution)));
}
