import { firstAtLeast } from '#base/sortedNumbers.ts';
import type { CssPixels, Seconds } from '#base/units.ts';
import { ghostsWithin, nearestGhost } from '#timeline/layout/ghosts.ts';
import {
  positionAt,
  rowAtHeight,
  rowMiddle,
  rowsOfLane,
  type LaneGeometry,
  type Rows,
} from '#timeline/layout/laneGeometry.ts';
import type { LaneRow, MarkKind, SpanKind } from '#timeline/layout/lane.ts';
import { markHeight } from '#timeline/layout/markHeight.ts';
import { timeAt, xOf } from '#timeline/time/timeScale.ts';

import type { Frame } from './frame.ts';
import type { MarkRun, Parted } from './markRuns.ts';
import { rowShapes, type RowShapes } from './rowShapes.ts';
import type { SpanBox } from './spanBoxes.ts';

/** What is under the pointer. */
export interface Hit {
  /** The index of the lane that is shown there. */
  readonly lane: number;
  readonly what: MarkKind | SpanKind | 'ghost' | 'tail';
  /** The sequence number of the event that it shows, or that began it. */
  readonly event: number;
  readonly start: Seconds;
  /** Equal to `start` for a mark; `Infinity` for a span that is open. */
  readonly end: Seconds;
  /** How many of its kind fall on the same pixel or two, this one included. */
  readonly count: number;
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
  layout: Rows,
  geometry: LaneGeometry,
  frame: Frame,
  x: CssPixels,
  y: CssPixels,
): Hit | null {
  const position = positionAt(geometry, y);
  const place = position === null ? undefined : geometry.places[position];
  if (position === null || place === undefined) return null;
  const height = y - (geometry.tops[position] ?? 0);
  const rows = rowsOfLane(layout, geometry, position);
  const at = rowAtHeight(rows.length, height, place.size);
  const row = rows[at];
  const below = height - rowMiddle(at, place.size);
  const found = row === undefined ? null : hitRow(row, frame, x, below);
  return found === null ? null : { lane: place.lane, ...found };
}

type FoundInRow = Omit<Hit, 'lane'>;

/** What is at a point of a row: what is drawn last is found first. */
function hitRow(row: LaneRow, frame: Frame, x: CssPixels, below: CssPixels): FoundInRow | null {
  const shapes = rowShapes(row, frame);
  return (
    hitMarks(row, shapes, frame, x, below) ??
    hitGhost(row, shapes, frame, x, below) ??
    hitTail(row, shapes, x, below) ??
    hitSpan(row, shapes, frame, x)
  );
}

/** How far a point is from a shape to the sides: 0 within it. */
function beside(
  x: CssPixels,
  { from, to }: { readonly from: CssPixels; readonly to: CssPixels },
): CssPixels {
  return Math.max(0, from - x, x - to);
}

/** The shape of some that is nearest to a point and within a reach. */
function nearest<Shape extends { readonly from: CssPixels; readonly to: CssPixels }>(
  { happened, coming }: Parted<Shape>,
  x: CssPixels,
  reach: CssPixels,
): Shape | null {
  let best: Shape | null = null;
  let closest = reach;
  for (const shape of [...happened, ...coming]) {
    const distance = beside(x, shape);
    if (distance > closest) continue;
    closest = distance;
    best = shape;
  }
  return best;
}

/** The nearest mark; of those at one place, the one that is drawn on top. */
function hitMarks(
  row: LaneRow,
  { marks }: RowShapes,
  frame: Frame,
  x: CssPixels,
  below: CssPixels,
): FoundInRow | null {
  let best: FoundInRow | null = null;
  let closest = Infinity;
  for (const { kind, runs } of marks.toReversed()) {
    const away = distanceBelow(kind, below);
    const series = row.marks[kind];
    const run = away === null ? null : nearest(runs, x, REACH + 0.5);
    if (away === null || series === undefined || run === null) continue;
    const index = nearestIndex(series.times, run, timeAt(frame.scale, x));
    const start = series.times[index] as number;
    const distance = Math.round(Math.hypot(beside(x, run), away));
    if (distance >= closest) continue;
    closest = distance;
    const count = countAt(series.times, run, frame, start);
    best = { what: kind, event: series.events[index] as number, start, end: start, count };
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

/** The index in a run of the mark that is nearest to a time. */
function nearestIndex(times: readonly Seconds[], { first, last }: MarkRun, time: Seconds): number {
  const after = firstAtLeast(times, time, first, last);
  const before = after - 1;
  if (before < first) return after;
  if (after >= last) return before;
  return time - (times[before] as number) < (times[after] as number) - time ? before : after;
}

/** How many marks of a run are within half a pixel of a time. */
function countAt(
  times: readonly Seconds[],
  { first, last }: MarkRun,
  { scale }: Frame,
  time: Seconds,
): number {
  const x = xOf(scale, time);
  const from = firstAtLeast(times, Math.min(time, timeAt(scale, x - 0.5)), first, last);
  const to = firstAtLeast(times, Math.max(time, timeAt(scale, x + 0.5)), from, last);
  return Math.max(1, to - from);
}

function hitGhost(
  { ghosts }: LaneRow,
  shapes: RowShapes,
  { scale }: Frame,
  x: CssPixels,
  below: CssPixels,
): FoundInRow | null {
  if (distanceBelow('ghost', below) === null) return null;
  const band = nearest(shapes.ghosts, x, REACH);
  if (band === null) return null;
  // Within a band the next point is no further away than its reach.
  const [from, to] = [timeAt(scale, x - 2 * REACH), timeAt(scale, x + 2 * REACH)];
  const found = nearestGhost(ghosts, timeAt(scale, x), from, to);
  if (found === null) return null;
  const { run, point } = found;
  const half = scale.secondsPerPixel / 2;
  const count = Math.max(1, ghostsWithin(ghosts, point - half, point + half));
  return { what: 'ghost', event: run.event, start: point, end: point, count };
}

/** The tail of a late call, by its own event: the one that ran. */
function hitTail(
  { tails }: LaneRow,
  shapes: RowShapes,
  x: CssPixels,
  below: CssPixels,
): FoundInRow | null {
  if (Math.abs(below - TAIL_BELOW) > TAIL_REACH) return null;
  const box = nearest(shapes.tails, x, SPAN_REACH);
  if (box === null) return null;
  const index = box.last - 1;
  return {
    what: 'tail',
    event: tails.events[index] as number,
    start: -(tails.dues.values[index] as number),
    end: tails.times[index] as number,
    count: box.last - box.first,
  };
}

function hitSpan(
  row: LaneRow,
  { spans }: RowShapes,
  { scale }: Frame,
  x: CssPixels,
): FoundInRow | null {
  for (const { kind, boxes } of spans.toReversed()) {
    const series = row.spans[kind];
    const box = nearest({ happened: boxes, coming: [] }, x, SPAN_REACH);
    if (series === undefined || box === null) continue;
    const index = spanAt(series.starts, box, timeAt(scale, x));
    const start = series.starts[index] as number;
    const next = firstAtLeast(series.starts, timeAt(scale, xOf(scale, start) + 1), index, box.last);
    return {
      what: kind,
      event: series.events[index] as number,
      start,
      end: series.ends[index] as number,
      count: Math.max(1, next - index),
    };
  }
  return null;
}

/** The index of the last span of a box that begins before a time, or of its first one. */
function spanAt(starts: readonly Seconds[], { first, last }: SpanBox, time: Seconds): number {
  const after = firstAtLeast(starts, time, first, last);
  return after < last && starts[after] === time ? after : Math.max(first, after - 1);
}
