import type { CssPixels, Seconds } from '#base/units.ts';

import { BINS, type TimeBins } from './timeBins.ts';

/** What a run holds at each pixel of the strip. */
export interface OverviewColumns {
  readonly events: Uint32Array;
  readonly failures: Uint32Array;
}

/** Adds the bins up by the pixel that they begin at: the work does not grow with the events. */
export function overviewColumns(
  bins: TimeBins,
  runEnd: Seconds,
  width: CssPixels,
): OverviewColumns {
  const pixels = Math.max(1, Math.floor(width));
  const events = new Uint32Array(pixels);
  const failures = new Uint32Array(pixels);
  for (let bin = 0; bin < BINS; bin += 1) {
    const count = bins.events[bin] ?? 0;
    if (count === 0) continue;
    const at = runEnd > 0 ? Math.floor(((bin * bins.length) / runEnd) * pixels) : 0;
    const pixel = Math.min(at, pixels - 1);
    events[pixel] = (events[pixel] ?? 0) + count;
    failures[pixel] = (failures[pixel] ?? 0) + (bins.failures[bin] ?? 0);
  }
  return { events, failures };
}
