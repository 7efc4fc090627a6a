import type { CssPixels, Seconds } from '#base/units.ts';

import { drawnTime, NO_FOLDING, trueTime, type Folding } from './folding.ts';

/** A stretch of virtual time. */
export interface TimeRange {
  readonly start: Seconds;
  readonly end: Seconds;
}

/** Which virtual time is at which pixel: the one value that drawing, hit test and gestures share. */
export interface TimeScale {
  /** The drawn time at pixel 0: that of true time where nothing is folded. */
  readonly start: Seconds;
  /** Outside the breaks. */
  readonly secondsPerPixel: Seconds;
  readonly width: CssPixels;
  readonly folding: Folding;
}

/** Room for half a mark beside the first and the last moment of a run. */
const MARGIN = { before: 12, after: 28 } as const satisfies Record<string, CssPixels>;

/** What is shown of a run in which no time passes. */
const INSTANT_RUN: Seconds = 1;

/** The closest look: ticks are a microsecond apart. */
const SHORTEST_WINDOW: Seconds = 1e-5;

/** The scale that shows a range of drawn time on a width. */
export function timeScale(
  { start, end }: TimeRange,
  width: CssPixels,
  folding = NO_FOLDING,
): TimeScale {
  return { start, secondsPerPixel: (end - start) / Math.max(1, width), width, folding };
}

/** Whether two scales put every time at the same pixel. */
export function isSameScale(one: TimeScale, other: TimeScale): boolean {
  return (
    one.start === other.start &&
    one.secondsPerPixel === other.secondsPerPixel &&
    one.folding === other.folding
  );
}

/** Where a time is. */
export function xOf(scale: TimeScale, time: Seconds): CssPixels {
  return (drawnTime(scale.folding, time) - scale.start) / scale.secondsPerPixel;
}

/** Which time is at a pixel. */
export function timeAt(scale: TimeScale, x: CssPixels): Seconds {
  return trueTime(scale.folding, scale.start + x * scale.secondsPerPixel);
}

/** The range that a scale shows. */
export function rangeOf(scale: TimeScale): TimeRange {
  return { start: timeAt(scale, 0), end: timeAt(scale, scale.width) };
}

/** The parts of what a scale shows in which nothing is folded, from left to right. */
export function unfoldedParts(scale: TimeScale): readonly TimeRange[] {
  const { start, end } = rangeOf(scale);
  const { breaks } = scale.folding;
  const starts = [start, ...breaks.map((gap) => gap.end)];
  const ends = [...breaks.map((gap) => gap.start), end];
  return starts.flatMap((from, index) => {
    const part = { start: Math.max(from, start), end: Math.min(ends[index] ?? end, end) };
    return part.start < part.end ? [part] : [];
  });
}

/** The range of drawn time that a scale shows: in it the gestures move. */
export function drawnRangeOf({ start, secondsPerPixel, width }: TimeScale): TimeRange {
  return { start, end: start + secondsPerPixel * width };
}

/** The range that shows a whole run, from 0 to its end, with a little margin. */
export function wholeRun(end: Seconds, width: CssPixels): TimeRange {
  const length = lengthOf(end);
  const perPixel = length / Math.max(1, width - MARGIN.before - MARGIN.after);
  return { start: -MARGIN.before * perPixel, end: length + MARGIN.after * perPixel };
}

function lengthOf(runEnd: Seconds): Seconds {
  return runEnd > 0 ? Math.max(runEnd, SHORTEST_WINDOW) : INSTANT_RUN;
}

/** The range with `time` at the same pixel and `factor` times as many seconds on each. */
export function zoomedAt({ start, end }: TimeRange, time: Seconds, factor: number): TimeRange {
  return { start: time + (start - time) * factor, end: time + (end - time) * factor };
}

/** The range moved by a length of time. */
export function pannedBy({ start, end }: TimeRange, by: Seconds): TimeRange {
  return { start: start + by, end: end + by };
}

/**
 * The nearest range that a run up to `runEnd` can be looked at in: not beyond its margins, and not
 * so close that neighbouring pixels would have the same time. Null is the whole run.
 */
export function withinRun(range: TimeRange, runEnd: Seconds, width: CssPixels): TimeRange | null {
  const whole = wholeRun(runEnd, width);
  const longest = whole.end - whole.start;
  const shortest = Math.max(SHORTEST_WINDOW, runEnd * Number.EPSILON * 2 ** 14);
  const wanted = range.end - range.start;
  // Also where it is not a number.
  if (!(wanted < longest * (1 - 1e-9)) || shortest >= longest) return null;
  const length = Math.max(wanted, shortest);
  const middle = (range.start + range.end) / 2;
  const perPixel = length / Math.max(1, width);
  const first = -MARGIN.before * perPixel;
  const last = lengthOf(runEnd) + MARGIN.after * perPixel - length;
  const start = Math.min(Math.max(middle - length / 2, first), Math.max(first, last));
  return { start, end: start + length };
}

/**
 * The range moved so that it shows `time`: where it has left on one side, a tenth of the range
 * away from the other side, so that playing on turns the page. The same range where it shows it.
 */
export function showing(range: TimeRange, time: Seconds): TimeRange {
  if (time >= range.start && time <= range.end) return range;
  const length = range.end - range.start;
  const start = time > range.end ? time - length / 10 : time - length * 0.9;
  return { start, end: start + length };
}
