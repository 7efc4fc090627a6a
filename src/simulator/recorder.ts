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

import { MOST_EVENTS, type RunLimits } from './limits.ts';

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
  /** The budget that is used up; from then on nothing is written, and functions do nothing. */
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

/** A recorder that reads the time by `seconds`. */
export function createRecorder(seconds: () => Seconds, limits: RunLimits): Recorder {
  const writer = createTraceWriter();
  let cause = NO_CAUSE;
  let instant = -1;
  let atInstant = 0;
  let reached: ReachedLimit | null = null;
  const recent = createRecentNodes();

  const reachedLimit = (what: ReachedLimit['what'], count: number): ReachedLimit => ({
    what,
    count,
    canRaise: count < MOST_EVENTS,
    nodes: recent.busiest(),
  });
  const write = (
    kind: EventKind,
    node: number,
    instance: number,
    link: number,
    because: number,
    value: number,
  ): number => {
    if (reached !== null) return NO_CAUSE;
    const time = seconds();
    atInstant = time === instant ? atInstant + 1 : 1;
    instant = time;
    if (writer.length >= limits.events) {
      reached = reachedLimit('events', limits.events);
      return NO_CAUSE;
    }
    if (atInstant > limits.instant) {
      reached = reachedLimit('instant', limits.instant);
      return NO_CAUSE;
    }
    recent.add(node);
    if (recorder.probe === null) {
      return writer.write(time, kind, node, instance, link, because, value);
    }
    recorder.probe.writes?.();
    const sequence = writer.write(time, kind, node, instance, link, because, value);
    recorder.probe.written?.();
    return sequence;
  };
  const encode = (detail: number | TraceValue | InstanceRef | null): number => {
    if (detail === null) return NO_VALUE;
    if (typeof detail === 'number') return detail;
    return 'is' in detail ? writer.intern(detail) : encodeInstance(detail.node, detail.instance);
  };

  const recorder: Recorder = {
    probe: null,
    get length() {
      return writer.length;
    },
    get reached() {
      return reached;
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

/** The nodes of the last events, to name those that run in a circle. */
function createRecentNodes(): { add(node: number): void; busiest(): readonly number[] } {
  const last = new Int32Array(1024).fill(REACTOR);
  let next = 0;
  return {
    add(node) {
      last[next] = node;
      next = (next + 1) % last.length;
    },
    busiest() {
      const counts = new Map<number, number>();
      for (const node of last) if (node !== REACTOR) counts.set(node, (counts.get(node) ?? 0) + 1);
      const sorted = [...counts].sort((a, b) => b[1] - a[1]);
      // Whoever has far fewer events than the busiest has only happened to be near.
      const enough = (sorted[0]?.[1] ?? 0) / 10;
      return sorted
        .filter(([, count]) => count > enough)
        .slice(0, 5)
        .map(([node]) => node);
    },
  };
}
