import type { EventKind } from '#trace/eventKinds.ts';
import type { Trace } from '#trace/traceTable.ts';

/**
 * The kinds that say how the machine works rather than what the program does: each of them follows
 * from a neighbour that is shown.
 */
const SMALL_PRINT: readonly EventKind[] = [
  'passBegan',
  'passEnded',
  'scheduled',
  'entered',
  'looped',
  'passed',
  'returnedDeferred',
  'taken',
  'tickPlanned',
  'tickCancelled',
  'tickBegan',
  'became',
  'timeoutSet',
  'timeoutCleared',
  'ended',
  'assigned',
  'jobEnded',
  'acquired',
];

const IS_SMALL_PRINT: ReadonlySet<EventKind> = new Set(SMALL_PRINT);

/** Whether an event is small print: one of these kinds, or a delayed call that ran in time. */
export function isSmallPrint(trace: Trace, sequence: number): boolean {
  const kind = trace.kindAt(sequence);
  if (kind === 'ran') return trace.numberAt(sequence) === 0;
  return IS_SMALL_PRINT.has(kind);
}
