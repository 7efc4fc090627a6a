import type { CssPixels, Seconds } from '#base/units.ts';

import { timeAt, type TimeScale } from './timeScale.ts';

/** How much time the pixel at `x` takes: what can be told apart there. */
export function pixelLength(scale: TimeScale, x: CssPixels): Seconds {
  return timeAt(scale, x + 0.5) - timeAt(scale, x - 0.5);
}
