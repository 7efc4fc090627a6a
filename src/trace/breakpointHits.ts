import type { Seconds } from '#base/units.ts';

import { createBreakpointMatcher, type BreakpointMatcher } from './breakpointMatcher.ts';
import { createBreakpointMoments, type BreakpointHit } from './breakpointMoments.ts';
import type { BreakpointRule } from './breakpointRule.ts';
import type { Trace } from './traceTable.ts';

/**
 * The events of the first part of a trace that hit breakpoints. A time is no event: it is counted
 * only where it is narrowed to a node.
 */
export interface BreakpointHits {
  readonly trace: Trace;
  readonly rules: readonly BreakpointRule[];
  /** How many events have been read. */
  readonly read: number;
  /** How many events hit each breakpoint. */
  readonly counts: readonly number[];
  /** How many events hit any that holds for events of a kind. */
  readonly count: number;
  /** The sequence numbers of those that are held against each event, rising; what lies behind `count` means nothing. */
  readonly sequences: Int32Array;
  readonly matcher: BreakpointMatcher;
  readonly momentsUntil: (until: Seconds) => readonly BreakpointHit[];
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
    momentsUntil: createBreakpointMoments(trace, rules),
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
  for (const { rule, sequence } of known.momentsUntil(known.trace.timeAt(upTo - 1))) {
    if (sequence !== null && sequence < upTo) counts[rule] = 1;
  }
  return { ...known, read: upTo, counts, count, sequences };
}
