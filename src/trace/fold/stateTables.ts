import {
  FLAGS,
  HAS_LISTS,
  NO_EVENT,
  NO_LISTS,
  ROW_WIDTH,
  type InstanceLists,
} from './instanceRow.ts';
import {
  PAGE_BITS,
  PAGE_MASK,
  PAGE_ROWS,
  Pages,
  WIDE_BITS,
  WIDE_MASK,
  WIDE_ROWS,
} from './pages.ts';

/** What there is once in a state. */
export interface Totals {
  /** How many events have happened. */
  count: number;
  passes: number;
  inPass: boolean;
  stopRequested: boolean;
  /** The `tickPlanned` of the Cooperator's next tick, or {@link NO_EVENT}. */
  tick: number;
  /** The last event that changed who works in the thread pool, or waits for it. */
  poolChange: number;
  /** The slot that is used next, once it is free again; -1: there is none such. */
  free: number;
  /** How many slots were ever used. */
  slots: number;
  /** How many instances are known. */
  instances: number;
  /** How many of them have lists. */
  withLists: number;
  /** How many entries {@link TraceFacts} has for the events until now. */
  indexed: number;
}

/** A page of lists. */
type ListPage = (InstanceLists | null)[];

/** A state that stays as it is. */
export interface StateImage {
  readonly totals: Readonly<Totals>;
  readonly rows: readonly Int32Array[];
  readonly lists: readonly ListPage[];
  readonly heads: readonly Int32Array[];
  readonly resources: readonly Int32Array[];
  readonly calls: readonly Int32Array[];
}

/** The row of a semaphore or queue. */
export const RESOURCE_WIDTH = 6;
/** Tokens that are free. */
export const FREE = 0;
/** How many wait in line. */
export const WAITING = 1;
/** Of those that the instances tell to wait, how many were given an object already. */
export const HANDED = 2;
/** What a queue stores: from which of all the objects that were ever put there, to which. */
export const STORED_FROM = 3;
export const STORED_TO = 4;
/** The last event that changed it, plus 1; 0 before the first. */
export const CHANGED = 5;

/** What records and lists of pages take in memory, about. */
const LISTS_BYTES = 120;
const IMAGE_BYTES = 600;
const ARRAY_BYTES = 250;
const POINTER_BYTES = 8;

/** A state in tables that events are written into. */
export class StateTables {
  totals: Totals = {
    count: 0,
    passes: 0,
    inPass: false,
    stopRequested: false,
    tick: NO_EVENT,
    poolChange: NO_EVENT,
    free: -1,
    slots: 0,
    instances: 0,
    withLists: 0,
    indexed: 0,
  };
  /** Instances, by slot; see `instanceRow.ts`. */
  readonly rows = numberPages(PAGE_ROWS * ROW_WIDTH);
  readonly #lists = new Pages<ListPage>(PAGE_ROWS * POINTER_BYTES, () =>
    Array.from<null>({ length: PAGE_ROWS }).fill(null),
  );
  /** By node: the slot of its newest instance, plus 1; 0 before the first. */
  readonly heads = numberPages(WIDE_ROWS);
  /** Semaphores and queues. */
  readonly resources = numberPages(PAGE_ROWS * RESOURCE_WIDTH);
  /** By function: how often it was called. */
  readonly calls = numberPages(WIDE_ROWS);
  #freshLists = 0;
  #paidIndexed = 0;

  listsOf(slot: number, flags: number): InstanceLists {
    if ((flags & HAS_LISTS) === 0) return NO_LISTS;
    return this.#lists.read(slot >> PAGE_BITS)[slot & PAGE_MASK] ?? NO_LISTS;
  }

  /** Gives an instance other lists; `row` and `at` are its own. */
  setLists(slot: number, row: Int32Array, at: number, lists: InstanceLists): void {
    const { dues, inside, timeouts } = lists;
    const isEmpty = dues.length === 0 && inside.length === 0 && timeouts.length === 0;
    const flags = row[at + FLAGS] as number;
    if (isEmpty === ((flags & HAS_LISTS) !== 0)) this.totals.withLists += isEmpty ? -1 : 1;
    row[at + FLAGS] = isEmpty ? flags & ~HAS_LISTS : flags | HAS_LISTS;
    this.#lists.own(slot >> PAGE_BITS)[slot & PAGE_MASK] = isEmpty ? null : lists;
    this.#freshLists += 1;
  }

  /** The state now, independent of what is written later. */
  share(): StateImage {
    return {
      totals: { ...this.totals },
      rows: this.rows.share(),
      lists: this.#lists.share(),
      heads: this.heads.share(),
      resources: this.resources.share(),
      calls: this.calls.share(),
    };
  }

  /** Goes on from an image of these tables, or of others of the same trace. */
  restore(image: StateImage): void {
    this.totals = { ...image.totals };
    this.rows.restore(image.rows);
    this.#lists.restore(image.lists);
    this.heads.restore(image.heads);
    this.resources.restore(image.resources);
    this.calls.restore(image.calls);
  }

  /**
   * The bytes, nearly, that an image of now takes which the one at the last {@link takeFreshBytes}
   * has not: what both have is there once. What was found out for all images is in it, too.
   */
  get freshBytes(): number {
    let bytes = IMAGE_BYTES + (this.totals.indexed - this.#paidIndexed) * POINTER_BYTES;
    for (const table of this.#tables) {
      bytes += table.freshBytes + table.length * POINTER_BYTES;
    }
    return bytes + Math.min(this.#freshLists, this.totals.withLists) * LISTS_BYTES;
  }

  /** The same; what is there now counts no longer. */
  takeFreshBytes(): number {
    const bytes = this.freshBytes;
    for (const table of this.#tables) table.takeFreshBytes();
    this.#freshLists = 0;
    this.#paidIndexed = this.totals.indexed;
    return bytes;
  }

  readonly #tables = [this.rows, this.#lists, this.heads, this.resources, this.calls];
}

function numberPages(length: number): Pages<Int32Array> {
  return new Pages(length * 4 + ARRAY_BYTES, () => new Int32Array(length));
}

/** A number of an image's table of rows of that width; 0 where nothing was written. */
export function numberAt(
  pages: readonly Int32Array[],
  width: number,
  row: number,
  field: number,
): number {
  return pages[row >> PAGE_BITS]?.[(row & PAGE_MASK) * width + field] ?? 0;
}

/** A number of an image's table of single numbers; 0 where nothing was written. */
export function singleAt(pages: readonly Int32Array[], row: number): number {
  return pages[row >> WIDE_BITS]?.[row & WIDE_MASK] ?? 0;
}
