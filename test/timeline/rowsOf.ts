import type { Lane, LaneRow } from '#timeline/layout/lane.ts';
import type { Rows } from '#timeline/layout/laneGeometry.ts';

/** Lanes as the rows of a picture; `merged`: the rows of those that others are folded into. */
export function rowsOf(
  lanes: readonly Lane[],
  merged: ReadonlyMap<number, LaneRow> = new Map(),
): Rows {
  return { lanes, mergedRow: (lane) => merged.get(lane) };
}
