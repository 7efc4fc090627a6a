import type { EventKind } from '#trace/eventKinds.ts';
import type { PendingCall } from '#trace/runState.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';

/** By what a pending call ends: it runs, or it is cancelled. */
const ENDS = {
  call: ['ran', 'unscheduled'],
  timeout: ['timedOut', 'timeoutCleared'],
  tick: ['tickBegan', 'tickCancelled'],
} as const satisfies Readonly<Record<string, readonly EventKind[]>>;

/**
 * The event at which a call that is pending after the first `count` events runs, or is cancelled;
 * null where the run does not reach so far.
 */
export function endOfCall(trace: Trace, count: number, { of, link }: PendingCall): number | null {
  const node = of?.node ?? REACTOR;
  const ends: readonly EventKind[] =
    of === null ? ENDS.tick : link === null ? ENDS.call : ENDS.timeout;
  const events = indexOf(trace).ofNode(node);
  for (let place = events.countBefore(count); place < events.length; place += 1) {
    const sequence = events.at(place) as number;
    const isIts =
      (of === null || trace.instanceAt(sequence) === of.instance) &&
      (link === null || trace.linkAt(sequence) === link);
    if (isIts && ends.includes(trace.kindAt(sequence))) return sequence;
  }
  return null;
}
