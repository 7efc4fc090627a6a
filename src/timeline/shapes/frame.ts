import type { CssPixels, Seconds } from '#base/units.ts';
import { timeAt, type TimeScale } from '#timeline/time/timeScale.ts';

/** What the shapes of all rows have in common: where times are, and how far the run has come. */
export interface Frame {
  readonly scale: TimeScale;
  /** How many events have happened at the playhead: the shapes of later ones are apart. */
  readonly count: number;
  /** The time up to which the run is known: an open span goes so far. */
  readonly knownUntil: Seconds;
  /** The time at the left of each column of a pixel, from {@link FIRST_COLUMN} on. */
  readonly columns: Float64Array;
}

/** Shapes may stand so far outside the view: one whose middle is outside may be seen in part. */
export const OUTSIDE: CssPixels = 10;

/** The pixel at which the columns of a frame begin. */
export const FIRST_COLUMN: CssPixels = -OUTSIDE;

/** The frame of a picture. */
export function frameOf(scale: TimeScale, count: number, knownUntil: Seconds): Frame {
  const columns = new Float64Array(Math.ceil(scale.width) + 2 * OUTSIDE + 1);
  for (let column = 0; column < columns.length; column += 1) {
    columns[column] = timeAt(scale, FIRST_COLUMN + column);
  }
  return { scale, count, knownUntil, columns };
}
