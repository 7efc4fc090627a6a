import type { TraceReader, TraceReading } from '#app/reading/traceReading.ts';
import { encodeInstance } from '#trace/traceColumns.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE, reprOf } from '#trace/traceValue.ts';

/** The errors of a run that nobody has handled. Grows by {@link UNHANDLED_READER}. */
export interface UnhandledErrors extends TraceReading {
  /**
   * The `unhandled` events that nothing has taken back, by their instance, in the order in which
   * they happened.
   */
  readonly open: ReadonlyMap<number, number>;
  /**
   * The exceptions that left a delayed call and were logged, Twisted's "Unhandled Error": those of
   * one node that read the same together, in the order of the first of each.
   */
  readonly logged: ReadonlyMap<string, ErrorGroup>;
}

/** Errors of one node that read the same. */
export interface ErrorGroup {
  /** The event of the first one. */
  readonly first: number;
  readonly count: number;
}

/** Reads the unhandled errors out of a trace. */
export const UNHANDLED_READER: TraceReader<UnhandledErrors> = {
  slice: 50_000,
  begin: (trace) => ({ trace, read: 0, open: new Map(), logged: new Map() }),
  continues: (known, trace) => known.trace === trace,
  readOn(known, upTo) {
    const { trace, read } = known;
    if (upTo <= read) return known;
    const open = new Map(known.open);
    const logged = new Map(known.logged);
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
          count(logged, trace, sequence);
          break;
        default:
      }
    }
    return { trace, read: upTo, open, logged };
  },
};

/** How many errors nobody has handled. */
export function errorCount({ open, logged }: UnhandledErrors): number {
  let count = open.size;
  for (const group of logged.values()) count += group.count;
  return count;
}

/** The errors that nobody has handled yet, grouped as the logged ones are. */
export function openGroups({ trace, open }: UnhandledErrors): readonly ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>();
  for (const sequence of open.values()) count(groups, trace, sequence);
  return [...groups.values()];
}

function count(groups: Map<string, ErrorGroup>, trace: Trace, sequence: number): void {
  const key = `${trace.nodeAt(sequence)} ${reprOf(trace.valueAt(sequence) ?? NONE)}`;
  const known = groups.get(key);
  groups.set(key, { first: known?.first ?? sequence, count: (known?.count ?? 0) + 1 });
}

/** The event of the first of them, or null where there is none. */
export function firstError({ open, logged }: UnhandledErrors): number | null {
  // A map keeps its order of insertion, and an instance fails at most once in a row.
  const [firstOpen = Infinity] = open.values();
  const [firstLogged] = logged.values();
  const first = Math.min(firstOpen, firstLogged?.first ?? Infinity);
  return first === Infinity ? null : first;
}
