import type { Seconds } from '#base/units.ts';

import { KINDS, payloadOf, type EventKind } from './eventKinds.ts';
import {
  decodeInstance,
  NO_VALUE,
  numberOf,
  REACTOR_ROW,
  timeOf,
  type InstanceRef,
  type TraceColumns,
} from './traceColumns.ts';
import { REACTOR } from './traceHeader.ts';
import { NONE, type TraceValue } from './traceValue.ts';

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

/** Takes a row of columns out of them; `valueOf` knows the values by their indexes. */
export function readEvent(
  columns: TraceColumns,
  row: number,
  sequence: number,
  valueOf: (index: number) => TraceValue | undefined,
): TraceEvent {
  const kind = KINDS[columns.kind[row] as number] ?? 'startup';
  const payload = payloadOf(kind);
  const node = columns.node[row] as number;
  const code = columns.value[row] as number;
  return {
    sequence,
    time: timeOf(columns, row),
    kind,
    node: node === REACTOR_ROW ? REACTOR : node,
    instance: columns.instance[row] as number,
    link: columns.link[row] as number,
    cause: columns.cause[row] as number,
    number: payload === 'number' ? numberOf(columns, row) : null,
    value: payload === 'value' && code !== NO_VALUE ? (valueOf(code) ?? NONE) : null,
    other: payload === 'instance' ? decodeInstance(numberOf(columns, row)) : null,
  };
}
