import type { Seconds } from '#base/units.ts';
import { KIND } from '#trace/eventKinds.ts';
import { MOST_ROWS, timeOf } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';

/** How many events and failures fall into each of a fixed number of equal stretches of time. */
export interface TimeBins {
  /** The length of a bin: a power of two, which doubles as the run grows. */
  readonly length: Seconds;
  readonly events: Uint32Array;
  readonly failures: Uint32Array;
  /** How many events are counted. */
  readonly read: number;
  /** Counts the events of the trace before this one that are not counted yet. */
  extend(until: number): void;
}

/** How many bins there are: of a run, at least half of them are used. */
export const BINS = 8192;

/** The first length of a bin: a microsecond or so. */
const SHORTEST: Seconds = 2 ** -20;

const FAILURES: ReadonlySet<number> = new Set([
  KIND.raised,
  KIND.failed,
  KIND.loggedError,
  KIND.unhandled,
  KIND.reported,
]);

/** The bins of a trace of which nothing is counted yet. */
export function createTimeBins(trace: Trace): TimeBins {
  const events = new Uint32Array(BINS);
  const failures = new Uint32Array(BINS);
  let length = SHORTEST;
  let read = 0;
  /** Two neighbours become one: as their lengths are powers of two, no event changes its place. */
  const join = (): void => {
    for (const counts of [events, failures]) {
      for (let bin = 0; bin < BINS / 2; bin += 1) {
        counts[bin] = (counts[2 * bin] ?? 0) + (counts[2 * bin + 1] ?? 0);
      }
      counts.fill(0, BINS / 2);
    }
  };
  return {
    get length() {
      return length;
    },
    events,
    failures,
    get read() {
      return read;
    },
    extend(until) {
      for (const end = Math.min(until, trace.length); read < end; read += 1) {
        const columns = trace.columnsAt(read);
        const row = read % MOST_ROWS;
        const time = timeOf(columns, row);
        for (; time >= BINS * length; length *= 2) join();
        const bin = Math.floor(time / length);
        events[bin] = (events[bin] ?? 0) + 1;
        if (FAILURES.has(columns.kind[row] ?? -1)) failures[bin] = (failures[bin] ?? 0) + 1;
      }
    },
  };
}
