import { MOST_ROWS, type TraceColumns } from './traceColumns.ts';
import type { Trace } from './traceTable.ts';

/**
 * Hands events `from` to `to - 1` of a trace on as rows of columns, a segment at a time: rows `row`
 * to `end - 1`, where row 0 is event `base`.
 */
export function eachSegment(
  trace: Trace,
  from: number,
  to: number,
  read: (columns: TraceColumns, row: number, end: number, base: number) => void,
): void {
  for (let first = from; first < to;) {
    const row = first % MOST_ROWS;
    const end = Math.min(MOST_ROWS, row + to - first);
    read(trace.columnsAt(first), row, end, first - row);
    first += end - row;
  }
}
