import type { CssPixels, Seconds } from '#base/units.ts';

import { timeAt, xOf, type TimeScale } from './timeScale.ts';

/** Moments at which a ruler may have ticks, numbered in the order of time. */
export interface TickGrid {
  /** The moment of a number; not a number where no date can tell it. */
  at(index: number): Seconds;
  /** The number of the first moment that is not before `time`. */
  firstFrom(time: Seconds): number;
}

/**
 * The multiples of `over / under` seconds, less `origin`. A fraction, so that they are exact: three
 * steps of 1/10 s are 3/10 s, and not 0.30000000000000004.
 */
export function evenGrid(over: number, under: number, origin: Seconds = 0): TickGrid {
  return {
    at: (index) => (index * over) / under - origin,
    // A zero is added so that it is never the negative one.
    firstFrom: (time) => Math.ceil(((time + origin) * under) / over - 1e-9) + 0,
  };
}

/**
 * The moments of a grid in a stretch of time, those left out that are nearer than `apart` to the
 * last one. The work grows with the pixels: what a scale folds away is stepped over.
 */
export function momentsOf(
  grid: TickGrid,
  scale: TimeScale,
  from: Seconds,
  to: Seconds,
  apart: CssPixels,
): Seconds[] {
  const moments: Seconds[] = [];
  let index = grid.firstFrom(from);
  if (grid.at(index) < from) index += 1;
  for (let time = grid.at(index); time <= to; time = grid.at(index)) {
    moments.push(time);
    const next = xOf(scale, time) + apart;
    index += 1;
    // Half a pixel of slack: ticks that are just far enough apart must not fall to rounding.
    if (xOf(scale, grid.at(index)) < next - 0.5) {
      index = Math.max(index, grid.firstFrom(timeAt(scale, next)));
    }
  }
  return moments;
}
