import { MaxPyramid } from '#base/maxPyramid.ts';
import type { Seconds } from '#base/units.ts';

import { GhostSeries } from './ghostSeries.ts';
import { newSpanSeries, type SpanSeries } from './spanSeries.ts';

/**
 * What a span of a lane is, in the order of drawing:
 *
 * - `pass` the reactor runs over the due calls
 * - `between` a loop waits for its next tick
 * - `waiting` a delayed call is pending, or a Deferred has not fired
 * - `queued` it waits in line: for a token, an object or a worker
 * - `worker` a worker of the thread pool runs its job
 * - `paused` a Deferred, or the loop's function, waits for another Deferred
 * - `blocking` a function blocks the reactor
 */
export const SPAN_KINDS = [
  'pass',
  'between',
  'waiting',
  'queued',
  'paused',
  'worker',
  'blocking',
] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/**
 * What a mark of a lane is, in the order of drawing: what comes last lies on top, so no failure is
 * ever hidden.
 */
export const MARK_KINDS = [
  'ran',
  'callback',
  'errback',
  'late',
  'stopped',
  'cancelled',
  'tick',
  'fired',
  'failure',
  'unhandled',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Marks of one kind in a row, in the order of time. */
export interface MarkSeries {
  readonly times: Seconds[];
  /** The sequence numbers of their events. */
  readonly events: number[];
}

/** Grid points that a loop missed, one after the other. They may be millions: they are not listed. */
export interface GhostRun {
  /** The time of the first one. */
  readonly first: Seconds;
  readonly interval: Seconds;
  readonly count: number;
  /** The `skipped` event that tells of them. */
  readonly event: number;
}

/** By how much delayed calls ran late, in the order of when they ran. */
export interface TailSeries {
  /** When they were due, as negative numbers: the largest of some is the earliest. */
  readonly dues: MaxPyramid;
  /** When they ran. */
  readonly times: Seconds[];
  readonly events: number[];
  /** The longest delay: how far before its end a tail may begin. */
  longest: Seconds;
}

/** A row of a lane: one instance at a time, but for the last row, which takes all that are left. */
export interface LaneRow {
  readonly spans: Partial<Record<SpanKind, SpanSeries>>;
  readonly marks: Partial<Record<MarkKind, MarkSeries>>;
  readonly ghosts: GhostSeries;
  readonly tails: TailSeries;
  /** Whether its instances are told apart although they share it: so is the last row of a lane. */
  readonly isShared: boolean;
}

/** What happens to one node, or to the reactor. */
export interface Lane {
  /** The node's index in the trace's header, or `REACTOR`. */
  readonly node: number;
  /** At least one. */
  readonly rows: LaneRow[];
  /** The sequence numbers of its events. */
  readonly events: number[];
  /** When a failure began: once for each, however many marks tell of it. */
  readonly failures: Seconds[];
  /** When one was found that nobody handles, or nobody can handle any more: once for each. */
  readonly unhandled: Seconds[];
}

/** How many instances of a node stand below each other; further ones share the last row. */
export const MAX_ROWS = 5;

/** A lane in which nothing has happened. */
export function newLane(node: number): Lane {
  return { node, rows: [newRow()], events: [], failures: [], unhandled: [] };
}

/** A row without anything. */
export function newRow(isShared = false): LaneRow {
  const tails = { dues: new MaxPyramid(), times: [], events: [], longest: 0 };
  return { spans: {}, marks: {}, ghosts: new GhostSeries(), tails, isShared };
}

/** The spans of a kind in a row, to add to. */
export function spansOf(row: LaneRow, kind: SpanKind): SpanSeries {
  // Nothing else happens while the reactor is blocked: those spans do not overlap.
  return (row.spans[kind] ??= newSpanSeries(row.isShared && kind !== 'blocking'));
}

/** Adds a mark behind the others of its kind. */
export function addMark(row: LaneRow, kind: MarkKind, time: Seconds, event: number): void {
  const series = (row.marks[kind] ??= { times: [], events: [] });
  series.times.push(time);
  series.events.push(event);
}

/** Adds a tail behind the others. */
export function addTail(row: LaneRow, due: Seconds, time: Seconds, event: number): void {
  const { tails } = row;
  tails.dues.push(-due);
  tails.times.push(time);
  tails.events.push(event);
  tails.longest = Math.max(tails.longest, time - due);
}
