import { partitionPoint } from '#base/binarySearch.ts';
import { createRowTest, type EventFilter, type RowTest } from '#app/eventFilter/eventFilter.ts';
import { NEVER } from '#app/eventFilter/kindGroups.ts';
import { eachSegment } from '#trace/eachSegment.ts';
import { enlarged } from '#base/enlarged.ts';
import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';
import { KINDS } from '#trace/eventKinds.ts';
import type { SequenceList } from '#trace/sequenceList.ts';
import { MOST_ROWS, REACTOR_ROW } from '#trace/traceColumns.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';

/** The events of a trace that pass a filter. Grows by {@link eventReader}, never changes in place. */
export interface EventIndex extends TraceReading {
  readonly filter: EventFilter;
  readonly test: RowTest;
  /** How many passed. */
  readonly count: number;
  /** Their sequence numbers, ascending; what lies behind `count` means nothing. */
  readonly rows: Uint32Array;
}

/** Without words a look at the columns, with words a sentence to be made of each event. */
const SLICE = MOST_ROWS;
const SLICE_WITH_WORDS = 1_000;

/** Reads a trace through a filter. */
export function eventReader(filter: EventFilter): TraceReader<EventIndex> {
  const hasWords = filter.words.length + filter.notWords.length > 0;
  const narrowest = createNarrowing(filter);
  return {
    slice: hasWords ? SLICE_WITH_WORDS : SLICE,
    begin: (trace) => ({
      trace,
      filter,
      test: createRowTest(trace, filter),
      read: 0,
      count: 0,
      rows: new Uint32Array(256),
    }),
    continues: (known, trace) => known.trace === trace && known.filter.key === filter.key,
    readOn(known, upTo) {
      const { trace, read, test } = known;
      if (upTo <= read) return known;
      let { rows, count } = known;
      const push = (sequence: number): void => {
        if (count === rows.length) rows = enlarged(rows);
        // Readings share their rows. What is written here lies behind the count of every reading
        // that came before, and whoever reads on from one of them writes the same.
        rows[count] = sequence;
        count += 1;
      };
      const from = Math.max(read, firstAt(trace, filter.after));
      const to = Math.min(upTo, firstAt(trace, filter.before));
      const list = narrowest(trace);
      if (list === null) {
        eachSegment(trace, from, to, (columns, first, end, base) => {
          for (let row = first; row < end; row += 1) {
            if (test(columns, row, base + row)) push(base + row);
          }
        });
      } else {
        for (let place = list.countBefore(from); place < list.length; place += 1) {
          const sequence = list.at(place) as number;
          if (sequence >= to) break;
          if (test(trace.columnsAt(sequence), sequence % MOST_ROWS, sequence)) push(sequence);
        }
      }
      return { ...known, read: upTo, count, rows };
    },
  };
}

/** How many events happen before a time; all where it is infinite. */
function firstAt(trace: Trace, time: number): number {
  if (time === -Infinity) return 0;
  return time === Infinity ? trace.length : trace.countUntil(time, false);
}

/**
 * Gives the shortest list of events that holds all which can pass, for a filter with one node or one
 * kind; null where there is none, and all events are to be looked at.
 */
function createNarrowing({ nodes, kinds }: EventFilter): (trace: Trace) => SequenceList | null {
  const allowed = KINDS.filter((_, code) => kinds[code] !== NEVER);
  const [kind] = allowed.length === 1 ? allowed : [];
  const node = nodes === null ? null : onlyNode(nodes);
  return (trace) => {
    const ofKind = kind === undefined ? null : indexOf(trace).ofKind(kind);
    const ofNode = node === null ? null : indexOf(trace).ofNode(node);
    if (ofKind === null || ofNode === null) return ofKind ?? ofNode;
    return ofKind.length < ofNode.length ? ofKind : ofNode;
  };
}

function onlyNode(nodes: Uint8Array): number | null {
  const node = nodes.indexOf(1);
  if (node === -1 || nodes.indexOf(1, node + 1) !== -1) return null;
  return node === REACTOR_ROW ? REACTOR : node;
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
