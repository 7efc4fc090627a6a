import { partitionPoint } from '#base/binarySearch.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatTime } from '#trace/formatTime.ts';
import { MOST_ROWS } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';
import { eachSegment } from '#app/reading/eachSegment.ts';
import { enlarged } from '#app/reading/enlarged.ts';
import { isSmallPrintAt } from '#app/reading/smallPrint.ts';
import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';

/** Which events a list shows. */
export interface EventFilter {
  /** Words that must all stand in an event's time, node or text; upper and lower case are one. */
  readonly text: string;
  /** Whether small print is shown too. */
  readonly details: boolean;
}

/** The events of a trace that pass a filter. Grows by {@link eventReader}, never changes in place. */
export interface EventIndex extends TraceReading {
  readonly filter: EventFilter;
  /** How many passed. */
  readonly count: number;
  /** Their sequence numbers, ascending; what lies behind `count` means nothing. */
  readonly rows: Uint32Array;
}

/** Without words a look at the kind column, with words a sentence to be made of each event. */
const SLICE = MOST_ROWS;
const SLICE_WITH_WORDS = 1_000;

/** Reads a trace through a filter. */
export function eventReader(filter: EventFilter): TraceReader<EventIndex> {
  const words = wordsOf(filter.text);
  return {
    slice: words.length === 0 ? SLICE : SLICE_WITH_WORDS,
    begin: (trace) => ({ trace, filter, read: 0, count: 0, rows: new Uint32Array(256) }),
    continues: (known, trace) =>
      known.trace === trace &&
      known.filter.details === filter.details &&
      known.filter.text === filter.text,
    readOn(known, upTo) {
      const { trace, read } = known;
      if (upTo <= read) return known;
      let { rows, count } = known;
      eachSegment(trace, read, upTo, (columns, from, end, base) => {
        for (let row = from; row < end; row += 1) {
          if (!filter.details && isSmallPrintAt(columns, row)) continue;
          if (words.length > 0 && !hasWords(trace, base + row, words)) continue;
          if (count === rows.length) rows = enlarged(rows);
          // Readings share their rows. What is written here lies behind the count of every reading
          // that came before, and whoever reads on from one of them writes the same.
          rows[count] = base + row;
          count += 1;
        }
      });
      return { ...known, read: upTo, count, rows };
    },
  };
}

/** How many rows of the index show one of the first `count` events of the trace. */
export function rowsUntil(index: EventIndex, count: number): number {
  return partitionPoint(0, index.count, (row) => (index.rows[row] as number) >= count);
}

/** The row of an event, or null where the filter hides it. */
export function rowOf(index: EventIndex, sequence: number): number | null {
  const row = rowsUntil(index, sequence);
  return row < index.count && index.rows[row] === sequence ? row : null;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function hasWords(trace: Trace, sequence: number, words: readonly string[]): boolean {
  const { subject, text } = describeEvent(trace, sequence);
  const line = `${formatTime(trace.timeAt(sequence))} ${subject} ${text}`.toLowerCase();
  return words.every((word) => line.includes(word));
}
