import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels } from '#base/units.ts';

import { newRow, type Lane, type LaneRow } from './lane.ts';
import { LANE_SIZES, type LaneSize } from './laneSize.ts';
import type { MergedLanes } from './mergedRows.ts';

/** A lane that is shown. */
export interface ShownLane {
  /** Its index in the layout: 0 is the reactor's. */
  readonly lane: number;
  /** The indexes of the lanes that are folded away into it: they are drawn in its one row. */
  readonly inside: readonly number[];
  readonly size: LaneSize;
  /** In how many services it lies. */
  readonly depth: number;
}

/** Where the lanes are, from the top of the first one. What is above which is a lane's position. */
export interface LaneGeometry {
  /** The lanes that are shown, from top to bottom, as indexes into the layout's lanes. */
  readonly shown: readonly number[];
  /** What is at each position. */
  readonly places: readonly ShownLane[];
  /** The top of each position, and behind them the bottom of the last one. */
  readonly tops: readonly CssPixels[];
  /** The height of all lanes. */
  readonly height: CssPixels;
  /** The position at which each lane is to be seen: its own, or that of the lane it is folded into. */
  readonly positions: ReadonlyMap<number, number>;
}

/** Puts lanes below each other, each as high as its rows; without `places` all in their order. */
export function laneGeometry(
  lanes: readonly Lane[],
  places: readonly ShownLane[] = everyLane(lanes),
): LaneGeometry {
  const tops: CssPixels[] = [0];
  const positions = new Map<number, number>();
  let height = 0;
  places.forEach(({ lane, inside, size }, position) => {
    for (const index of inside) positions.set(index, position);
    positions.set(lane, position);
    const rows = inside.length > 0 ? 1 : (lanes[lane]?.rows.length ?? 1);
    height += rows * size.row + 2 * size.padding;
    tops.push(height);
  });
  return { shown: places.map(({ lane }) => lane), places, tops, height, positions };
}

function everyLane(lanes: readonly Lane[]): readonly ShownLane[] {
  return lanes.map((_, lane) => ({ lane, inside: [], size: LANE_SIZES.normal, depth: 0 }));
}

/** The position at a height, or null below the last one. */
export function positionAt({ tops, height }: LaneGeometry, y: CssPixels): number | null {
  if (y < 0 || y >= height) return null;
  return partitionPoint(0, tops.length, (index) => (tops[index] ?? 0) > y) - 1;
}

/** The index of the lane at a height, or null below the last one. */
export function laneAt(geometry: LaneGeometry, y: CssPixels): number | null {
  const position = positionAt(geometry, y);
  return position === null ? null : (geometry.shown[position] ?? null);
}

/** The positions `[first, last)` of the lanes that a stretch of heights shows some of. */
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

/** The top of a lane, or of the one that it is folded into; null where it is not shown. */
export function topOf({ positions, tops }: LaneGeometry, lane: number): CssPixels | null {
  const position = positions.get(lane);
  return position === undefined ? null : (tops[position] ?? null);
}

/** The middle of a row of a lane, from the top of the first lane; null where it is not shown. */
export function middleOf(geometry: LaneGeometry, lane: number, row: number): CssPixels | null {
  const position = geometry.positions.get(lane);
  const place = position === undefined ? undefined : geometry.places[position];
  if (position === undefined || place === undefined) return null;
  const at = place.inside.length > 0 ? 0 : row;
  return (geometry.tops[position] ?? 0) + rowMiddle(at, place.size);
}

/** What rows are looked up in: a layout. */
export interface Rows {
  readonly lanes: readonly Lane[];
  /** The one row of a lane that others are folded into. */
  mergedRow(lane: number): LaneRow | undefined;
}

/** The rows of a position from top to bottom: those of the lane, or the one that others are folded into. */
export function rowsOfLane(
  rows: Rows,
  { places }: LaneGeometry,
  position: number,
): readonly LaneRow[] {
  const place = places[position];
  if (place === undefined) return [];
  if (place.inside.length === 0) return rows.lanes[place.lane]?.rows ?? [];
  return [rows.mergedRow(place.lane) ?? newRow()];
}

/** The lanes that share a row each, by the lane that is shown. */
export function mergedLanes(places: readonly ShownLane[]): MergedLanes {
  return new Map(
    places.flatMap(({ lane, inside }) =>
      inside.length === 0 ? [] : [[lane, [lane, ...inside]] as const],
    ),
  );
}

/** The middle of a row, from the top of its lane. */
export function rowMiddle(row: number, size: LaneSize = LANE_SIZES.normal): CssPixels {
  return size.padding + (row + 0.5) * size.row;
}

/** Which of some rows is at a height below the top of their lane. */
export function rowAtHeight(
  rows: number,
  y: CssPixels,
  size: LaneSize = LANE_SIZES.normal,
): number {
  const row = Math.floor((y - size.padding) / size.row);
  return Math.min(Math.max(0, row), rows - 1);
}
