import type { Seconds } from '#base/units.ts';
import { formatTime } from '#trace/formatTime.ts';

import { decimalsOf } from './tickLabel.ts';

/** The playhead's time on its flag: milliseconds, or as many digits as the scale tells apart. */
export function playheadLabel(time: Seconds, secondsPerPixel: Seconds): string {
  const decimals = decimalsOf(10 * secondsPerPixel);
  return decimals <= 3 ? formatTime(time) : time.toFixed(decimals);
}
