import type { TraceValue } from './traceValue.ts';

/**
 * The columns of a run of at most {@link MOST_ROWS} events, 19 bytes for each; what is 8 bytes
 * long stands apart, once for what needs it.
 */
export interface TraceColumns {
  /** The virtual seconds at which something happens, rising. */
  readonly times: Float64Array<ArrayBuffer>;
  /** The numbers that rows refer to. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** The index of the event's time among `times`. */
  readonly moment: Uint16Array<ArrayBuffer>;
  /** Codes of the kinds. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** Indexes into the header's nodes; {@link REACTOR_ROW} is the reactor. */
  readonly node: Uint16Array<ArrayBuffer>;
  /** Which start of the node, from 1; 0 for the reactor. */
  readonly instance: Uint32Array<ArrayBuffer>;
  /** Index of the chain link; -1 for none. */
  readonly link: Int16Array<ArrayBuffer>;
  /** Sequence number of the event that caused this one; -1 for none. */
  readonly cause: Int32Array<ArrayBuffer>;
  /**
   * By the kind's payload: the index of a value, {@link NO_VALUE} for none; or a number or an
   * instance, as it is where that is a whole number from 0 on, else `-1 - index` of `numbers`.
   */
  readonly value: Int32Array<ArrayBuffer>;
}

/** Events `first` to `first + count - 1` of a trace, with the values that they are the first to name. */
export interface TraceBatch {
  readonly first: number;
  readonly count: number;
  readonly columns: TraceColumns;
  readonly firstValue: number;
  readonly values: readonly TraceValue[];
  /** The lowest index of a value that its events, or those of later batches, name. */
  readonly oldestValue: number;
}

/** An instance as another event's value. */
export interface InstanceRef {
  readonly node: number;
  readonly instance: number;
}

/** How many rows a run of columns can have: the index of a moment fits 16 bits. */
export const MOST_ROWS = 2 ** 16;

/** The node column of events that belong to the reactor. */
export const REACTOR_ROW = 2 ** 16 - 1;

/** The value column of a kind with a value, where this event has none; and of kinds without. */
export const NO_VALUE = -1;

/** An instance of a node in one number. */
export function encodeInstance(node: number, instance: number): number {
  return node * 2 ** 32 + instance;
}

/** The instance that {@link encodeInstance} made a number of. */
export function decodeInstance(code: number): InstanceRef {
  return { node: Math.floor(code / 2 ** 32), instance: code % 2 ** 32 };
}

/** The virtual seconds of a row. */
export function timeOf(columns: TraceColumns, row: number): number {
  return columns.times[columns.moment[row] as number] as number;
}

/** The number of a row whose kind has one. */
export function numberOf({ value, numbers }: TraceColumns, row: number): number {
  const code = value[row] as number;
  return code >= 0 ? code : (numbers[-1 - code] as number);
}

/** The arrays of columns, widest numbers first: the order in which a file has them. */
export function arraysOf(columns: TraceColumns): readonly TraceArray[] {
  const { times, numbers, instance, cause, value, moment, node, link, kind } = columns;
  return [times, numbers, instance, cause, value, moment, node, link, kind];
}

/** One array of columns. */
export type TraceArray = TraceColumns[keyof TraceColumns];

/** How many bytes columns take. */
export function bytesOf(columns: TraceColumns): number {
  return arraysOf(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The buffers of a batch, for a transfer list. */
export function transferablesOf(batch: TraceBatch): ArrayBuffer[] {
  return arraysOf(batch.columns).map(({ buffer }) => buffer);
}
