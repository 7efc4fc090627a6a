import { KINDS, type EventKind } from './eventKinds.ts';
import type { TraceBatch } from './traceColumns.ts';
import { readEvent, type TraceEvent } from './traceTable.ts';
import type { TraceValue } from './traceValue.ts';

/** The events of a run one by one, for readers that do not keep them. */
export interface TraceStream {
  /**
   * Hands over the events of the next batch, in order.
   *
   * @throws Error where it is not the batch that follows the last one.
   */
  read(batch: TraceBatch, hear: (event: TraceEvent) => void): void;
}

/**
 * A stream from the first batch on. It keeps no more than the values that can still be named.
 *
 * @param kinds the kinds of events that are handed over; without it all are
 */
export function createTraceStream(kinds: ReadonlySet<EventKind> = new Set(KINDS)): TraceStream {
  const isWanted = KINDS.map((kind) => kinds.has(kind));
  let values: TraceValue[] = [];
  let oldest = 0;
  let next = 0;
  const valueOf = (index: number): TraceValue | undefined => values[index - oldest];

  return {
    read(batch, hear) {
      const { columns, count, first, firstValue, oldestValue } = batch;
      if (first !== next || firstValue !== oldest + values.length) {
        throw new Error(`The event ${next} is next, but the batch begins at ${first}.`);
      }
      next += count;
      if (oldestValue > oldest) {
        values = values.slice(oldestValue - oldest);
        oldest = oldestValue;
      }
      for (const value of batch.values) values.push(value);
      for (let row = 0; row < count; row += 1) {
        if (isWanted[columns.kind[row] ?? 0] === true) {
          hear(readEvent(columns, row, first + row, valueOf));
        }
      }
    },
  };
}
