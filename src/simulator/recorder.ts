import type { Seconds } from '#base/units.ts';
import type { CodeWith, KindCode } from '#trace/eventKinds.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';
import { NO_VALUE, REACTOR_ROW, type InstanceRef, type TraceBatch } from '#trace/traceColumns.ts';
import { NO_CAUSE, NO_INSTANCE, NO_LINK, REACTOR } from '#trace/traceHeader.ts';
import { TraceWriter } from '#trace/traceWriter.ts';
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

/** The budget is used up, and what would go on by itself must not: it ends a test clock's advance. */
export class RunOver extends Error {}

/** What a recorder reads the time by. */
export interface RecorderClock {
  seconds(): Seconds;
}

/**
 * Writes what happens, with what caused it, within the budgets. A class, because it is called for
 * each event.
 */
export class Recorder {
  probe: RecorderProbe | null = null;
  /** The budget that is used up; from then on nothing is written, and functions do nothing. */
  reached: ReachedLimit | null = null;
  /** The event in whose course things happen now. Whoever sets it puts back what it was: {@link within}. */
  cause = NO_CAUSE;

  readonly #clock: RecorderClock;
  readonly #limits: RunLimits;
  readonly #writer = new TraceWriter();
  readonly #recent = new RecentNodes();
  #instant: Seconds = NaN;
  /** The length of the trace at which a budget is used up, if time stands still. */
  #mostLength = 0;

  constructor(clock: RecorderClock, limits: RunLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** How many events were written. */
  get length(): number {
    return this.#writer.length;
  }

  /** Writes an event of an instance, or of the reactor. `cause` is the present one unless given. */
  event(kind: KindCode, instance: InstanceRef, link = NO_LINK, cause = this.cause): number {
    return this.#write(kind, instance, link, cause, NO_VALUE);
  }

  /** The same for a kind that has a number. */
  number(
    kind: CodeWith<'number'>,
    instance: InstanceRef,
    number: number,
    link = NO_LINK,
    cause = this.cause,
  ): number {
    return this.#write(kind, instance, link, cause, this.#writer.number(number));
  }

  /** The same for a kind that has a value; null where this event has none. */
  value(
    kind: CodeWith<'value'>,
    instance: InstanceRef,
    value: TraceValue | null,
    link = NO_LINK,
    cause = this.cause,
  ): number {
    const index = value === null ? NO_VALUE : this.#writer.value(value);
    return this.#write(kind, instance, link, cause, index);
  }

  /** The same for a kind that has another instance. */
  other(
    kind: CodeWith<'instance'>,
    instance: InstanceRef,
    other: InstanceRef,
    link = NO_LINK,
    cause = this.cause,
  ): number {
    const code = this.#writer.instance(other.node, other.instance);
    return this.#write(kind, instance, link, cause, code);
  }

  /** Does something whose effects have `cause` as their cause. */
  within<T>(cause: number, act: () => T): T {
    const before = this.cause;
    this.cause = cause;
    try {
      return act();
    } finally {
      this.cause = before;
    }
  }

  /** The events since the last call. */
  takeBatches(): readonly TraceBatch[] {
    return this.#writer.takeBatches();
  }

  #write(
    kind: KindCode,
    { node, instance }: InstanceRef,
    link: number,
    cause: number,
    value: number,
  ): number {
    if (this.reached !== null) return NO_CAUSE;
    const time = this.#clock.seconds();
    if (time !== this.#instant) this.#beginInstant(time);
    if (this.length >= this.#mostLength) {
      this.#reach();
      return NO_CAUSE;
    }
    this.#recent.add(node);
    const { probe } = this;
    if (probe !== null) probe.writes?.();
    const row = node === REACTOR ? REACTOR_ROW : node;
    const sequence = this.#writer.write(time, kind, row, instance, link, cause, value);
    if (probe !== null) probe.written?.();
    return sequence;
  }

  #beginInstant(time: Seconds): void {
    const { events, instant } = this.#limits;
    this.#instant = time;
    this.#mostLength = Math.min(events, this.length + instant);
  }

  #reach(): void {
    const { events, instant } = this.#limits;
    const what = this.length >= events ? 'events' : 'instant';
    const count = what === 'events' ? events : instant;
    const nodes = this.#recent.busiest();
    this.reached = { what, count, canRaise: count < MOST_EVENTS, nodes };
  }
}

/** The nodes of the last events, to name those that run in a circle. */
class RecentNodes {
  readonly #last = new Int32Array(1024).fill(REACTOR);
  #added = 0;

  add(node: number): void {
    this.#last[this.#added & 1023] = node;
    this.#added = (this.#added + 1) | 0;
  }

  busiest(): readonly number[] {
    const counts = new Map<number, number>();
    for (const node of this.#last) {
      if (node !== REACTOR) counts.set(node, (counts.get(node) ?? 0) + 1);
    }
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    // Whoever has far fewer events than the busiest has only happened to be near.
    const enough = (sorted[0]?.[1] ?? 0) / 10;
    return sorted
      .filter(([, count]) => count > enough)
      .slice(0, 5)
      .map(([node]) => node);
  }
}
