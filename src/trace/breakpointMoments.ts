import type { Seconds } from '#base/units.ts';

import type { BreakpointRule } from './breakpointRule.ts';
import type { Trace } from './traceTable.ts';

/** An instant of a trace: a time, and how many events have happened. */
export interface Instant {
  readonly time: Seconds;
  readonly count: number;
}

/** A breakpoint that is hit, and the instant at which playing stops for it. */
export interface BreakpointHit extends Instant {
  /** The index of the breakpoint in its list. */
  readonly rule: number;
  /** The event that hits: the instant is right behind it. Null: it is a time, before what happens then. */
  readonly sequence: number | null;
}

/** Whether an instant is earlier than another one. */
export function isBefore(one: Instant, other: Instant): boolean {
  return one.time < other.time || (one.time === other.time && one.count < other.count);
}

/**
 * The instants of the breakpoints at a time. One without a node is hit when the time has come, also
 * where nothing happens then; one with a node by the first event of the node from that time on.
 */
export function createBreakpointMoments(
  trace: Trace,
  rules: readonly BreakpointRule[],
): (until: Seconds) => readonly BreakpointHit[] {
  const nodes = new Map(trace.header.nodes.map(({ id }, index) => [id, index]));
  const moments = rules.flatMap((rule, index) => {
    if (!rule.enabled || rule.on !== 'time') return [];
    const { time } = rule;
    if (rule.node === undefined) {
      const hit = (): BreakpointHit => {
        return { rule: index, time, count: trace.countUntil(time, false), sequence: null };
      };
      return [{ time, hit }];
    }
    const node = nodes.get(rule.node);
    return node === undefined ? [] : [{ time, hit: firstEvent(trace, node, time, index) }];
  });
  return (until) =>
    moments.flatMap(({ time, hit }) => {
      const found = time > until ? null : hit();
      return found === null || found.time > until ? [] : [found];
    });
}

/** Finds the first event of a node from a time on; what was looked through once is not again. */
function firstEvent(
  trace: Trace,
  node: number,
  from: Seconds,
  rule: number,
): () => BreakpointHit | null {
  let found: BreakpointHit | null = null;
  let searched = 0;
  return () => {
    if (found !== null) return found;
    searched = Math.max(searched, trace.countUntil(from, false));
    for (; searched < trace.length; searched += 1) {
      if (trace.nodeAt(searched) !== node) continue;
      const time = trace.timeAt(searched);
      found = { rule, time, count: searched + 1, sequence: searched };
      return found;
    }
    return null;
  };
}
