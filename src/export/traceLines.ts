import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import { functionAt } from '#trace/functionAt.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NONE, type FailureValue, type TraceValue } from '#trace/traceValue.ts';

/** A line: what a run of the exported program shows under real Twisted, too. */
export type TraceLine = { readonly [key: string]: Json };

/** The kinds of events that {@link LineReducer.next} has to see. */
export const LINE_KINDS: ReadonlySet<EventKind> = new Set([
  'entered',
  'returned',
  'returnedDeferred',
  'raised',
  'logged',
  'loggedError',
  'reported',
]);

/**
 * Reduces a run to lines, event by event; it keeps no more than the calls that are under way, and
 * the unhandled errors, equal ones once.
 */
export interface LineReducer {
  /** The line of the next event; null for an event that the program itself would not show. */
  next(event: TraceEvent): TraceLine | null;
  /** The last lines: the end, then all that Twisted would have written of unhandled errors. */
  end(end: RunEnd): readonly TraceLine[];
}

/** A reducer for a run of the program that the header tells of. */
export function createLineReducer(header: TraceHeader): LineReducer {
  const calls = new Map<string, number>();
  /** The calls under way, by the number of their `entered`. */
  const open = new Map<number, { readonly fn: string; readonly call: number }>();
  const unhandled = new Map<string, { readonly error: FailureValue; count: number }>();
  const note = (error: TraceValue): void => {
    if (error.is !== 'failure') return;
    const key = JSON.stringify(error);
    const noted = unhandled.get(key) ?? { error, count: 0 };
    noted.count += 1;
    unhandled.set(key, noted);
  };

  const enter = (event: TraceEvent): TraceLine => {
    const fn = functionAt(header, event.node, event.link, event.value) ?? '';
    const call = (calls.get(fn) ?? 0) + 1;
    calls.set(fn, call);
    open.set(event.sequence, { fn, call });
    const line = { t: rounded(event.time), ev: 'enter', fn, call };
    return event.value === null ? line : { ...line, in: toJson(event.value) };
  };
  const leave = (event: TraceEvent): TraceLine => {
    const { fn = '', call = 0 } = open.get(event.cause) ?? {};
    open.delete(event.cause);
    const line = { t: rounded(event.time), ev: 'leave', fn, call };
    switch (event.kind) {
      case 'raised':
        return { ...line, out: 'raise', error: errorOf(event.value ?? NONE) };
      case 'returnedDeferred':
        return { ...line, out: 'deferred' };
      default:
        return { ...line, out: 'return', value: toJson(event.value ?? NONE) };
    }
  };

  return {
    next(event) {
      switch (event.kind) {
        case 'entered':
          return enter(event);
        case 'returned':
        case 'returnedDeferred':
        case 'raised':
          return leave(event);
        case 'logged':
          return { t: rounded(event.time), ev: 'log', text: toJson(event.value ?? NONE) };
        case 'loggedError':
          return { t: rounded(event.time), ev: 'logged', error: errorOf(event.value ?? NONE) };
        case 'reported':
          note(event.value ?? NONE);
          return null;
        default:
          return null;
      }
    },
    end({ why, time, unhandled: atTheEnd }) {
      for (const { error } of atTheEnd) note(error);
      const sorted = [...unhandled.values()].toSorted(
        (a, b) => compare(a.error.type, b.error.type) || compare(a.error.message, b.error.message),
      );
      return [
        { t: rounded(time), ev: 'end', why },
        ...sorted.flatMap(({ error, count }) => {
          const line = { ev: 'unhandled', error: errorOf(error) };
          return Array.from({ length: count }, () => line);
        }),
      ];
    },
  };
}

/** A value as JSON: what is no JSON becomes an object that says what it is. */
function toJson(value: TraceValue): Json {
  switch (value.is) {
    case 'json':
      return value.json;
    case 'failure':
      return { failure: errorOf(value) };
    case 'list':
    case 'tuple':
      return value.items.map(toJson);
    case 'object':
      return { object: value.className };
  }
}

function errorOf(value: TraceValue): Json {
  if (value.is !== 'failure') return toJson(value);
  const { type, message, first } = value;
  return first === undefined
    ? { type, message }
    : { type, index: first.index, error: errorOf(first.error) };
}

/** Nine decimals: virtual time is kept to the nanosecond. */
function rounded(time: Seconds): number {
  return Math.round(time * 1e9) / 1e9;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
