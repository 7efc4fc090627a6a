import type { Json } from '#base/json.ts';
import { pythonEquals } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';

import { KINDS, payloadOf, type EventKind } from './eventKinds.ts';
import { NO_VALUE, numberOf, type TraceColumns } from './traceColumns.ts';
import type { Trace } from './traceTable.ts';
import { NONE, toOutput, type TraceValue } from './traceValue.ts';

/** What a breakpoint waits for, as a schedule has it. */
export type BreakpointCondition =
  /** The first instant from a time on; with a node, the first event of it from then on. */
  | { readonly on: 'time'; readonly time: Seconds }
  /** Events of a kind; without one, all. */
  | { readonly on: 'event'; readonly event?: EventKind | undefined }
  /** A function raises, a Deferred fails, or what waited goes on with a failure. */
  | { readonly on: 'failure' }
  /** A failure has passed the last link, or an exception is logged by the reactor. */
  | { readonly on: 'unhandled' }
  /** A delayed call runs more than so many seconds after it was due. */
  | { readonly on: 'lateness'; readonly above: Seconds }
  /** An event has a value that is equal to this one, as Python's `==` has it. */
  | { readonly on: 'value'; readonly value: Json }
  /** A text is in what was printed, or in the text of an event's value. */
  | { readonly on: 'text'; readonly text: string };

/** A breakpoint. What is switched off hits nothing. */
export type BreakpointRule = BreakpointCondition & {
  /** The id of the node that it is narrowed to. */
  readonly node?: string | undefined;
  readonly enabled: boolean;
};

/** Which events a condition holds for. */
export interface EventTest {
  readonly kinds: readonly EventKind[];
  /** Whether it holds for an event of these kinds; null: for all of them. */
  readonly holds: HoldsAt | null;
}

/**
 * Whether a condition holds for an event, which is a row of columns: to find the columns for each
 * of a million events would take longer than to look into them.
 */
export type HoldsAt = (columns: TraceColumns, row: number, sequence: number) => boolean;

/** A condition on single events: a time is none. */
export type EventCondition = Exclude<BreakpointCondition, { on: 'time' }>;

const WITH_VALUE = KINDS.filter((kind) => payloadOf(kind) === 'value');
// A loop or a task that is over with a failure is none: its Deferred fails next.
const FAILURES: readonly EventKind[] = ['raised', 'failed', 'resumed', 'wentOn', 'became'];
const UNHANDLED: readonly EventKind[] = ['unhandled', 'loggedError', 'reported'];

/** The events of a trace that a condition holds for. */
export function eventTest(condition: EventCondition, trace: Trace): EventTest {
  switch (condition.on) {
    case 'event':
      return { kinds: condition.event === undefined ? KINDS : [condition.event], holds: null };
    case 'failure': {
      const isFailure = testOfValues(trace, (value) => value.is === 'failure');
      return { kinds: FAILURES, holds: isFailure };
    }
    case 'unhandled':
      return { kinds: UNHANDLED, holds: null };
    case 'lateness': {
      const { above } = condition;
      return { kinds: ['ran'], holds: (columns, row) => numberOf(columns, row) > above };
    }
    case 'value': {
      const { value: wanted } = condition;
      const isEqual = (value: TraceValue): boolean =>
        value.is === 'json' && pythonEquals(value.json, wanted);
      return { kinds: WITH_VALUE, holds: testOfValues(trace, isEqual) };
    }
    case 'text': {
      const { text } = condition;
      const contains = (value: TraceValue): boolean => toOutput(value).includes(text);
      return { kinds: WITH_VALUE, holds: testOfValues(trace, contains) };
    }
  }
}

const UNKNOWN = 0;
const FAILS = 1;
const HOLDS = 2;

/** A test of the values of events. Each value of the trace is tested once, then only its index is read. */
function testOfValues(trace: Trace, test: (value: TraceValue) => boolean): HoldsAt {
  let known = new Uint8Array(1024);
  return ({ value }, row, sequence) => {
    const index = value[row] as number;
    if (index === NO_VALUE) return false;
    if (index >= known.length) {
      const larger = new Uint8Array(Math.max(index + 1, known.length * 2));
      larger.set(known);
      known = larger;
    }
    if (known[index] === UNKNOWN) {
      known[index] = test(trace.valueAt(sequence) ?? NONE) ? HOLDS : FAILS;
    }
    return known[index] === HOLDS;
  };
}
