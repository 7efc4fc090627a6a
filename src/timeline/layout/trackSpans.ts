import type { Trace } from '#trace/traceTable.ts';

import type { Track } from './instanceTracks.ts';
import { newRow, spansOf, type Lane, type SpanKind } from './lane.ts';
import { closeSpan, openSpan } from './spanSeries.ts';

/** A row of a lane; the first where there is none of that index. */
export function rowAt(lane: Lane, index: number): Lane['rows'][number] {
  return lane.rows[index] ?? (lane.rows[0] ??= newRow());
}

/** A call that is moved goes on waiting: its span stays one. */
export function wait(lane: Lane, track: Track, kind: SpanKind, time: number, event: number): void {
  if (track.waiting !== null) return;
  track.waiting = kind;
  openSpan(spansOf(rowAt(lane, track.row), kind), time, event, track.instance);
}

/** Its delayed call has run, or its Deferred has fired. */
export function endWait(lane: Lane, track: Track | undefined, time: number): void {
  if (track === undefined || track.waiting === null) return;
  closeSpan(spansOf(rowAt(lane, track.row), track.waiting), time, track.instance);
  track.waiting = null;
}

/** What the function of a loop or task, or a coroutine, waited for has its result. */
export function endBodyPause(lane: Lane, track: Track | undefined, time: number): void {
  if (track?.bodyPaused !== true) return;
  closeSpan(spansOf(rowAt(lane, track.row), 'paused'), time, track.instance);
  track.bodyPaused = false;
}

/** A function was left. */
export function leave(track: Track | undefined): void {
  if (track !== undefined) track.inside = Math.max(0, track.inside - 1);
}

/** The grid points behind that of the last tick: they are missed when the next one is planned. */
export function recordGhosts(
  trace: Trace,
  sequence: number,
  lane: Lane,
  track: Track | undefined,
): void {
  const interval = trace.header.nodes[lane.node]?.interval ?? 0;
  if (track === undefined || interval <= 0) return;
  const count = trace.numberAt(sequence);
  const first = track.gridPoint + interval;
  rowAt(lane, track.row).ghosts.push({ first, interval, count, event: sequence });
  track.gridPoint += count * interval;
}

/** Opens or closes the span of one of the states that an instance is in or not. */
export function toggleSpan(
  lane: Lane,
  track: Track | undefined,
  state: 'queued' | 'worker',
  isOpen: boolean,
  time: number,
  event: number,
): void {
  if (track === undefined || track[state] === isOpen) return;
  track[state] = isOpen;
  const series = spansOf(rowAt(lane, track.row), state);
  if (isOpen) openSpan(series, time, event, track.instance);
  else closeSpan(series, time, track.instance);
}
