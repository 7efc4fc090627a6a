import type { Seconds } from '#base/units.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

/** A part of the window that is moved: all of it, or one of its edges. */
export type WindowPart = 'all' | 'start' | 'end';

/** The window after a part of it has moved by a time, inside a run from 0 to `runEnd`. */
export function movedWindow(
  { start, end }: TimeRange,
  part: WindowPart,
  by: Seconds,
  runEnd: Seconds,
): TimeRange {
  // Edges never meet: what is shown stays a hundred-thousandth of the run at least.
  const least = runEnd * 1e-5;
  if (part === 'start') return { start: Math.min(Math.max(0, start + by), end - least), end };
  if (part === 'end') return { start, end: Math.max(Math.min(runEnd, end + by), start + least) };
  const way = Math.min(Math.max(-start, by), runEnd - end);
  return { start: start + way, end: end + way };
}
