import type { Seconds } from '#base/units.ts';

import { kindCode, type EventKind } from './eventKinds.ts';
import { copyColumns, makeColumns, type TraceBatch } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';
import { createValueTable } from './valueTable.ts';

/** Appends events one by one and hands them over in batches: the worker's end of a trace. */
export interface TraceWriter {
  /** How many events were written so far: the next one's sequence number. */
  readonly length: number;
  /** Writes an event and returns its sequence number. `value` is what goes into the value column. */
  write(
    time: Seconds,
    kind: EventKind,
    node: number,
    instance: number,
    link: number,
    cause: number,
    value: number,
  ): number;
  /** The index of a value for the value column; equal values share one, for a while at least. */
  intern(value: TraceValue): number;
  /** What was written since the last call, or null. The columns are the caller's to transfer. */
  takeBatch(): TraceBatch | null;
}

/** A writer that begins at event 0. */
export function createTraceWriter(): TraceWriter {
  const capacity = 4096;
  let columns = makeColumns(capacity);
  let first = 0;
  let count = 0;
  const table = createValueTable();
  let oldestValue = 0;

  return {
    get length() {
      return first + count;
    },
    write(time, kind, node, instance, link, cause, value) {
      if (count === columns.time.length) {
        const larger = makeColumns(count * 2);
        copyColumns(columns, 0, count, larger, 0);
        columns = larger;
      }
      columns.time[count] = time;
      columns.kind[count] = kindCode(kind);
      columns.node[count] = node;
      columns.instance[count] = instance;
      columns.link[count] = link;
      columns.cause[count] = cause;
      columns.value[count] = value;
      count += 1;
      return first + count - 1;
    },
    intern: (value) => table.intern(value),
    takeBatch() {
      if (count === 0) return null;
      const exact = makeColumns(count);
      copyColumns(columns, 0, count, exact, 0);
      const batch = { first, count, columns: exact, oldestValue, ...table.takeFresh() };
      first += count;
      count = 0;
      oldestValue = table.oldest;
      return batch;
    },
  };
}
