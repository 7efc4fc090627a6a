/**
 * The row of an instance: whole numbers only. Times and values are kept as the sequence number of
 * the event that tells them, -1 for none, and read from the trace when they are asked for.
 */
export const ROW_WIDTH = 19;

export const NODE = 0;
export const INSTANCE = 1;
/** The slot of the start of the node before this one that is still known; of a free slot, the next free one. */
export const OLDER = 2;
/** The slot of the start after this one; -1: it is the newest. */
export const NEWER = 3;
/** Its `started`. */
export const START = 4;
/** The last event that changed it. */
export const LAST = 5;
/** See below. */
export const FLAGS = 6;
/** The `scheduled` of its pending call. */
export const DUE = 7;
/** The last `ran`. */
export const RAN = 8;
/** The last `blocked`. */
export const BLOCKED = 9;
/** The `entered` of the outermost function that it is inside of. */
export const INSIDE = 10;
/** The event with the Deferred's result. */
export const RESULT = 11;
/** How many links the Deferred has behind it, in the lower 16 bits; above them, how often it is paused. */
export const PLACE = 12;
export const PLACE_MASK = 0xffff;
export const PAUSE_BITS = 16;
export const ONE_PAUSE = 1 << PAUSE_BITS;
/** The `waits` of the Deferred. */
export const WAITS = 13;
/**
 * The `bodyWaits` of a loop, a coroutine or a task; of a guarded call or a get, the last event about
 * its token or its object.
 */
export const WAIT = 14;
/** A loop's last `ticked`; a task's last `stepped`; the last event about a job. */
export const PROGRESS = 15;
/** How often a task is paused; the lower 30 bits of the ticks that a loop has skipped. */
export const EXTRA = 16;
/** The ticks that a loop has skipped, above these bits. */
export const EXTRA_HIGH = 17;
/** The `timeoutSet` of its pending timer. */
export const TIMEOUT = 18;

/** No event. */
export const NO_EVENT = -1;
/** The result of a Deferred whose own was taken: None. */
export const TAKEN_RESULT = -2;

// Flags: those that keep an instance from being settled come first.
export const SERVICE_RUNS = 1;
export const LOOP_RUNS = 2;
export const TASK_OPEN = 4;
export const JOB_OPEN = 8;
export const IN_LINE = 16;
export const HOLDS_TOKEN = 32;
/** It has further calls, functions or timeouts: see {@link InstanceLists}. */
export const HAS_LISTS = 64;
export const OPEN = 127;
export const UNSCHEDULED = 128;
export const LOOP_FAILED = 256;
export const CALLED = 512;
export const CANCELLED = 1024;
export const TAKEN = 2048;
export const UNHANDLED = 4096;
export const REPORTED = 8192;

/** What few instances have: sequence numbers of events. Records are never changed in place. */
export interface InstanceLists {
  /** The `scheduled` of further calls of a loop. */
  readonly dues: readonly number[];
  /** The `entered` of the functions inside of the outermost one. */
  readonly inside: readonly number[];
  /** The `timeoutSet` of further timers. */
  readonly timeouts: readonly number[];
}

/** The lists of most instances. */
export const NO_LISTS: InstanceLists = { dues: [], inside: [], timeouts: [] };

/** How many values {@link EXTRA} has room for: what is more goes to {@link EXTRA_HIGH}. */
export const EXTRA_ROOM = 2 ** 30;
