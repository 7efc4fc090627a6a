import type { Seconds } from '#base/units.ts';
import { KIND } from '#trace/eventKinds.ts';
import { FailureReader } from '#trace/failureReader.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

import { IdleGaps } from './idleGaps.ts';
import { createInstanceTracks } from './instanceTracks.ts';
import { newLane, type Lane, type LaneRow } from './lane.ts';
import { createMergedRows, type MergedLanes } from './mergedRows.ts';
import { recordEvent, recordReactorEvent } from './recordEvent.ts';
import { createResourceSpans } from './resourceSpans.ts';

/**
 * A trace as lanes: the picture that is drawn and that the pointer hits. It grows with the trace,
 * in place; what is read once is not read again.
 */
export interface TimelineLayout {
  readonly trace: Trace;
  /** The reactor's lane, then one for each node in document order. */
  readonly lanes: readonly Lane[];
  /** When the reactor waits. */
  readonly idle: IdleGaps;
  /** How many events have been read. */
  readonly length: number;
  /** How many rows all lanes have: grows with their heights. */
  readonly rows: number;
  /** How much has been read, into lanes and into rows of many lanes: grows with both. */
  readonly readings: number;
  /** Whether all that has come is read. */
  readonly isRead: boolean;
  /** Reads the events that have come since, `most` of them at most. */
  extend(most?: number): void;
  /** Has one row for each of these groups of lanes, as soon as it is read, and no other such row. */
  merge(groups: MergedLanes): void;
  /** The row of a lane that others are folded into; undefined where {@link merge} named none. */
  mergedRow(lane: number): LaneRow | undefined;
}

/** The layout of a trace before any of its events is read. */
export function createTimelineLayout(trace: Trace): TimelineLayout {
  const reactor = newLane(REACTOR);
  const entries = trace.header.nodes.map((_, index) => {
    const lane = newLane(index);
    return { reactor, lane, tracks: createInstanceTracks(lane) };
  });
  const lanes = [reactor, ...entries.map(({ lane }) => lane)];
  const resources = createResourceSpans((node) => entries[node]?.lane);
  const idle = new IdleGaps();
  /** When the reactor began to wait, or null while it runs. */
  let idleSince: Seconds | null = 0;
  const followReactor = (sequence: number): void => {
    const time = trace.timeAt(sequence);
    if (idleSince !== null) idle.add({ start: idleSince, end: time });
    const kind = trace.kindCodeAt(sequence);
    if (kind === KIND.passBegan) idleSince = null;
    else if (kind === KIND.passEnded || idleSince !== null) idleSince = time;
  };
  const failures = new FailureReader();
  const countFailure = (sequence: number, { failures: begun, unhandled }: Lane): void => {
    const news = failures.read(trace, sequence);
    if (news !== null) (news === 'failure' ? begun : unhandled).push(trace.timeAt(sequence));
  };
  let length = 0;
  let rows = lanes.length;
  const merged = createMergedRows(trace);
  let readIntoMerged = 0;

  return {
    trace,
    lanes,
    idle,
    get length() {
      return length;
    },
    get rows() {
      return rows;
    },
    get readings() {
      return length + readIntoMerged;
    },
    get isRead() {
      return length === trace.length && merged.length === trace.length;
    },
    merge(groups) {
      merged.want(groups);
    },
    mergedRow: (lane) => merged.rowOf(lane),
    extend(most = Infinity) {
      const end = Math.min(trace.length, length + most);
      for (; length < end; length += 1) {
        followReactor(length);
        const entry = entries[trace.nodeAt(length)];
        if (entry === undefined) {
          reactor.events.push(length);
          countFailure(length, reactor);
          recordReactorEvent(trace, length, reactor);
          continue;
        }
        const before = entry.lane.rows.length;
        entry.lane.events.push(length);
        countFailure(length, entry.lane);
        recordEvent(trace, length, entry);
        resources.record(trace, length);
        rows += entry.lane.rows.length - before;
      }
      readIntoMerged += merged.extend(length, most);
    },
  };
}
