import { eachSegment } from './eachSegment.ts';
import { createErrorLog, type ErrorLog } from './errorLog.ts';
import { KIND, KINDS } from './eventKinds.ts';
import { encodeInstance, MOST_ROWS } from './traceColumns.ts';
import type { Trace } from './traceTable.ts';
import { NONE, reprOf } from './traceValue.ts';

/** The errors of a run that nobody has handled. Grows by {@link UNHANDLED_READER}. */
export interface UnhandledErrors {
  readonly trace: Trace;
  /** How many events have been read. */
  readonly read: number;
  /** All failures that were unhandled for a time, and all logged errors; readings share it. */
  readonly log: ErrorLog;
  /** How many failures of the log this reading has come to, handled or not. */
  readonly failures: number;
  /** How many of them nothing has taken back. */
  readonly open: number;
  /** How many exceptions have left a delayed call and were logged, Twisted's "Unhandled Error". */
  readonly logged: number;
}

/** Errors of one node that read the same. */
export interface ErrorGroup {
  /** The event of the first one. */
  readonly first: number;
  readonly count: number;
}

const NO_ROLE = 0;
const FAILS = 1;
const HANDLES = 2;
const IS_LOGGED = 3;

/** What a kind of event, by its code, is to an unhandled error. */
const ROLES = new Uint8Array(KINDS.length).fill(NO_ROLE);
ROLES[KIND.unhandled] = FAILS;
ROLES[KIND.handled] = HANDLES;
ROLES[KIND.taken] = HANDLES;
ROLES[KIND.loggedError] = IS_LOGGED;

/** Reads the unhandled errors out of a trace. */
export const UNHANDLED_READER = {
  slice: MOST_ROWS,
  begin: (trace: Trace): UnhandledErrors => ({
    trace,
    read: 0,
    log: createErrorLog(),
    failures: 0,
    open: 0,
    logged: 0,
  }),
  continues: (known: UnhandledErrors, trace: Trace): boolean => known.trace === trace,
  readOn(known: UnhandledErrors, upTo: number): UnhandledErrors {
    const { trace, read, log } = known;
    if (upTo <= read) return known;
    let { failures, open, logged } = known;
    eachSegment(trace, read, upTo, ({ kind, node, instance }, from, end, base) => {
      for (let row = from; row < end; row += 1) {
        const role = ROLES[kind[row] as number];
        if (role === NO_ROLE) continue;
        if (role === FAILS) {
          log.fail(failures, base + row, node[row] as number, instance[row] as number);
          failures += 1;
          open += 1;
        } else if (role === IS_LOGGED) {
          log.addLogged(logged, base + row);
          logged += 1;
        } else if (log.handle(failures, base + row, node[row] as number, instance[row] as number)) {
          open -= 1;
        }
      }
    });
    return { trace, read: upTo, log, failures, open, logged };
  },
};

/** How many errors nobody has handled. */
export function errorCount({ open, logged }: UnhandledErrors): number {
  return open + logged;
}

/** The failures that nobody has handled yet: those of one node that read the same together. */
export function openGroups(errors: UnhandledErrors): readonly ErrorGroup[] {
  return grouped(errors.trace, openOf(errors));
}

/** The logged exceptions, grouped alike, in the order of the first of each. */
export function loggedGroups({ trace, log, logged }: UnhandledErrors): readonly ErrorGroup[] {
  return grouped(trace, log.logged(logged));
}

/** The event of the first of them, or null where there is none. */
export function firstError(errors: UnhandledErrors): number | null {
  const [firstOpen = Infinity] = openOf(errors);
  const [firstLogged = Infinity] = errors.log.logged(errors.logged);
  const first = Math.min(firstOpen, firstLogged);
  return first === Infinity ? null : first;
}

function openOf({ log, failures, read }: UnhandledErrors): Iterable<number> {
  return log.open(failures, read);
}

function grouped(trace: Trace, sequences: Iterable<number>): readonly ErrorGroup[] {
  // Values are interned: of those that read the same, nearly all are one.
  const byValue = new Map<number, ErrorGroup>();
  for (const first of sequences) {
    const key = encodeInstance(trace.nodeAt(first), trace.valueIndexAt(first) + 1);
    const known = byValue.get(key);
    byValue.set(key, { first: known?.first ?? first, count: (known?.count ?? 0) + 1 });
  }
  const byText = new Map<string, ErrorGroup>();
  for (const { first, count } of byValue.values()) {
    const key = `${trace.nodeAt(first)} ${reprOf(trace.valueAt(first) ?? NONE)}`;
    const known = byText.get(key);
    byText.set(key, { first: known?.first ?? first, count: (known?.count ?? 0) + count });
  }
  return [...byText.values()];
}
