import { partitionPoint } from '#base/binarySearch.ts';
import type { EventKind } from '#trace/eventKinds.ts';
import type { InstanceState } from '#trace/instanceState.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What is over as soon as it is told, and leaves the state as it was. */
const PASSING: ReadonlySet<EventKind> = new Set(['logged', 'blocked', 'passed', 'timeoutCleared']);

/** Who has started thousands of times is not searched through. */
const MOST = 10_000;

/**
 * The event that brought an instance to where it is after the first `count` events of the run: its last
 * one that changed something. Null where that is too far back to be looked for.
 */
export function lastOfInstance(
  trace: Trace,
  { node, instance, inside }: InstanceState,
  count: number,
): number | null {
  const events = indexOf(trace).ofNode(node);
  const until = partitionPoint(0, events.length, (at) => (events.at(at) ?? count) >= count);
  for (let at = until - 1; at >= Math.max(0, until - MOST); at -= 1) {
    const sequence = events.at(at);
    if (sequence === undefined || trace.instanceAt(sequence) !== instance) continue;
    if (inside.length > 0 || !PASSING.has(trace.kindAt(sequence))) return sequence;
  }
  return null;
}
