import { KINDS, type EventKind } from './eventKinds.ts';
import type { TraceBatch } from './traceColumns.ts';
import { readEvent, type TraceEvent } from './readEvent.ts';
import type { TraceValue } from './traceValue.ts';

/** The events of a run one by one, for readers that do not keep them. */
export interface TraceStream {
  /**
   * Takes the next batch, to be read.
   *
   * @throws Error where it is not the batch that follows the last one
   */
  take(batch: TraceBatch): void;
  /**
   * Hands over the events of the batch, in order, until there are no more, or until `hear` gives
   * false: a second call goes on behind that event. Says whether there may be more.
   */
  read(hear: (event: TraceEvent) => boolean): boolean;
}

/**
 * A stream from the first batch on. It keeps no more than a batch and the values that can still be
 * named.
 *
 * @param kinds the kinds of events that are handed over; without it all are
 */
export function createTraceStream(kinds: ReadonlySet<EventKind> = new Set(KINDS)): TraceStream {
  const isWanted = KINDS.map((kind) => kinds.has(kind));
  let values: TraceValue[] = [];
  let oldest = 0;
  let batch: TraceBatch | null = null;
  let row = 0;
  let next = 0;
  const valueOf = (index: number): TraceValue | undefined => values[index - oldest];

  return {
    take(following) {
      const { first, count, firstValue, oldestValue } = following;
      if (first !== next || firstValue !== oldest + values.length) {
        throw new Error(`The event ${next} is next, but the batch begins at ${first}.`);
      }
      next += count;
      if (oldestValue > oldest) {
        values = values.slice(oldestValue - oldest);
        oldest = oldestValue;
      }
      for (const value of following.values) values.push(value);
      batch = following;
      row = 0;
    },
    read(hear) {
      if (batch === null) return false;
      const { columns, count, first } = batch;
      while (row < count) {
        const at = row;
        row += 1;
        if (isWanted[columns.kind[at] ?? 0] !== true) continue;
        if (!hear(readEvent(columns, at, first + at, valueOf))) return true;
      }
      batch = null;
      return false;
    },
  };
}
