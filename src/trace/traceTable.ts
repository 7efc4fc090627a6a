import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';

import { KINDS, payloadOf, type EventKind } from './eventKinds.ts';
import {
  copyColumns,
  decodeInstance,
  makeColumns,
  NO_VALUE,
  type InstanceRef,
  type TraceBatch,
  type TraceColumns,
} from './traceColumns.ts';
import { NONE, type TraceValue } from './traceValue.ts';
import { NO_CAUSE, NO_INSTANCE, NO_LINK, REACTOR, type TraceHeader } from './traceHeader.ts';

/** An event taken out of the columns, for views that show one. */
export interface TraceEvent {
  /** Its sequence number, from 0. */
  readonly sequence: number;
  readonly time: Seconds;
  readonly kind: EventKind;
  readonly node: number;
  readonly instance: number;
  readonly link: number;
  readonly cause: number;
  /** The number, for kinds with that payload. */
  readonly number: number | null;
  /** The value, for kinds with that payload; null where the event has none. */
  readonly value: TraceValue | null;
  /** The other instance, for kinds with that payload. */
  readonly other: InstanceRef | null;
}

/**
 * The events of a run as append-only columns. Sequence numbers are indexes. What is appended never
 * changes, so views may remember what they have read up to `length`.
 */
export interface Trace {
  readonly header: TraceHeader;
  readonly length: number;
  /**
   * Takes a batch over. Events that are here already are skipped, so a run that is done again may
   * send its beginning again.
   *
   * @throws Error where the batch leaves a gap after the last event.
   */
  append(batch: TraceBatch): void;
  timeAt(sequence: number): Seconds;
  /** The code of its kind: what {@link kindCode} gives. */
  kindCodeAt(sequence: number): number;
  kindAt(sequence: number): EventKind;
  nodeAt(sequence: number): number;
  instanceAt(sequence: number): number;
  linkAt(sequence: number): number;
  causeAt(sequence: number): number;
  /** The value column as it is: only for kinds whose payload is a number. */
  numberAt(sequence: number): number;
  /** The value of an event whose payload is one; null where it has none. */
  valueAt(sequence: number): TraceValue | null;
  /** The instance that is the value of an event whose payload is one. */
  otherAt(sequence: number): InstanceRef;
  eventAt(sequence: number): TraceEvent;
  /** How many events happened before `time` (`after` false) or up to and at it (`after` true). */
  countUntil(time: Seconds, after: boolean): number;
}

/** Takes a row of columns out of them; `valueOf` knows the values by their indexes. */
export function readEvent(
  columns: TraceColumns,
  row: number,
  sequence: number,
  valueOf: (index: number) => TraceValue | undefined,
): TraceEvent {
  const kind = KINDS[columns.kind[row] ?? 0] ?? 'startup';
  const payload = payloadOf(kind);
  const code = columns.value[row] ?? NO_VALUE;
  return {
    sequence,
    time: columns.time[row] ?? 0,
    kind,
    node: columns.node[row] ?? REACTOR,
    instance: columns.instance[row] ?? NO_INSTANCE,
    link: columns.link[row] ?? NO_LINK,
    cause: columns.cause[row] ?? NO_CAUSE,
    number: payload === 'number' ? code : null,
    value: payload === 'value' && code !== NO_VALUE ? (valueOf(code) ?? NONE) : null,
    other: payload === 'instance' ? decodeInstance(code) : null,
  };
}

/** An empty trace of a program. */
export function createTrace(header: TraceHeader): Trace {
  let columns = makeColumns(1024);
  let length = 0;
  const values: TraceValue[] = [];

  const grow = (needed: number): void => {
    if (needed <= columns.time.length) return;
    const larger = makeColumns(Math.max(needed, columns.time.length * 2));
    copyColumns(columns, 0, length, larger, 0);
    columns = larger;
  };
  const at = (column: ArrayLike<number>, sequence: number): number => {
    if (sequence < 0 || sequence >= length) {
      throw new RangeError(`There is no event ${sequence}: the trace has ${length}.`);
    }
    return column[sequence] as number;
  };
  const kindCodeAt = (sequence: number): number => at(columns.kind, sequence);
  const valueAt = (sequence: number): TraceValue | null => {
    const index = at(columns.value, sequence);
    return index === NO_VALUE ? null : (values[index] ?? NONE);
  };
  const otherAt = (sequence: number): InstanceRef => decodeInstance(at(columns.value, sequence));

  return {
    header,
    get length() {
      return length;
    },
    append(batch) {
      const skip = length - batch.first;
      if (skip < 0 || batch.firstValue > values.length) {
        throw new Error(
          `The trace has ${length} events, but the next batch begins at ${batch.first}.`,
        );
      }
      if (skip >= batch.count) return;
      grow(batch.first + batch.count);
      copyColumns(batch.columns, skip, batch.count, columns, length);
      length = batch.first + batch.count;
      for (let index = values.length - batch.firstValue; index < batch.values.length; index += 1) {
        values.push(batch.values[index] ?? NONE);
      }
    },
    timeAt: (sequence) => at(columns.time, sequence),
    kindCodeAt,
    kindAt: (sequence) => KINDS[kindCodeAt(sequence)] ?? 'startup',
    nodeAt: (sequence) => at(columns.node, sequence),
    instanceAt: (sequence) => at(columns.instance, sequence),
    linkAt: (sequence) => at(columns.link, sequence),
    causeAt: (sequence) => at(columns.cause, sequence),
    numberAt: (sequence) => at(columns.value, sequence),
    valueAt,
    otherAt,
    eventAt(sequence) {
      at(columns.kind, sequence);
      return readEvent(columns, sequence, sequence, (index) => values[index]);
    },
    countUntil(time, after) {
      return partitionPoint(0, length, (sequence) => {
        const moment = columns.time[sequence] as number;
        return after ? moment > time : moment >= time;
      });
    },
  };
}
