import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';
import { encodeInstance } from '#trace/traceColumns.ts';

/** The errors of a run that nobody has handled. Grows by {@link UNHANDLED_READER}. */
export interface UnhandledErrors extends TraceReading {
  /**
   * The `unhandled` events that nothing has taken back, by their instance, in the order in which
   * they happened.
   */
  readonly open: ReadonlyMap<number, number>;
  /** How many exceptions left a delayed call and were logged: Twisted's "Unhandled Error". */
  readonly logged: number;
  /** The first of these, or null. */
  readonly firstLogged: number | null;
}

/** Reads the unhandled errors out of a trace. */
export const UNHANDLED_READER: TraceReader<UnhandledErrors> = {
  slice: 200_000,
  begin: (trace) => ({ trace, read: 0, open: new Map(), logged: 0, firstLogged: null }),
  continues: (known, trace) => known.trace === trace,
  readOn(known, upTo) {
    const { trace, read } = known;
    if (upTo <= read) return known;
    const open = new Map(known.open);
    let { logged, firstLogged } = known;
    for (let sequence = read; sequence < upTo; sequence += 1) {
      switch (trace.kindAt(sequence)) {
        case 'unhandled':
          open.set(encodeInstance(trace.nodeAt(sequence), trace.instanceAt(sequence)), sequence);
          break;
        case 'handled':
        case 'taken':
          open.delete(encodeInstance(trace.nodeAt(sequence), trace.instanceAt(sequence)));
          break;
        case 'loggedError':
          logged += 1;
          firstLogged ??= sequence;
          break;
        default:
      }
    }
    return { trace, read: upTo, open, logged, firstLogged };
  },
};

/** How many errors nobody has handled. */
export function errorCount({ open, logged }: UnhandledErrors): number {
  return open.size + logged;
}

/** The event of the first of them, or null where there is none. */
export function firstError({ open, firstLogged }: UnhandledErrors): number | null {
  // A map keeps its order of insertion, and an instance fails at most once in a row.
  const [firstOpen = Infinity] = open.values();
  const first = Math.min(firstOpen, firstLogged ?? Infinity);
  return first === Infinity ? null : first;
}
