import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';

/** The direct effects of an event. */
export interface Effects {
  /** Their sequence numbers, ascending. */
  readonly events: readonly number[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** How many effects are listed. */
const MAX_EFFECTS = 50;

/**
 * The events that have this one as their cause, of the first `length` events of the trace. `length`
 * is given because a trace grows in place.
 */
export function effectsOf(trace: Trace, length: number, sequence: number): Effects {
  const found = indexOf(trace).effectsOf(sequence, MAX_EFFECTS + 1);
  const events = found.filter((effect) => effect < length);
  return { events: events.slice(0, MAX_EFFECTS), isCut: events.length > MAX_EFFECTS };
}
