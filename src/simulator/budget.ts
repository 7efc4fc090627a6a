import type { Bytes, Seconds } from '#base/units.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';
import { REACTOR } from '#trace/traceHeader.ts';

import { MOST, type Limited, type RunLimits } from './limits.ts';
import { CALL_BYTES, EVENT_BYTES } from './weights.ts';

/** What a run holds, besides its trace. */
export interface Holdings {
  /** How many delayed calls are pending. */
  readonly pending: () => number;
  /** What the nodes of the program take. May be slow: it is asked for now and then. */
  readonly nodes: () => Bytes;
}

/** What is held is weighed anew whenever so many events have been written. */
const WEIGH_EVERY = 4096;

/** Keeps account of what a run has used up. A class, because it is asked at each event. */
export class Budget {
  /** The budget at which a pass was cut short: from then on nothing happens any more. */
  cut: ReachedLimit | null = null;
  /** What the values of the trace take. Whoever adds one adds to this. */
  valueBytes: Bytes = 0;

  #limits: RunLimits;
  readonly #recent = new RecentNodes();
  #instant: Seconds = NaN;
  /** The length of the trace at which this instant has begun. */
  #instantFrom = 0;
  /** The length of the trace at which a pass is cut short, if time stands still. */
  #mostLength = 0;
  #nodeBytes: Bytes = 0;
  #weighAt = WEIGH_EVERY;

  constructor(limits: RunLimits) {
    this.#limits = limits;
  }

  /** Accounts for an event before it is written; false where it must not be. */
  admit(length: number, time: Seconds, node: number): boolean {
    if (this.cut !== null) return false;
    if (time !== this.#instant) this.#beginInstant(length, time);
    if (length >= this.#mostLength || this.valueBytes > this.#limits.memory) {
      this.cut = this.#reached(this.#whatCuts(length));
      return false;
    }
    this.#recent.add(node);
    return true;
  }

  /** Between two passes: what is used up, or null. `length` is that of the trace. */
  usedUp(length: number, { pending, nodes }: Holdings): ReachedLimit | null {
    const { events, instant, pending: mostPending, memory } = this.#limits;
    if (length >= events) return this.#reached('events');
    if (length - this.#instantFrom > instant) return this.#reached('instant');
    const calls = pending();
    if (calls > mostPending) return this.#reached('pending');
    if (length >= this.#weighAt) {
      this.#weighAt = length + WEIGH_EVERY;
      this.#nodeBytes = nodes();
    }
    const bytes = length * EVENT_BYTES + this.valueBytes + calls * CALL_BYTES + this.#nodeBytes;
    return bytes > memory ? this.#reached('memory') : null;
  }

  /** Sets other limits. */
  setLimits(limits: RunLimits): void {
    this.#limits = limits;
    this.#setMostLength();
  }

  #beginInstant(length: number, time: Seconds): void {
    this.#instant = time;
    this.#instantFrom = length;
    this.#setMostLength();
  }

  #setMostLength(): void {
    const { events, instant, overrun } = this.#limits;
    const atInstant = this.#instantFrom + withOverrun(instant, overrun);
    this.#mostLength = Math.min(withOverrun(events, overrun), atInstant);
  }

  #whatCuts(length: number): Limited {
    const { events, overrun } = this.#limits;
    if (length >= withOverrun(events, overrun)) return 'events';
    return length >= this.#mostLength ? 'instant' : 'memory';
  }

  #reached(what: Limited): ReachedLimit {
    const count = this.#limits[what];
    return { what, count, canRaise: count < MOST[what], nodes: this.#recent.busiest() };
  }
}

/** How far a pass may go that begins within a budget. What nothing raises is never exceeded. */
function withOverrun(limit: number, part: number): number {
  return Math.max(limit, Math.min(limit + Math.floor(limit * part), MOST.events));
}

/** The nodes of the last events, to name those that run in a circle. */
class RecentNodes {
  readonly #last = new Int32Array(1024).fill(REACTOR);
  #added = 0;

  add(node: number): void {
    this.#last[this.#added & 1023] = node;
    this.#added = (this.#added + 1) | 0;
  }

  busiest(): readonly number[] {
    const counts = new Map<number, number>();
    for (const node of this.#last) {
      if (node !== REACTOR) counts.set(node, (counts.get(node) ?? 0) + 1);
    }
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    // Whoever has far fewer events than the busiest has only happened to be near.
    const enough = (sorted[0]?.[1] ?? 0) / 10;
    return sorted
      .filter(([, count]) => count > enough)
      .slice(0, 5)
      .map(([node]) => node);
  }
}
