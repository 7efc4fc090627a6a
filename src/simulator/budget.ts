import type { Bytes, Seconds } from '#base/units.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';
import { REACTOR } from '#trace/traceHeader.ts';

import { MOST, type RunLimits } from './limits.ts';
import { CALL_BYTES, EVENT_BYTES } from './weights.ts';

/** What a run holds, besides its trace. */
export interface Holdings {
  /** How many delayed calls are pending. */
  pending(): number;
  /** What the nodes of the program take. May be slow: it is asked for now and then. */
  nodes(): Bytes;
}

/** Keeps account of what a run has used up. */
export interface Budget {
  /** The budget at which a pass was cut short: from then on nothing happens any more. */
  readonly cut: ReachedLimit | null;
  /** What the values of the trace take. Whoever adds one adds to this. */
  valueBytes: Bytes;
  /** Accounts for an event before it is written; false where it must not be. */
  admit(length: number, time: Seconds, node: number): boolean;
  /** Between two passes: what is used up, or null. `length` is that of the trace. */
  usedUp(length: number, holdings: Holdings): ReachedLimit | null;
  /** Sets other limits. */
  setLimits(limits: RunLimits): void;
}

/** What is held is weighed anew whenever so many events have been written. */
const WEIGH_EVERY = 4096;

/** An account of a run that has not begun. */
export function createBudget(limits: RunLimits): Budget {
  let instant = -1;
  let atInstant = 0;
  let cut: ReachedLimit | null = null;
  let nodeBytes: Bytes = 0;
  let weighAt = WEIGH_EVERY;
  let mostEvents = 0;
  let mostAtInstant = 0;
  const recent = createRecentNodes();

  const reached = (what: ReachedLimit['what']): ReachedLimit => ({
    what,
    count: limits[what],
    canRaise: limits[what] < MOST[what],
    nodes: recent.busiest(),
  });
  const setLimits = (next: RunLimits): void => {
    limits = next;
    mostEvents = withOverrun(next.events, next.overrun);
    mostAtInstant = withOverrun(next.instant, next.overrun);
  };
  setLimits(limits);

  const budget: Budget = {
    get cut() {
      return cut;
    },
    valueBytes: 0,
    admit(length, time, node) {
      if (cut !== null) return false;
      atInstant = time === instant ? atInstant + 1 : 1;
      instant = time;
      if (length >= mostEvents) cut = reached('events');
      else if (atInstant > mostAtInstant) cut = reached('instant');
      else if (budget.valueBytes > limits.memory) cut = reached('memory');
      else {
        recent.add(node);
        return true;
      }
      return false;
    },
    usedUp(length, holdings) {
      if (length >= limits.events) return reached('events');
      if (atInstant > limits.instant) return reached('instant');
      const calls = holdings.pending();
      if (calls > limits.pending) return reached('pending');
      if (length >= weighAt) {
        weighAt = length + WEIGH_EVERY;
        nodeBytes = holdings.nodes();
      }
      const bytes = length * EVENT_BYTES + budget.valueBytes + calls * CALL_BYTES + nodeBytes;
      return bytes > limits.memory ? reached('memory') : null;
    },
    setLimits,
  };
  return budget;
}

/** How far a pass may go that begins within a budget. What nothing raises is never exceeded. */
function withOverrun(limit: number, part: number): number {
  return Math.max(limit, Math.min(limit + Math.floor(limit * part), MOST.events));
}

/** The nodes of the last events, to name those that run in a circle. */
function createRecentNodes(): { add(node: number): void; busiest(): readonly number[] } {
  const last = new Int32Array(1024).fill(REACTOR);
  let added = 0;
  return {
    add(node) {
      last[added & 1023] = node;
      added += 1;
    },
    busiest() {
      const counts = new Map<number, number>();
      for (const node of last) if (node !== REACTOR) counts.set(node, (counts.get(node) ?? 0) + 1);
      const sorted = [...counts].sort((a, b) => b[1] - a[1]);
      // Whoever has far fewer events than the busiest has only happened to be near.
      const enough = (sorted[0]?.[1] ?? 0) / 10;
      return sorted
        .filter(([, count]) => count > enough)
        .slice(0, 5)
        .map(([node]) => node);
    },
  };
}
