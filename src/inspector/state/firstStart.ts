import type { Trace } from '#trace/traceTable.ts';

/**
 * The event by which a node is started for the first time, of the first `length` events of the
 * trace; null where it is not. `length` is given because a trace grows in place.
 */
export function firstStart(trace: Trace, length: number, node: number): number | null {
  for (let sequence = 0; sequence < length; sequence += 1) {
    if (trace.nodeAt(sequence) === node && trace.kindAt(sequence) === 'started') return sequence;
  }
  return null;
}
