import type { Seconds } from '#base/units.ts';
import type { CodeWith, KindCode } from '#trace/eventKinds.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';
import { NO_VALUE, REACTOR_ROW, type InstanceRef, type TraceBatch } from '#trace/traceColumns.ts';
import { NO_CAUSE, NO_INSTANCE, NO_LINK, REACTOR } from '#trace/traceHeader.ts';
import { TraceWriter } from '#trace/traceWriter.ts';
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
  /** The event in whose course things happen now. Whoever sets it puts back what it was: {@link within}. */
  cause = NO_CAUSE;

  readonly #clock: RecorderClock;
  readonly #budget: Budget;
  readonly #writer = new TraceWriter();
  /** How many values are weighed: the numbers of new ones only grow. */
  #weighed = 0;

  constructor(clock: RecorderClock, budget: Budget) {
    this.#clock = clock;
    this.#budget = budget;
  }

  /** The budget at which a pass was cut short; from then on nothing is written, and functions do nothing. */
  get reached(): ReachedLimit | null {
    return this.#budget.cut;
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
    return this.#write(
      kind,
      instance,
      link,
      cause,
      value === null ? NO_VALUE : this.#intern(value),
    );
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

  /** The events that were not taken yet. */
  takeBatches(): Iterable<TraceBatch> {
    return this.#writer.takeBatches();
  }

  #write(
    kind: KindCode,
    { node, instance }: InstanceRef,
    link: number,
    cause: number,
    value: number,
  ): number {
    const time = this.#clock.seconds();
    if (!this.#budget.admit(this.#writer.length, time, node)) return NO_CAUSE;
    const { probe } = this;
    if (probe !== null) probe.writes?.();
    const row = node === REACTOR ? REACTOR_ROW : node;
    const sequence = this.#writer.write(time, kind, row, instance, link, cause, value);
    if (probe !== null) probe.written?.();
    return sequence;
  }

  #intern(value: TraceValue): number {
    const number = this.#writer.value(value);
    if (number >= this.#weighed) {
      this.#weighed = number + 1;
      this.#budget.valueBytes += weightOf(value);
    }
    return number;
  }
}
