import type { Trace } from '#trace/traceTable.ts';
import { NO_INSTANCE, NO_LINK } from '#trace/traceHeader.ts';

import type { InstanceTracks } from './instanceTracks.ts';
import { addMark, addTail, spansOf, type Lane, type MarkKind, type SpanKind } from './lane.ts';
import { addSpan, closeSpan, openSpan } from './spanSeries.ts';
import {
  endBodyPause,
  endWait,
  leave,
  recordGhosts,
  rowAt,
  toggleSpan,
  wait,
} from './trackSpans.ts';

/** The lanes that an event can add to. */
export interface EventLanes {
  /** Null where the reactor's lane is not asked for. */
  readonly reactor: Lane | null;
  /** The lane of the event's node. */
  readonly lane: Lane;
  readonly tracks: InstanceTracks;
}

/** What fills the time from the start of an instance to its end, for kinds without a delayed call. */
const LASTS: ReadonlyMap<string, SpanKind> = new Map([
  ['deferred', 'waiting'],
  ['deferredList', 'waiting'],
  ['cooperate', 'between'],
  ['service', 'between'],
]);

/** Adds an event of a node to its lane, and to the reactor's what the reactor notices of it. */
export function recordEvent(trace: Trace, sequence: number, to: EventLanes): void {
  const { lane, tracks } = to;
  const time = trace.timeAt(sequence);
  const kind = trace.kindAt(sequence);
  const node = trace.header.nodes[lane.node];
  const isLoop = node?.kind === 'loopingCall';
  const instance = trace.instanceAt(sequence);

  // The moments of the world stand in one row, however many there are.
  const isWorld = node?.kind === 'outsideEvent';
  const track =
    kind === 'started' && !isWorld ? tracks.begin(instance, time) : tracks.find(instance);
  const row = rowAt(lane, track?.row ?? 0);
  const mark = (what: MarkKind): void => addMark(row, what, time, sequence);
  const isFailure = (): boolean => trace.valueAt(sequence)?.is === 'failure';

  switch (kind) {
    case 'started': {
      const lasts = LASTS.get(node?.kind ?? '');
      if (lasts !== undefined && track !== undefined) wait(lane, track, lasts, time, sequence);
      break;
    }
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
        if (to.reactor !== null) addMark(rowAt(to.reactor, 0), 'late', time, sequence);
      }
      if (track === undefined) break;
      track.gridPoint = track.due;
      if (node?.kind === 'callLater') track.settled = true;
      break;
    }
    case 'ticked':
    case 'stepped':
      mark('tick');
      break;
    case 'skipped':
      recordGhosts(trace, sequence, lane, track);
      break;
    case 'bodyWaits':
      if (track === undefined) break;
      openSpan(spansOf(row, 'paused'), time, sequence, instance);
      track.bodyPaused = true;
      break;
    case 'looped':
    case 'wentOn':
      endBodyPause(lane, track, time);
      break;
    case 'stopped':
      if (node?.kind === 'service') {
        endWait(lane, track, time);
        if (track !== undefined) track.settled = true;
      }
      mark('stopped');
      break;
    case 'acquireWaits':
    case 'getWaits':
    case 'queued':
      toggleSpan(lane, track, 'queued', true, time, sequence);
      break;
    case 'acquired':
    case 'got':
    case 'gaveUp':
    case 'assigned':
      toggleSpan(lane, track, 'queued', false, time, sequence);
      break;
    case 'jobBegan':
    case 'jobEnded':
      toggleSpan(lane, track, 'worker', kind === 'jobBegan', time, sequence);
      break;
    case 'pauseCalled':
      openSpan(spansOf(row, 'paused'), time, sequence, instance);
      break;
    case 'resumeCalled':
      closeSpan(spansOf(row, 'paused'), time, instance);
      break;
    case 'put':
    case 'handed':
      mark('fired');
      break;
    case 'timedOut':
      mark('cancelled');
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
      // A worker's time is not the reactor's: the span of its job shows it.
      if (node?.kind === 'deferToThread' && trace.linkAt(sequence) === NO_LINK) break;
      const end = time + trace.numberAt(sequence);
      addSpan(spansOf(row, 'blocking'), time, end, sequence);
      if (to.reactor !== null) {
        addSpan(spansOf(rowAt(to.reactor, 0), 'blocking'), time, end, sequence);
      }
      break;
    }
    case 'ended':
      endWait(lane, track, time);
      endBodyPause(lane, track, time);
      if (track !== undefined) track.settled = true;
      break;
    case 'fired':
    case 'failed':
      // The Deferred of a loop or a task can be fired before that is over: by its timeout.
      if (!isLoop && node?.kind !== 'cooperate') {
        endWait(lane, track, time);
        endBodyPause(lane, track, time);
        if (track !== undefined) track.settled = true;
      }
      mark(kind === 'fired' ? 'fired' : 'failure');
      break;
    case 'waits':
      if (track === undefined) break;
      openSpan(spansOf(row, 'paused'), time, sequence, instance);
      track.chainPaused = true;
      break;
    case 'resumed':
      if (track?.chainPaused === true) {
        closeSpan(spansOf(row, 'paused'), time, instance);
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
  switch (trace.kindAt(sequence)) {
    case 'passBegan':
      openSpan(spansOf(row, 'pass'), time, sequence, NO_INSTANCE);
      break;
    case 'passEnded':
      closeSpan(spansOf(row, 'pass'), time, NO_INSTANCE);
      break;
    case 'stopRequested':
      addMark(row, 'stopped', time, sequence);
      break;
    case 'advanced':
      addMark(row, 'ran', time, sequence);
      break;
    case 'loggedError':
      addMark(row, 'failure', time, sequence);
      break;
    default:
      break;
  }
}
