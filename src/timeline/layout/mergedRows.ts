import type { Trace } from '#trace/traceTable.ts';

import { createInstanceTracks } from './instanceTracks.ts';
import { newLane, newRow, type Lane, type LaneRow } from './lane.ts';
import { recordEvent, type EventLanes } from './recordEvent.ts';
import { createResourceSpans, type ResourceSpans } from './resourceSpans.ts';

/** Lanes that are shown as one row, by the lane that the row is shown in. */
export type MergedLanes = ReadonlyMap<number, readonly number[]>;

/**
 * Rows that show what happens in many lanes: folded services. They are filled as the last row of a
 * lane is, by the same events, so that drawing one costs as much as any other row, however many
 * lanes are in it. What is folded away later is read from the begin, a bit at a time.
 */
export interface MergedRows {
  /** Up to which event all of them are read. */
  readonly length: number;
  /** Has a row for each of these groups from now on, and no other. No lane is in two of them. */
  want(groups: MergedLanes): void;
  /** The row of a lane that others are folded into; undefined where none was wanted. */
  rowOf(lane: number): LaneRow | undefined;
  /** Reads the events before `until` into those rows that lack them, `most` at most; says how many. */
  extend(until: number, most: number): number;
}

/** A row and the lanes that it is of. */
interface Merged {
  readonly lanes: readonly number[];
  readonly row: LaneRow;
}

/** Rows that are read up to the same event. */
interface Batch {
  length: number;
  readonly targets: Map<number, EventLanes>;
  readonly counts: Map<number, number>;
  readonly resources: ResourceSpans;
}

/** No rows of a trace yet. */
export function createMergedRows(trace: Trace): MergedRows {
  const known = new Map<number, Merged>();
  let batches: readonly Batch[] = [];

  const drop = (lane: number): void => {
    for (const index of known.get(lane)?.lanes ?? []) {
      for (const { targets } of batches) targets.delete(index - 1);
    }
    known.delete(lane);
  };

  return {
    get length() {
      return batches.reduce((least, { length }) => Math.min(least, length), trace.length);
    },
    want(groups) {
      for (const [lane, { lanes }] of known) {
        if (!isSame(lanes, groups.get(lane))) drop(lane);
      }
      const targets = new Map<number, EventLanes>();
      for (const [lane, lanes] of groups) {
        if (known.has(lane)) continue;
        const row = newRow();
        known.set(lane, { lanes, row });
        for (const index of lanes) targets.set(index - 1, targetOf(index - 1, row));
      }
      const kept = batches.filter((batch) => batch.targets.size > 0);
      batches = targets.size === 0 ? kept : [...kept, newBatch(targets)];
    },
    rowOf: (lane) => known.get(lane)?.row,
    extend(until, most) {
      let read = 0;
      for (const batch of batches) {
        const end = Math.min(until, batch.length + most - read);
        read += Math.max(0, end - batch.length);
        readInto(batch, trace, end);
      }
      if (read > 0) batches = joined(batches);
      return read;
    },
  };
}

function targetOf(node: number, row: LaneRow): EventLanes {
  const lane: Lane = { ...newLane(node), rows: [row] };
  return { reactor: null, lane, tracks: createInstanceTracks(lane, 1) };
}

function newBatch(
  targets: Map<number, EventLanes>,
  length = 0,
  counts: Map<number, number> = new Map(),
): Batch {
  const resources = createResourceSpans((node) => targets.get(node)?.lane, counts);
  return { length, targets, counts, resources };
}

function readInto(batch: Batch, trace: Trace, end: number): void {
  for (; batch.length < end; batch.length += 1) {
    const node = trace.nodeAt(batch.length);
    const target = batch.targets.get(node);
    if (target !== undefined) recordEvent(trace, batch.length, target);
    // What others do with a resource shows in its lane.
    if (node >= 0) batch.resources.record(trace, batch.length);
  }
}

/** Batches that have come equally far go on as one: an event is looked at once. */
function joined(batches: readonly Batch[]): readonly Batch[] {
  const byLength = new Map<number, Batch>();
  for (const batch of batches) {
    const { length, targets, counts } = batch;
    const other = byLength.get(length);
    byLength.set(
      length,
      other === undefined
        ? batch
        : newBatch(
            new Map([...other.targets, ...targets]),
            length,
            new Map([...other.counts, ...counts]),
          ),
    );
  }
  return [...byLength.values()];
}

function isSame(one: readonly number[], other: readonly number[] | undefined): boolean {
  return one.length === other?.length && one.every((lane, index) => lane === other[index]);
}
