import type { CssPixels } from '#base/units.ts';

/**
 * The index that a dragged row takes when it is dropped at `y`: behind all other rows whose middle
 * lies above. `middles` are those of all rows, the dragged one included.
 */
export function dropIndex(middles: readonly CssPixels[], from: number, y: CssPixels): number {
  return middles.filter((middle, index) => index !== from && middle < y).length;
}
