import { eventTest, type BreakpointRule } from './breakpointRule.ts';
import { kindCode, KINDS } from './eventKinds.ts';
import type { Trace } from './traceTable.ts';

/** Holds the events of a trace against breakpoints, but for those at a time. */
export interface BreakpointMatcher {
  /** The first event from `from` to `to - 1` that hits, or null. */
  next(from: number, to: number): number | null;
  /** The last event from `from` down to `to` that hits, or null. */
  previous(from: number, to: number): number | null;
  /** The indexes of the breakpoints that an event hits, lowest first. */
  hitBy(sequence: number): readonly number[];
}

/** A breakpoint that events of a kind are held against. */
interface Check {
  readonly rule: number;
  readonly holds: ((sequence: number) => boolean) | null;
}

/** What events of one kind are held against. */
interface Watch {
  readonly ofAll: Check[];
  /** By the index of the node. */
  readonly ofNode: Map<number, Check[]>;
}

/** A matcher of all breakpoints that are switched on; the trace may grow while it is used. */
export function createBreakpointMatcher(
  trace: Trace,
  rules: readonly BreakpointRule[],
): BreakpointMatcher {
  // By the code of the kind: a scan reads a number an event, and looks closer at what is watched.
  const watches = compile(trace, rules);

  const checksAt = (watch: Watch, sequence: number): readonly Check[] | undefined =>
    watch.ofNode.size === 0 ? undefined : watch.ofNode.get(trace.nodeAt(sequence));
  const holds = (checks: readonly Check[], sequence: number): boolean => {
    for (const check of checks) {
      if (check.holds === null || check.holds(sequence)) return true;
    }
    return false;
  };
  const hits = (sequence: number): boolean => {
    const watch = watches[trace.kindCodeAt(sequence)];
    if (watch === undefined) return false;
    if (holds(watch.ofAll, sequence)) return true;
    const checks = checksAt(watch, sequence);
    return checks !== undefined && holds(checks, sequence);
  };
  const isIdle = watches.every((watch) => watch === undefined);

  return {
    next(from, to) {
      if (isIdle) return null;
      for (let sequence = from; sequence < to; sequence += 1) {
        if (hits(sequence)) return sequence;
      }
      return null;
    },
    previous(from, to) {
      if (isIdle) return null;
      for (let sequence = from; sequence >= to; sequence -= 1) {
        if (hits(sequence)) return sequence;
      }
      return null;
    },
    hitBy(sequence) {
      const watch = watches[trace.kindCodeAt(sequence)];
      if (watch === undefined) return [];
      return [...watch.ofAll, ...(checksAt(watch, sequence) ?? [])]
        .filter((check) => check.holds === null || check.holds(sequence))
        .map((check) => check.rule)
        .toSorted((a, b) => a - b);
    },
  };
}

function compile(trace: Trace, rules: readonly BreakpointRule[]): readonly (Watch | undefined)[] {
  const watches: (Watch | undefined)[] = KINDS.map(() => undefined);
  const nodes = new Map(trace.header.nodes.map(({ id }, index) => [id, index]));
  rules.forEach((rule, index) => {
    if (!rule.enabled || rule.on === 'time') return;
    const node = rule.node === undefined ? null : nodes.get(rule.node);
    // A node that the run does not know has no events in it.
    if (node === undefined) return;
    const { kinds, holds } = eventTest(rule, trace);
    const check: Check = { rule: index, holds };
    for (const code of kinds.map(kindCode)) {
      const watch: Watch = watches[code] ?? { ofAll: [], ofNode: new Map() };
      watches[code] = watch;
      if (node === null) watch.ofAll.push(check);
      else watch.ofNode.set(node, [...(watch.ofNode.get(node) ?? []), check]);
    }
  });
  return watches;
}
