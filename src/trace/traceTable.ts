import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';

import { KINDS, type EventKind } from './eventKinds.ts';
import { GrowingColumns } from './growingColumns.ts';
import { readEvent, type TraceEvent } from './readEvent.ts';
import {
  bytesOf,
  decodeInstance,
  MOST_ROWS,
  NO_VALUE,
  numberOf,
  REACTOR_ROW,
  timeOf,
  type InstanceRef,
  type TraceBatch,
  type TraceColumns,
} from './traceColumns.ts';
import { REACTOR, type TraceHeader } from './traceHeader.ts';
import { NONE, type TraceValue } from './traceValue.ts';

/**
 * The events of a run as append-only columns. Sequence numbers are indexes. What is appended never
 * changes, so views may remember what they have read up to `length`.
 */
export interface Trace {
  readonly header: TraceHeader;
  readonly length: number;
  /** How many bytes the columns of the events take. */
  readonly bytes: number;
  /**
   * Takes a batch over. Events that are here already are skipped, so a run that is done again may
   * send its beginning again.
   *
   * @throws Error where the batch leaves a gap after the last event.
   */
  append(batch: TraceBatch): void;
  /** All of it in batches, as another trace could append them: the first one has all values. */
  batches(): Iterable<TraceBatch>;
  timeAt(sequence: number): Seconds;
  kindAt(sequence: number): EventKind;
  /** The code of the kind. */
  kindCodeAt(sequence: number): number;
  nodeAt(sequence: number): number;
  instanceAt(sequence: number): number;
  linkAt(sequence: number): number;
  causeAt(sequence: number): number;
  /** The number of an event whose payload is one. */
  numberAt(sequence: number): number;
  /** The value of an event whose payload is one; null where it has none. */
  valueAt(sequence: number): TraceValue | null;
  /** Which of the trace's values it is, for an event whose payload is one; {@link NO_VALUE} where it has none. */
  valueIndexAt(sequence: number): number;
  /** The instance that is the value of an event whose payload is one. */
  otherAt(sequence: number): InstanceRef;
  eventAt(sequence: number): TraceEvent;
  /**
   * The columns of the segment that an event lies in, in row `sequence % MOST_ROWS`: for those who
   * look at very many. They may be replaced when the trace grows.
   */
  columnsAt(sequence: number): TraceColumns;
  /** How many events happened before `time` (`after` false) or up to and at it (`after` true). */
  countUntil(time: Seconds, after: boolean): number;
}

const NO_ROWS = new GrowingColumns(0);

/** An empty trace of a program. Events lie in segments of {@link MOST_ROWS}: the last one grows. */
export function createTrace(header: TraceHeader): Trace {
  const segments: GrowingColumns[] = [];
  const values: TraceValue[] = [];
  let length = 0;

  const columnsAt = (sequence: number): TraceColumns => {
    if (sequence < 0 || sequence >= length) {
      throw new RangeError(`There is no event ${sequence}: the trace has ${length}.`);
    }
    return segments[Math.floor(sequence / MOST_ROWS)] ?? NO_ROWS;
  };
  const rowOf = (sequence: number): number => sequence % MOST_ROWS;
  const timeAt = (sequence: number): Seconds => timeOf(columnsAt(sequence), rowOf(sequence));
  const kindCodeAt = (sequence: number): number =>
    columnsAt(sequence).kind[rowOf(sequence)] as number;
  const valueIndexAt = (sequence: number): number =>
    columnsAt(sequence).value[rowOf(sequence)] as number;
  const append = (source: TraceColumns, from: number, to: number): void => {
    for (let row = from; row < to;) {
      let segment = segments.at(-1);
      if (segment === undefined || segment.isFull) {
        segment = new GrowingColumns();
        segments.push(segment);
      }
      const end = Math.min(to, row + MOST_ROWS - segment.rows);
      segment.pushRows(source, row, end);
      row = end;
    }
    length += to - from;
  };

  return {
    header,
    get length() {
      return length;
    },
    get bytes() {
      return segments.reduce((sum, columns) => sum + bytesOf(columns), 0);
    },
    append(batch) {
      const skip = length - batch.first;
      if (skip < 0 || batch.firstValue > values.length) {
        throw new Error(
          `The trace has ${length} events, but the next batch begins at ${batch.first}.`,
        );
      }
      if (skip >= batch.count) return;
      append(batch.columns, skip, batch.count);
      for (let index = values.length - batch.firstValue; index < batch.values.length; index += 1) {
        values.push(batch.values[index] ?? NONE);
      }
    },
    *batches() {
      let first = 0;
      for (const segment of segments) {
        yield {
          first,
          count: segment.rows,
          columns: segment.toColumns(),
          firstValue: first === 0 ? 0 : values.length,
          values: first === 0 ? [...values] : [],
          oldestValue: 0,
        };
        first += segment.rows;
      }
    },
    columnsAt,
    timeAt,
    kindAt: (sequence) => KINDS[kindCodeAt(sequence)] ?? 'startup',
    kindCodeAt,
    nodeAt(sequence) {
      const node = columnsAt(sequence).node[rowOf(sequence)] as number;
      return node === REACTOR_ROW ? REACTOR : node;
    },
    instanceAt: (sequence) => columnsAt(sequence).instance[rowOf(sequence)] as number,
    linkAt: (sequence) => columnsAt(sequence).link[rowOf(sequence)] as number,
    causeAt: (sequence) => columnsAt(sequence).cause[rowOf(sequence)] as number,
    numberAt: (sequence) => numberOf(columnsAt(sequence), rowOf(sequence)),
    valueAt(sequence) {
      const index = valueIndexAt(sequence);
      return index === NO_VALUE ? null : (values[index] ?? NONE);
    },
    valueIndexAt,
    otherAt: (sequence) => decodeInstance(numberOf(columnsAt(sequence), rowOf(sequence))),
    eventAt: (sequence) =>
      readEvent(columnsAt(sequence), rowOf(sequence), sequence, (index) => values[index]),
    countUntil: (time, after) =>
      partitionPoint(0, length, (sequence) => {
        const moment = timeAt(sequence);
        return after ? moment > time : moment >= time;
      }),
  };
}
