import { KIND, KINDS, type EventKind } from './eventKinds.ts';
import type { Trace } from './traceTable.ts';

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

const SMALL = 1;
const SMALL_IN_TIME = 2;

/** By the code of a kind. */
const IS_SMALL = new Uint8Array(KINDS.length);
for (const kind of SMALL_PRINT) IS_SMALL[KIND[kind]] = SMALL;
IS_SMALL[KIND.ran] = SMALL_IN_TIME;

/** Whether all events of a kind are small print. */
export function isSmallKind(kind: EventKind): boolean {
  return IS_SMALL[KIND[kind]] === SMALL;
}

/** Whether an event is small print: one of these kinds, or a delayed call that ran in time. */
export function isSmallPrint(trace: Trace, sequence: number): boolean {
  const small = IS_SMALL[trace.kindCodeAt(sequence)];
  return small === SMALL_IN_TIME ? trace.numberAt(sequence) === 0 : small === SMALL;
}
