import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels } from '#base/units.ts';

import type { Lane } from './lane.ts';

/** A row of a lane is so high. */
export const ROW_HEIGHT: CssPixels = 20;

/** Room above the first and below the last row of a lane. */
const LANE_PADDING: CssPixels = 6;

/** Where the lanes are, from the top of the first one. */
export interface LaneGeometry {
  /** The top of each lane, and behind them the bottom of the last one. */
  readonly tops: readonly CssPixels[];
  /** The height of all lanes. */
  readonly height: CssPixels;
}

/** Puts lanes below each other, each as high as its rows. */
export function laneGeometry(lanes: readonly Lane[]): LaneGeometry {
  const tops: CssPixels[] = [0];
  let height = 0;
  for (const lane of lanes) {
    height += lane.rows.length * ROW_HEIGHT + 2 * LANE_PADDING;
    tops.push(height);
  }
  return { tops, height };
}

/** The index of the lane at a height, or null below the last one. */
export function laneAt({ tops, height }: LaneGeometry, y: CssPixels): number | null {
  if (y < 0 || y >= height) return null;
  return partitionPoint(0, tops.length, (index) => (tops[index] ?? 0) > y) - 1;
}

/** The indexes `[first, last)` of the lanes that a stretch of heights shows some of. */
export function lanesBetween(
  { tops }: LaneGeometry,
  from: CssPixels,
  to: CssPixels,
): { readonly first: number; readonly last: number } {
  const count = tops.length - 1;
  const first = Math.max(
    0,
    partitionPoint(0, tops.length, (index) => (tops[index] ?? 0) > from) - 1,
  );
  const last = partitionPoint(first, count, (index) => (tops[index] ?? 0) >= to);
  return { first: Math.min(first, count), last };
}

/** The middle of a row, from the top of its lane. */
export function rowMiddle(row: number): CssPixels {
  return LANE_PADDING + (row + 0.5) * ROW_HEIGHT;
}

/** The row at a height below the top of its lane. */
export function rowAtHeight(lane: Lane, y: CssPixels): number {
  const row = Math.floor((y - LANE_PADDING) / ROW_HEIGHT);
  return Math.min(Math.max(0, row), lane.rows.length - 1);
}
