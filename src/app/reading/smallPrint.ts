import { KIND, KINDS, type EventKind } from '#trace/eventKinds.ts';
import { MOST_ROWS, numberOf, type TraceColumns } from '#trace/traceColumns.ts';
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

const SMALL = 1;
const SMALL_IN_TIME = 2;

/** By the code of a kind. */
const IS_SMALL = new Uint8Array(KINDS.length);
for (const kind of SMALL_PRINT) IS_SMALL[KIND[kind]] = SMALL;
IS_SMALL[KIND.ran] = SMALL_IN_TIME;

/** Whether an event is small print: one of these kinds, or a delayed call that ran in time. */
export function isSmallPrint(trace: Trace, sequence: number): boolean {
  return isSmallPrintAt(trace.columnsAt(sequence), sequence % MOST_ROWS);
}

/** The same for a row of columns. */
export function isSmallPrintAt(columns: TraceColumns, row: number): boolean {
  const small = IS_SMALL[columns.kind[row] as number];
  return small === SMALL_IN_TIME ? numberOf(columns, row) === 0 : small === SMALL;
}
