import type { Seconds } from '#base/units.ts';

import type { KindCode } from './eventKinds.ts';
import { GrowingColumns } from './growingColumns.ts';
import { encodeInstance, type TraceBatch } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';
import { createValueTable } from './valueTable.ts';

/**
 * Appends events one by one and hands them over in batches: the worker's end of a trace. A class,
 * as what it is made of, for speed.
 */
export class TraceWriter {
  /** How many events were written so far: the next one's sequence number. */
  length = 0;

  readonly #columns = new GrowingColumns();
  readonly #values = createValueTable();
  readonly #full: TraceBatch[] = [];
  #oldestValue = 0;

  /**
   * Writes an event and returns its sequence number. `node` is as the column has it; `value` is
   * NO_VALUE, or what one of the methods below gave just now.
   */
  write(
    time: Seconds,
    kind: KindCode,
    node: number,
    instance: number,
    link: number,
    cause: number,
    value: number,
  ): number {
    this.#columns.push(time, kind, node, instance, link, cause, value);
    this.length += 1;
    if (this.#columns.isFull) this.#full.push(this.#cut());
    return this.length - 1;
  }

  /** What stands for a number in the value column. */
  number(number: number): number {
    return this.#columns.addNumber(number);
  }

  /** What stands for an instance in the value column. */
  instance(node: number, instance: number): number {
    return this.#columns.addNumber(encodeInstance(node, instance));
  }

  /** What stands for a value in the value column; equal values share one, for a while at least. */
  value(value: TraceValue): number {
    return this.#values.intern(value);
  }

  /** What was written and not taken yet. The columns are the caller's to transfer. */
  *takeBatches(): Iterable<TraceBatch> {
    for (let full = this.#full.shift(); full !== undefined; full = this.#full.shift()) yield full;
    if (this.#columns.rows > 0) yield this.#cut();
  }

  #cut(): TraceBatch {
    const { rows: count } = this.#columns;
    const batch = {
      first: this.length - count,
      count,
      columns: this.#columns.toColumns(),
      oldestValue: this.#oldestValue,
      ...this.#values.takeFresh(),
    };
    this.#columns.clear();
    this.#oldestValue = this.#values.oldest;
    return batch;
  }
}
