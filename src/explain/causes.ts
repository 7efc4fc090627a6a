import { NO_CAUSE } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

/** The walk from an event back to what began it all. */
export interface Causes {
  /** The nearest causes, the nearest first: sequence numbers. */
  readonly nearest: readonly number[];
  /** How many causes there are between these and the root. */
  readonly between: number;
  /** The event without a cause where the walk ends; null where it is among the nearest, or the event itself. */
  readonly root: number | null;
}

/** The causes of an event: `most` of them at most, and the root. */
export function causesOf(trace: Trace, sequence: number, most: number): Causes {
  const nearest: number[] = [];
  let root: number | null = null;
  let beyond = 0;
  for (let cause = trace.causeAt(sequence); cause !== NO_CAUSE; cause = trace.causeAt(cause)) {
    if (nearest.length < most) {
      nearest.push(cause);
      continue;
    }
    root = cause;
    beyond += 1;
  }
  return { nearest, between: Math.max(0, beyond - 1), root };
}
