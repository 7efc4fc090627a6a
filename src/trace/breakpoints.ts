import type { Seconds } from '#base/units.ts';

import { createBreakpointMatcher } from './breakpointMatcher.ts';
import {
  createBreakpointMoments,
  isBefore,
  type BreakpointHit,
  type Instant,
} from './breakpointMoments.ts';
import type { BreakpointRule } from './breakpointRule.ts';
import type { Trace } from './traceTable.ts';

/** Finds where a trace hits breakpoints. Of several that hit at one instant it is the first. */
export interface BreakpointScanner {
  /** The nearest hit behind an instant, up to and with all that happens at `until`; null: none. */
  next(from: Instant, until: Seconds): BreakpointHit | null;
  /** The nearest hit before an instant; null: none. */
  previous(from: Instant): BreakpointHit | null;
}

/** A scanner over a trace, which may grow while it is used. */
export function createBreakpointScanner(
  trace: Trace,
  rules: readonly BreakpointRule[],
): BreakpointScanner {
  const matcher = createBreakpointMatcher(trace, rules);
  const momentsUntil = createBreakpointMoments(trace, rules);

  /** The hit of an event, unless the moment of a time is at the same instant and stands first. */
  const hitOf = (sequence: number, moment: BreakpointHit | null): BreakpointHit => {
    const [rule = 0] = matcher.hitBy(sequence);
    if (moment?.sequence === sequence && moment.rule < rule) return moment;
    return { rule, time: trace.timeAt(sequence), count: sequence + 1, sequence };
  };

  return {
    next(from, until) {
      const [moment = null] = momentsUntil(until)
        .filter((hit) => isBefore(from, hit))
        .toSorted(earliestFirst);
      const end = Math.min(trace.countUntil(until, true), moment?.count ?? Infinity);
      const sequence = matcher.next(from.count, end);
      return sequence === null ? moment : hitOf(sequence, moment);
    },
    previous(from) {
      const [moment = null] = momentsUntil(from.time)
        .filter((hit) => isBefore(hit, from))
        .toSorted((a, b) => earliestFirst(b, a) || a.rule - b.rule);
      const last = Math.min(from.count, trace.length) - 1;
      // Right behind an event one is at it; later on, nothing has happened since.
      const isAtLast = last >= 0 && trace.timeAt(last) === from.time;
      const floor = moment === null ? 0 : (moment.sequence ?? moment.count);
      const sequence = matcher.previous(isAtLast ? last - 1 : last, floor);
      return sequence === null ? moment : hitOf(sequence, moment);
    },
  };
}

function earliestFirst(a: BreakpointHit, b: BreakpointHit): number {
  return a.time - b.time || a.count - b.count;
}
