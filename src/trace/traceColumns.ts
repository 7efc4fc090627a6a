import type { TraceValue } from './traceValue.ts';

/** The columns of a run of events: the index in each is the event. */
export interface TraceColumns {
  /** Virtual seconds, never falling. */
  readonly time: Float64Array;
  /** Codes of {@link KINDS}. */
  readonly kind: Uint8Array;
  /** Indexes into the header's nodes; -1 is the reactor. */
  readonly node: Int32Array;
  /** Which start of the node, from 1; 0 for the reactor. */
  readonly instance: Uint32Array;
  /** Index of the chain link; -1 for none. */
  readonly link: Int16Array;
  /** Sequence number of the event that caused this one; -1 for none. */
  readonly cause: Int32Array;
  /** By the kind's payload: a number, an index of a value, or an instance (see {@link instanceRef}). */
  readonly value: Float64Array;
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

/** An instance of a node in one number: the value of events whose payload is an instance. */
export function encodeInstance(node: number, instance: number): number {
  return node * 2 ** 32 + instance;
}

/** The instance that {@link encodeInstance} made a number of. */
export function decodeInstance(code: number): InstanceRef {
  return { node: Math.floor(code / 2 ** 32), instance: code % 2 ** 32 };
}

/** The value column of a kind with a value, where this event has none. */
export const NO_VALUE = -1;

/** Fresh columns of a capacity, all zero. */
export function makeColumns(capacity: number): TraceColumns {
  return {
    time: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    node: new Int32Array(capacity),
    instance: new Uint32Array(capacity),
    link: new Int16Array(capacity),
    cause: new Int32Array(capacity),
    value: new Float64Array(capacity),
  };
}

/** Copies rows `from` to `to - 1` of a run of columns behind row `at` of another. */
export function copyColumns(
  source: TraceColumns,
  from: number,
  to: number,
  target: TraceColumns,
  at: number,
): void {
  target.time.set(source.time.subarray(from, to), at);
  target.kind.set(source.kind.subarray(from, to), at);
  target.node.set(source.node.subarray(from, to), at);
  target.instance.set(source.instance.subarray(from, to), at);
  target.link.set(source.link.subarray(from, to), at);
  target.cause.set(source.cause.subarray(from, to), at);
  target.value.set(source.value.subarray(from, to), at);
}

/** The buffers of a batch, for a transfer list. */
export function transferablesOf(batch: TraceBatch): ArrayBuffer[] {
  return Object.values(batch.columns).map((column: { buffer: ArrayBuffer }) => column.buffer);
}
