import type { CssPixels } from '#base/units.ts';
import { LANE_HEIGHTS, type LaneHeight } from '#schedule/timelineSchema.ts';
import { LANE_SIZES } from '#timeline/layout/laneSize.ts';

/** Of the heights that a lane may have, the one that makes it nearest to a height with its rows. */
export function heightAt(
  wanted: CssPixels,
  rows: number,
): { readonly height: LaneHeight; readonly pixels: CssPixels } {
  const all = LANE_HEIGHTS.map((height) => {
    const { row, padding } = LANE_SIZES[height];
    return { height, pixels: rows * row + 2 * padding };
  });
  const away = (pixels: CssPixels): CssPixels => Math.abs(pixels - wanted);
  return all.reduce((best, each) => (away(each.pixels) < away(best.pixels) ? each : best));
}
