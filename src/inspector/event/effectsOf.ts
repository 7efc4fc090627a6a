import type { Trace } from '#trace/traceTable.ts';

/** The direct effects of an event. */
export interface Effects {
  /** Their sequence numbers, ascending. */
  readonly events: readonly number[];
  /** Whether the search ended before the trace: there may be more. */
  readonly isCut: boolean;
}

/** How many effects are listed. */
const MAX_EFFECTS = 50;
/** How many events behind the event are looked at: what a click can wait for. */
const MAX_SCAN = 200_000;

/**
 * The events that have this one as their cause, of the first `length` events of the trace. `length`
 * is given because a trace grows in place.
 */
export function effectsOf(trace: Trace, length: number, sequence: number): Effects {
  const events: number[] = [];
  const end = Math.min(length, sequence + 1 + MAX_SCAN);
  for (let later = sequence + 1; later < end; later += 1) {
    if (trace.causeAt(later) !== sequence) continue;
    if (events.length === MAX_EFFECTS) return { events, isCut: true };
    events.push(later);
  }
  return { events, isCut: end < length };
}
