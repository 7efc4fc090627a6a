import type { Seconds } from '#base/units.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';
import {
  encodeInstance,
  NO_VALUE,
  type InstanceRef,
  type TraceBatch,
} from '#trace/traceColumns.ts';
import { NO_CAUSE, NO_INSTANCE, NO_LINK, REACTOR } from '#trace/traceHeader.ts';
import { createTraceWriter } from '#trace/traceWriter.ts';
import type { TraceValue } from '#trace/traceValue.ts';

import type { Budget } from './budget.ts';
import { weightOf } from './weights.ts';

/** The reactor, as what an event is of. */
export const REACTOR_REF: InstanceRef = { node: REACTOR, instance: NO_INSTANCE };

/** Is told of each event, at the moment it is written. */
export interface RecorderProbe {
  /** An event is about to be written: all that the last one says has happened. */
  writes?(): void;
  /** An event was written. */
  written?(): void;
}

/** Writes what happens, with what caused it, within the budgets. */
export interface Recorder {
  probe: RecorderProbe | null;
  readonly length: number;
  /** The budget at which a pass was cut short; from then on nothing is written, and functions do nothing. */
  readonly reached: ReachedLimit | null;
  /** The event in whose course things happen now. */
  readonly cause: number;
  /** Writes an event of an instance, or of the reactor. `detail` fits the kind's payload; `cause` is the present one unless given. */
  event(
    kind: EventKind,
    instance: InstanceRef,
    detail?: number | TraceValue | InstanceRef | null,
    link?: number,
    cause?: number,
  ): number;
  /** Does something whose effects have `cause` as their cause. */
  within<T>(cause: number, act: () => T): T;
  takeBatch(): TraceBatch | null;
}

/** The budget is used up, and what would go on by itself must not: it ends a test clock's advance. */
export class RunOver extends Error {}

/** A recorder that reads the time by `seconds`, and writes what the budget admits. */
export function createRecorder(seconds: () => Seconds, budget: Budget): Recorder {
  const writer = createTraceWriter();
  let cause = NO_CAUSE;
  /** How many values are weighed: the numbers of new ones only grow. */
  let weighed = 0;

  const write = (
    kind: EventKind,
    node: number,
    instance: number,
    link: number,
    because: number,
    value: number,
  ): number => {
    const time = seconds();
    if (!budget.admit(writer.length, time, node)) return NO_CAUSE;
    if (recorder.probe === null) {
      return writer.write(time, kind, node, instance, link, because, value);
    }
    recorder.probe.writes?.();
    const sequence = writer.write(time, kind, node, instance, link, because, value);
    recorder.probe.written?.();
    return sequence;
  };
  const intern = (value: TraceValue): number => {
    const number = writer.intern(value);
    if (number >= weighed) {
      weighed = number + 1;
      budget.valueBytes += weightOf(value);
    }
    return number;
  };
  const encode = (detail: number | TraceValue | InstanceRef | null): number => {
    if (detail === null) return NO_VALUE;
    if (typeof detail === 'number') return detail;
    return 'is' in detail ? intern(detail) : encodeInstance(detail.node, detail.instance);
  };

  const recorder: Recorder = {
    probe: null,
    get length() {
      return writer.length;
    },
    get reached() {
      return budget.cut;
    },
    get cause() {
      return cause;
    },
    event: (kind, { node, instance }, detail = null, link = NO_LINK, because = cause) =>
      write(kind, node, instance, link, because, encode(detail)),
    within(because, act) {
      const before = cause;
      cause = because;
      try {
        return act();
      } finally {
        cause = before;
      }
    },
    takeBatch: () => writer.takeBatch(),
  };
  return recorder;
}
