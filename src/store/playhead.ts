import type { Seconds } from '#base/units.ts';
import type { Trace } from '#trace/traceTable.ts';

/**
 * The instant that every view shows, in a form that outlives the trace: an edit gives another
 * trace, and the playhead stays at its time.
 */
export interface Playhead {
  readonly time: Seconds;
  /** How many of the events at `time` have happened; null: all of them. */
  readonly within: number | null;
}

/** Where a new document begins: at 0, with all that happens there. */
export const AT_START: Playhead = { time: 0, within: null };

/** How many events of the trace have happened at the playhead. */
export function playheadCount(trace: Trace, playhead: Playhead): number {
  const all = trace.countUntil(playhead.time, true);
  if (playhead.within === null) return all;
  return Math.min(all, trace.countUntil(playhead.time, false) + playhead.within);
}

/** The playhead after the first `count` events: right behind the last of them. */
export function playheadAfter(trace: Trace, count: number): Playhead {
  if (count <= 0) return { time: 0, within: 0 };
  const time = trace.timeAt(Math.min(count, trace.length) - 1);
  return { time, within: Math.min(count, trace.length) - trace.countUntil(time, false) };
}
