import { createBreakpointMatcher, type BreakpointMatcher } from './breakpointMatcher.ts';
import type { BreakpointRule } from './breakpointRule.ts';
import type { Trace } from './traceTable.ts';

/** The events of the first part of a trace that hit breakpoints. Times are no events. */
export interface BreakpointHits {
  readonly trace: Trace;
  readonly rules: readonly BreakpointRule[];
  /** How many events have been read. */
  readonly read: number;
  /** How many events hit each breakpoint. */
  readonly counts: readonly number[];
  /** How many events hit any of them. */
  readonly count: number;
  /** Their sequence numbers, rising; what lies behind `count` means nothing. */
  readonly sequences: Int32Array;
  readonly matcher: BreakpointMatcher;
}

/** The hits of no event yet. */
export function beginHits(trace: Trace, rules: readonly BreakpointRule[]): BreakpointHits {
  return {
    trace,
    rules,
    read: 0,
    counts: rules.map(() => 0),
    count: 0,
    sequences: new Int32Array(64),
    matcher: createBreakpointMatcher(trace, rules),
  };
}

/** Reads on, up to and without event `upTo`; the same object where there is nothing to read. */
export function readHits(known: BreakpointHits, upTo: number): BreakpointHits {
  if (upTo <= known.read) return known;
  const { matcher } = known;
  const counts = [...known.counts];
  // Readings share the array: each means only what it has counted.
  let { count, sequences } = known;
  let hit = matcher.next(known.read, upTo);
  while (hit !== null) {
    if (count === sequences.length) {
      const larger = new Int32Array(count * 2);
      larger.set(sequences);
      sequences = larger;
    }
    sequences[count] = hit;
    count += 1;
    for (const rule of matcher.hitBy(hit)) counts[rule] = (counts[rule] ?? 0) + 1;
    hit = matcher.next(hit + 1, upTo);
  }
  return { ...known, read: upTo, counts, count, sequences };
}
