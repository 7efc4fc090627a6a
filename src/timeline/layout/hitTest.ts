import { partitionPoint } from '#base/binarySearch.ts';
import type { CssPixels, Seconds } from '#base/units.ts';
import { timeAt, type TimeScale } from '#timeline/time/timeScale.ts';

import { ghostsBetween, nearestGhost } from './ghosts.ts';
import { laneAt, rowAtHeight, rowMiddle, type LaneGeometry } from './laneGeometry.ts';
import {
  MARK_KINDS,
  SPAN_KINDS,
  type Lane,
  type LaneRow,
  type MarkKind,
  type MarkSeries,
  type SpanKind,
} from './lane.ts';
import { markHeight } from './markHeight.ts';
import { spansBetween } from './spanSeries.ts';

/** What is under the pointer. */
export interface Hit {
  /** The index of the lane. */
  readonly lane: number;
  readonly what: MarkKind | SpanKind | 'ghost' | 'tail';
  /** The sequence number of the event that it shows, or that began it. */
  readonly event: number;
  readonly start: Seconds;
  /** Equal to `start` for a mark; `Infinity` for a span that is open. */
  readonly end: Seconds;
}

/** A mark is hit within so many pixels to its sides, above and below. */
const REACH: CssPixels = 7;
const REACH_UP_AND_DOWN = { large: 9, small: 5 } as const satisfies Record<string, CssPixels>;

/** How far below the middle of its row a tail is: at the lower edge of the span that waits. */
export const TAIL_BELOW: CssPixels = 4;
const TAIL_REACH: CssPixels = 4;

/** A span is hit within so many pixels of its ends. */
const SPAN_REACH: CssPixels = 2;

/** What is drawn at a point, `y` from the top of the first lane; null where there is nothing. */
export function hitTest(
  lanes: readonly Lane[],
  geometry: LaneGeometry,
  scale: TimeScale,
  x: CssPixels,
  y: CssPixels,
): Hit | null {
  const index = laneAt(geometry, y);
  const lane = index === null ? undefined : lanes[index];
  if (index === null || lane === undefined) return null;
  const height = y - (geometry.tops[index] ?? 0);
  const at = rowAtHeight(lane, height);
  const row = lane.rows[at];
  if (row === undefined) return null;
  const below = height - rowMiddle(at);
  const found =
    hitMark(row, scale, x, below) ??
    hitGhost(row, scale, x, below) ??
    hitTail(row, scale, x, below) ??
    hitSpan(row, scale, x);
  return found === null ? null : { lane: index, ...found };
}

type FoundInRow = Omit<Hit, 'lane'>;

/** The nearest mark; of those at one place, the one that is drawn on top. */
function hitMark(
  row: LaneRow,
  scale: TimeScale,
  x: CssPixels,
  below: CssPixels,
): FoundInRow | null {
  const time = timeAt(scale, x);
  let best: FoundInRow | null = null;
  let closest = Infinity;
  for (const what of MARK_KINDS.toReversed()) {
    const series = row.marks[what];
    const away = distanceBelow(what, below);
    if (series === undefined || away === null) continue;
    const index = nearestMark(series, time);
    const at = series.times[index] ?? Infinity;
    const beside = Math.abs(at - time) / scale.secondsPerPixel;
    const distance = Math.round(Math.hypot(beside, away));
    if (beside > REACH + 0.5 || distance >= closest) continue;
    closest = distance;
    best = { what, event: series.events[index] ?? 0, start: at, end: at };
  }
  return best;
}

/** How far a height is from the middle of marks of a kind; null where that is out of reach. */
function distanceBelow(kind: MarkKind | 'ghost', below: CssPixels): CssPixels | null {
  const middle = markHeight(kind);
  const distance = Math.abs(below - middle);
  return distance <= (middle === 0 ? REACH_UP_AND_DOWN.large : REACH_UP_AND_DOWN.small)
    ? distance
    : null;
}

function nearestMark({ times }: MarkSeries, time: Seconds): number {
  const after = partitionPoint(0, times.length, (index) => (times[index] ?? 0) >= time);
  const before = after - 1;
  if (before < 0) return after;
  if (after >= times.length) return before;
  return time - (times[before] ?? 0) < (times[after] ?? 0) - time ? before : after;
}

function hitGhost(
  row: LaneRow,
  scale: TimeScale,
  x: CssPixels,
  below: CssPixels,
): FoundInRow | null {
  if (distanceBelow('ghost', below) === null) return null;
  const time = timeAt(scale, x);
  const reach = REACH * scale.secondsPerPixel;
  const { first, last } = ghostsBetween(row.ghosts, time - reach, time + reach);
  let best: FoundInRow | null = null;
  let closest = reach;
  for (const run of row.ghosts.slice(first, last)) {
    const at = nearestGhost(run, time);
    const distance = Math.abs(at - time);
    if (distance > closest) continue;
    closest = distance;
    best = { what: 'ghost', event: run.event, start: at, end: at };
  }
  return best;
}

/** The tail of a late call, by its own event: the one that ran. */
function hitTail(
  { tails }: LaneRow,
  scale: TimeScale,
  x: CssPixels,
  below: CssPixels,
): FoundInRow | null {
  if (Math.abs(below - TAIL_BELOW) > TAIL_REACH) return null;
  const { dues, times, events } = tails;
  const time = timeAt(scale, x);
  const reach = SPAN_REACH * scale.secondsPerPixel;
  const first = partitionPoint(0, times.length, (at) => (times[at] ?? 0) >= time - reach);
  for (let at = first; at < times.length; at += 1) {
    const start = dues[at] ?? 0;
    const end = times[at] ?? 0;
    if (end > time + reach + tails.longest) return null;
    if (start <= time + reach) return { what: 'tail', event: events[at] ?? 0, start, end };
  }
  return null;
}

function hitSpan(row: LaneRow, scale: TimeScale, x: CssPixels): FoundInRow | null {
  const time = timeAt(scale, x);
  const reach = SPAN_REACH * scale.secondsPerPixel;
  for (const what of SPAN_KINDS.toReversed()) {
    const series = row.spans[what];
    if (series === undefined) continue;
    const near = spansBetween(series, time - reach, time + reach);
    const exact = spansBetween(series, time, time);
    const index = exact.first < exact.last ? exact.last - 1 : near.last - 1;
    if (index < near.first) continue;
    return {
      what,
      event: series.events[index] ?? 0,
      start: series.starts[index] ?? 0,
      end: series.ends[index] ?? Infinity,
    };
  }
  return null;
}
