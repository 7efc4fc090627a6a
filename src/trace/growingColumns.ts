import { payloadOf, KINDS } from './eventKinds.ts';
import { MOST_ROWS, timeOf, type TraceColumns } from './traceColumns.ts';

/** Whether the value column of a kind, by its code, can be an index of the numbers. */
const HAS_NUMBER = KINDS.map((kind) => {
  const payload = payloadOf(kind);
  return payload === 'number' || payload === 'instance';
});

/** Larger whole numbers are kept among the numbers: engines handle small ones best. */
const MOST_SHORT = 2 ** 30;

/**
 * Columns that rows are appended to, {@link MOST_ROWS} at most; what lies behind the last row means
 * nothing. A class with the columns as its fields: it is written some ten million times a second.
 */
export class GrowingColumns implements TraceColumns {
  times: Float64Array<ArrayBuffer>;
  numbers: Float64Array<ArrayBuffer>;
  moment: Uint16Array<ArrayBuffer>;
  kind: Uint8Array<ArrayBuffer>;
  node: Uint16Array<ArrayBuffer>;
  instance: Uint32Array<ArrayBuffer>;
  link: Int16Array<ArrayBuffer>;
  cause: Int32Array<ArrayBuffer>;
  value: Int32Array<ArrayBuffer>;
  /** How many rows there are. */
  rows = 0;
  #times = 0;
  #numbers = 0;
  #time = NaN;

  /** `capacity`: the rows that there is room for before the columns have to grow. */
  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.numbers = new Float64Array(capacity);
    this.moment = new Uint16Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.node = new Uint16Array(capacity);
    this.instance = new Uint32Array(capacity);
    this.link = new Int16Array(capacity);
    this.cause = new Int32Array(capacity);
    this.value = new Int32Array(capacity);
  }

  get isFull(): boolean {
    return this.rows === MOST_ROWS;
  }

  /** Appends a row; `value` is as the column has it: see {@link addNumber}. */
  push(
    time: number,
    kind: number,
    node: number,
    instance: number,
    link: number,
    cause: number,
    value: number,
  ): void {
    const row = this.rows;
    if (row === this.kind.length) this.#grow(row + 1);
    if (time !== this.#time) this.#addTime(time);
    this.moment[row] = this.#times - 1;
    this.kind[row] = kind;
    this.node[row] = node;
    this.instance[row] = instance;
    this.link[row] = link;
    this.cause[row] = cause;
    this.value[row] = value;
    this.rows = row + 1;
  }

  /** What stands for a number in the value column of the next row. */
  addNumber(number: number): number {
    const short = number | 0;
    if (short === number && short >= 0 && short < MOST_SHORT && !Object.is(number, -0)) {
      return short;
    }
    if (this.#numbers === this.numbers.length) {
      this.numbers = larger(Float64Array, this.numbers, this.#numbers + 1);
    }
    this.numbers[this.#numbers] = number;
    this.#numbers += 1;
    return -this.#numbers;
  }

  /** Appends the rows `from` to `to - 1` of other columns. */
  pushRows(source: TraceColumns, from: number, to: number): void {
    const at = this.rows;
    if (this.kind.length < at + to - from) this.#grow(at + to - from);
    this.kind.set(source.kind.subarray(from, to), at);
    this.node.set(source.node.subarray(from, to), at);
    this.instance.set(source.instance.subarray(from, to), at);
    this.link.set(source.link.subarray(from, to), at);
    this.cause.set(source.cause.subarray(from, to), at);
    this.#pushMoments(source, from, to);
    for (let row = from; row < to; row += 1) {
      const value = source.value[row] as number;
      const isNumber = value < 0 && HAS_NUMBER[source.kind[row] as number] === true;
      this.value[at + row - from] = isNumber
        ? this.addNumber(source.numbers[-1 - value] as number)
        : value;
    }
    this.rows = at + to - from;
  }

  /** The rows so far in columns of their own, without room for more. */
  toColumns(): TraceColumns {
    const { rows } = this;
    return {
      times: this.times.slice(0, this.#times),
      numbers: this.numbers.slice(0, this.#numbers),
      moment: this.moment.slice(0, rows),
      kind: this.kind.slice(0, rows),
      node: this.node.slice(0, rows),
      instance: this.instance.slice(0, rows),
      link: this.link.slice(0, rows),
      cause: this.cause.slice(0, rows),
      value: this.value.slice(0, rows),
    };
  }

  /** Begins anew, with the same room. */
  clear(): void {
    this.rows = 0;
    this.#times = 0;
    this.#numbers = 0;
    this.#time = NaN;
  }

  #pushMoments(source: TraceColumns, from: number, to: number): void {
    let moment = -1;
    for (let row = from; row < to; row += 1) {
      const next = source.moment[row] as number;
      if (next !== moment) {
        moment = next;
        const time = timeOf(source, row);
        if (time !== this.#time) this.#addTime(time);
      }
      this.moment[this.rows + row - from] = this.#times - 1;
    }
  }

  #addTime(time: number): void {
    if (this.#times === this.times.length) {
      this.times = larger(Float64Array, this.times, this.#times + 1);
    }
    this.times[this.#times] = time;
    this.#times += 1;
    this.#time = time;
  }

  #grow(rows: number): void {
    this.moment = larger(Uint16Array, this.moment, rows);
    this.kind = larger(Uint8Array, this.kind, rows);
    this.node = larger(Uint16Array, this.node, rows);
    this.instance = larger(Uint32Array, this.instance, rows);
    this.link = larger(Int16Array, this.link, rows);
    this.cause = larger(Int32Array, this.cause, rows);
    this.value = larger(Int32Array, this.value, rows);
  }
}

/** An array with the same beginning and room for at least `needed`, mostly twice as much as before. */
function larger<T extends { readonly length: number; set(source: T): void }>(
  Type: new (length: number) => T,
  array: T,
  needed: number,
): T {
  const grown = new Type(Math.min(MOST_ROWS, Math.max(needed, array.length * 2)));
  grown.set(array);
  return grown;
}
