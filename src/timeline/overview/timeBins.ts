import type { Seconds } from '#base/units.ts';
import { eachSegment } from '#trace/eachSegment.ts';
import { KIND } from '#trace/eventKinds.ts';
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

/** By the code of a kind: 1 for what is a failure. */
const FAILURES = new Uint8Array(2 ** 8);
for (const kind of ['raised', 'failed', 'loggedError', 'unhandled', 'reported'] as const) {
  FAILURES[KIND[kind]] = 1;
}

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
      const end = Math.max(read, Math.min(until, trace.length));
      eachSegment(trace, read, end, ({ times, moment, kind }, from, to) => {
        for (let row = from; row < to; row += 1) {
          const time = times[moment[row] as number] as number;
          for (; time >= BINS * length; length *= 2) join();
          const bin = Math.floor(time / length);
          events[bin] = (events[bin] as number) + 1;
          if (FAILURES[kind[row] as number] === 1) failures[bin] = (failures[bin] as number) + 1;
        }
      });
      read = end;
    },
  };
}
