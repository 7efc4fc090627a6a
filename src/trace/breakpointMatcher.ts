import { eventTest, type BreakpointRule, type HoldsAt } from './breakpointRule.ts';
import { KIND, KINDS } from './eventKinds.ts';
import { MOST_ROWS, type TraceColumns } from './traceColumns.ts';
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
  readonly holds: HoldsAt | null;
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
  const isIdle = watches.every((watch) => watch === undefined);

  return {
    next(from, to) {
      if (isIdle) return null;
      for (let first = from; first < to;) {
        const row = first % MOST_ROWS;
        const end = Math.min(MOST_ROWS, row + to - first);
        const hit = firstHit(watches, trace.columnsAt(first), {
          from: row,
          end,
          step: 1,
          base: first - row,
        });
        if (hit >= 0) return hit;
        first += end - row;
      }
      return null;
    },
    previous(from, to) {
      if (isIdle) return null;
      for (let last = from; last >= to;) {
        const row = last % MOST_ROWS;
        const end = Math.max(0, row + to - last) - 1;
        const hit = firstHit(watches, trace.columnsAt(last), {
          from: row,
          end,
          step: -1,
          base: last - row,
        });
        if (hit >= 0) return hit;
        last -= row + 1;
      }
      return null;
    },
    hitBy(sequence) {
      const watch = watches[trace.kindCodeAt(sequence)];
      if (watch === undefined) return [];
      const columns = trace.columnsAt(sequence);
      const row = sequence % MOST_ROWS;
      return [...watch.ofAll, ...(watch.ofNode.get(columns.node[row] as number) ?? [])]
        .filter(({ holds }) => holds === null || holds(columns, row, sequence))
        .map(({ rule }) => rule)
        .toSorted((a, b) => a - b);
    },
  };
}

type Watches = readonly (Watch | undefined)[];

/**
 * The first event that hits on the way from row `from` to `end` by `step`, 1 or -1, or -1 where
 * none does; `end` itself is left out, and `base` is the event of row 0.
 */
function firstHit(
  watches: Watches,
  columns: TraceColumns,
  { from, end, step, base }: { from: number; end: number; step: 1 | -1; base: number },
): number {
  const { kind } = columns;
  for (let row = from; row !== end; row += step) {
    const watch = watches[kind[row] as number];
    if (watch !== undefined && isHit(watch, columns, row, base + row)) return base + row;
  }
  return -1;
}

function isHit(watch: Watch, columns: TraceColumns, row: number, sequence: number): boolean {
  if (someHolds(watch.ofAll, columns, row, sequence)) return true;
  if (watch.ofNode.size === 0) return false;
  const checks = watch.ofNode.get(columns.node[row] as number);
  return checks !== undefined && someHolds(checks, columns, row, sequence);
}

function someHolds(
  checks: readonly Check[],
  columns: TraceColumns,
  row: number,
  sequence: number,
): boolean {
  for (const { holds } of checks) {
    if (holds === null || holds(columns, row, sequence)) return true;
  }
  return false;
}

function compile(trace: Trace, rules: readonly BreakpointRule[]): Watches {
  const watches: (Watch | undefined)[] = KINDS.map(() => undefined);
  const nodes = new Map(trace.header.nodes.map(({ id }, index) => [id, index]));
  rules.forEach((rule, index) => {
    if (!rule.enabled || rule.on === 'time') return;
    const node = rule.node === undefined ? null : nodes.get(rule.node);
    // A node that the run does not know has no events in it.
    if (node === undefined) return;
    const { kinds, holds } = eventTest(rule, trace);
    const check: Check = { rule: index, holds };
    for (const code of kinds.map((kind) => KIND[kind])) {
      const watch: Watch = watches[code] ?? { ofAll: [], ofNode: new Map() };
      watches[code] = watch;
      if (node === null) watch.ofAll.push(check);
      else watch.ofNode.set(node, [...(watch.ofNode.get(node) ?? []), check]);
    }
  });
  return watches;
}
