import type { Trace } from '#trace/traceTable.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { InstanceTracks, Track } from './instanceTracks.ts';
import { addMark, addTail, newRow, spansOf, type Lane, type MarkKind } from './lane.ts';
import { addSpan, closeSpan, openSpan } from './spanSeries.ts';

/** The lanes that an event can add to. */
export interface EventLanes {
  readonly reactor: Lane;
  /** The lane of the event's node. */
  readonly lane: Lane;
  readonly tracks: InstanceTracks;
}

/** Adds an event of a node to its lane, and to the reactor's what the reactor notices of it. */
export function recordEvent(trace: Trace, sequence: number, to: EventLanes): void {
  const { lane, tracks } = to;
  const time = trace.timeAt(sequence);
  const kind = trace.kindAt(sequence);
  const node = trace.header.nodes[lane.node];
  const isLoop = node?.kind === 'loopingCall';
  const instance = trace.instanceAt(sequence);
  lane.events.push(sequence);

  const track = kind === 'started' ? tracks.begin(instance, time) : tracks.find(instance);
  const row = rowAt(lane, track?.row ?? 0);
  const mark = (what: MarkKind): void => addMark(row, what, time, sequence);
  const isFailure = (): boolean => trace.valueAt(sequence)?.is === 'failure';

  switch (kind) {
    case 'started':
      // Its Deferred is fired from outside: there is no delayed call to wait for.
      if (node?.kind === 'deferred' && track !== undefined)
        wait(lane, track, 'waiting', time, sequence);
      break;
    case 'scheduled':
      if (track === undefined) break;
      wait(lane, track, isLoop ? 'between' : 'waiting', time, sequence);
      track.due = trace.numberAt(sequence);
      break;
    case 'unscheduled':
      endWait(lane, track, time);
      if (track !== undefined && node?.kind === 'callLater') track.settled = true;
      // A loop that is stopped has its own mark.
      if (!isLoop) mark('cancelled');
      break;
    case 'ran': {
      endWait(lane, track, time);
      if (!isLoop) mark('ran');
      const late = trace.numberAt(sequence);
      if (late > 0) {
        addTail(row, time - late, time, sequence);
        addMark(rowAt(to.reactor, 0), 'late', time, sequence);
      }
      if (track === undefined) break;
      track.gridPoint = track.due;
      if (node?.kind === 'callLater') track.settled = true;
      break;
    }
    case 'ticked':
      mark('tick');
      break;
    case 'skipped':
      recordGhosts(trace, sequence, lane, track);
      break;
    case 'bodyWaits':
      if (track === undefined) break;
      openSpan(spansOf(row, 'paused'), time, sequence);
      track.bodyPaused = true;
      break;
    case 'looped':
      endBodyPause(lane, track, time);
      break;
    case 'stopped':
      mark('stopped');
      break;
    case 'entered': {
      if (track !== undefined) track.inside += 1;
      if (trace.linkAt(sequence) !== NO_LINK) mark(isFailure() ? 'errback' : 'callback');
      break;
    }
    case 'returned':
    case 'returnedDeferred':
      leave(track);
      break;
    case 'raised':
      leave(track);
      mark('failure');
      break;
    case 'blocked': {
      const end = time + trace.numberAt(sequence);
      addSpan(spansOf(row, 'blocking'), time, end, sequence);
      addSpan(spansOf(rowAt(to.reactor, 0), 'blocking'), time, end, sequence);
      break;
    }
    case 'fired':
    case 'failed':
      endWait(lane, track, time);
      endBodyPause(lane, track, time);
      if (track !== undefined) track.settled = true;
      mark(kind === 'fired' ? 'fired' : 'failure');
      break;
    case 'waits':
      if (track === undefined) break;
      openSpan(spansOf(row, 'paused'), time, sequence);
      track.chainPaused = true;
      break;
    case 'resumed':
      if (track?.chainPaused === true) {
        closeSpan(spansOf(row, 'paused'), time);
        track.chainPaused = false;
      }
      mark(isFailure() ? 'errback' : 'callback');
      break;
    case 'cancelled':
      mark('cancelled');
      break;
    case 'loggedError':
      mark('failure');
      break;
    case 'unhandled':
    case 'reported':
      mark('unhandled');
      break;
    default:
      // The others have no place of their own on the lane: the event list tells of them.
      break;
  }
}

/** Adds an event of the reactor to its lane. */
export function recordReactorEvent(trace: Trace, sequence: number, lane: Lane): void {
  const time = trace.timeAt(sequence);
  const row = rowAt(lane, 0);
  lane.events.push(sequence);
  switch (trace.kindAt(sequence)) {
    case 'passBegan':
      openSpan(spansOf(row, 'pass'), time, sequence);
      break;
    case 'passEnded':
      closeSpan(spansOf(row, 'pass'), time);
      break;
    case 'stopRequested':
      addMark(row, 'stopped', time, sequence);
      break;
    default:
      break;
  }
}

function rowAt(lane: Lane, index: number): Lane['rows'][number] {
  return lane.rows[index] ?? (lane.rows[0] ??= newRow());
}

/** A call that is moved goes on waiting: its span stays one. */
function wait(
  lane: Lane,
  track: Track,
  kind: 'between' | 'waiting',
  time: number,
  event: number,
): void {
  if (track.waiting !== null) return;
  track.waiting = kind;
  openSpan(spansOf(rowAt(lane, track.row), kind), time, event);
}

function endWait(lane: Lane, track: Track | undefined, time: number): void {
  if (track === undefined || track.waiting === null) return;
  closeSpan(spansOf(rowAt(lane, track.row), track.waiting), time);
  track.waiting = null;
}

function endBodyPause(lane: Lane, track: Track | undefined, time: number): void {
  if (track?.bodyPaused !== true) return;
  closeSpan(spansOf(rowAt(lane, track.row), 'paused'), time);
  track.bodyPaused = false;
}

function leave(track: Track | undefined): void {
  if (track !== undefined) track.inside = Math.max(0, track.inside - 1);
}

/** The grid points behind that of the last tick: they are missed when the next one is planned. */
function recordGhosts(trace: Trace, sequence: number, lane: Lane, track: Track | undefined): void {
  const interval = trace.header.nodes[lane.node]?.interval ?? 0;
  if (track === undefined || interval <= 0) return;
  const count = trace.numberAt(sequence);
  const first = track.gridPoint + interval;
  rowAt(lane, track.row).ghosts.push({ first, interval, count, event: sequence });
  track.gridPoint += count * interval;
}
