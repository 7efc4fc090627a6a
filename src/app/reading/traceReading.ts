import type { Milliseconds } from '#base/units.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What was made of the first events of a trace: an index, or lines of text. */
export interface TraceReading {
  readonly trace: Trace;
  /** How many events have been read. */
  readonly read: number;
}

/** How a kind of reading is begun and continued. */
export interface TraceReader<R extends TraceReading> {
  /** How many events are read before a look at the clock: about a millisecond's work at most. */
  readonly slice: number;
  /** The reading of no event yet. */
  begin(trace: Trace): R;
  /** Whether a reading that began earlier can be continued for this trace. */
  continues(known: R, trace: Trace): boolean;
  /**
   * Reads on, up to and without event `upTo`; the same object where there is nothing to read. What
   * was read before stays as it is: a trace only grows.
   */
  readOn(known: R, upTo: number): R;
}

/** Reads on towards event `upTo`, a slice at least and then for as long as there is time. */
export function readFor<R extends TraceReading>(
  reader: TraceReader<R>,
  known: R,
  upTo: number,
  time: Milliseconds,
): R {
  const until = performance.now() + time;
  let reading = known;
  do {
    reading = reader.readOn(reading, Math.min(upTo, reading.read + reader.slice));
  } while (reading.read < upTo && performance.now() < until);
  return reading;
}
