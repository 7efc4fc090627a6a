import { KIND, KINDS } from './eventKinds.ts';
import { encodeInstance } from './traceColumns.ts';
import type { Trace } from './traceTable.ts';
import { NONE, reprOf } from './traceValue.ts';

/** What an event is to those who count failures: a new one, one that nobody has handled, or neither. */
export type FailureNews = 'failure' | 'unhandled' | null;

const OTHER = 0;
const LEAVES = 1;
const RAISES = 2;
const FAILS = 3;
const OPENS = 4;
const HANDLES = 5;
const REPORTS = 6;

/** What a kind of event, by its code, is to a failure. */
const ROLES = new Uint8Array(KINDS.length).fill(OTHER);
// They tell of the end of what has just raised.
ROLES[KIND.ended] = LEAVES;
ROLES[KIND.jobEnded] = LEAVES;
ROLES[KIND.raised] = RAISES;
ROLES[KIND.failed] = FAILS;
ROLES[KIND.loggedError] = FAILS;
ROLES[KIND.unhandled] = OPENS;
ROLES[KIND.handled] = HANDLES;
ROLES[KIND.taken] = HANDLES;
ROLES[KIND.reported] = REPORTS;

/**
 * Tells failures from the events that go on telling of them. A failure begins where a function
 * raises it, or where an instance fails or logs an error that its own function has not just raised.
 * One that is unhandled, and reported when it is let go, is unhandled once. The events of a trace
 * are read in their order, each once.
 */
export class FailureReader {
  /** Instances whose function has just raised: what, as an event. */
  readonly #raised = new Map<number, number>();
  /** Instances whose failure nobody has handled yet. */
  readonly #open = new Set<number>();

  /** What the next event is. */
  read(trace: Trace, event: number): FailureNews {
    const role = ROLES[trace.kindCodeAt(event)] as number;
    if (role === LEAVES || (role === OTHER && this.#raised.size === 0)) return null;
    const instance = encodeInstance(trace.nodeAt(event), trace.instanceAt(event));
    if (role === RAISES) {
      this.#raised.set(instance, event);
      return 'failure';
    }
    const raised = this.#raised.get(instance);
    if (raised !== undefined) this.#raised.delete(instance);
    switch (role) {
      case FAILS:
        return raised !== undefined && isSameValue(trace, raised, event) ? null : 'failure';
      case OPENS:
        this.#open.add(instance);
        return 'unhandled';
      case HANDLES:
        this.#open.delete(instance);
        return null;
      case REPORTS:
        return this.#open.delete(instance) ? null : 'unhandled';
      default:
        return null;
    }
  }
}

function isSameValue(trace: Trace, one: number, other: number): boolean {
  if (trace.valueIndexAt(one) === trace.valueIndexAt(other)) return true;
  return reprOf(trace.valueAt(one) ?? NONE) === reprOf(trace.valueAt(other) ?? NONE);
}
