import { PAGE_BITS, PAGE_MASK } from './pages.ts';
import {
  CHANGED,
  FREE,
  HANDED,
  RESOURCE_WIDTH,
  STORED_FROM,
  STORED_TO,
  WAITING,
  type StateTables,
} from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/**
 * The semaphores and queues. Of who waits, and who has a token, only the numbers are kept here: who
 * they are is told by the instances. Methods are given the row, and the event that changes it; -1
 * is the row of none.
 */
export interface ResourceTable {
  /** Somebody waits in line. */
  join(row: number, sequence: number): void;
  /** Somebody who waits no longer wants to. */
  leave(row: number, sequence: number): void;
  /** Somebody has a token, after having waited in line or at once. */
  take(row: number, waited: boolean, sequence: number): void;
  /** Somebody gives it back. */
  give(row: number, sequence: number): void;
  /** An object is stored. */
  store(row: number, sequence: number): void;
  /** An object goes to who has waited longest. */
  hand(row: number, sequence: number): void;
  /** Somebody has an object: one that was handed to him, or the oldest that is stored. */
  get(row: number, waited: boolean, sequence: number): void;
}

/** The semaphores and queues in these tables. */
export function createResourceTable(
  tables: StateTables,
  { program, puts }: TraceFacts,
): ResourceTable {
  const { resources } = tables;
  program.resources.forEach((node, row) => {
    const tokens = program.header.nodes[node]?.tokens ?? 0;
    resources.own(row >> PAGE_BITS)[(row & PAGE_MASK) * RESOURCE_WIDTH + FREE] = tokens;
  });
  /** Adds to a field, which does not fall below 0. */
  const add = (row: number, field: number, by: number, sequence: number): void => {
    if (row < 0) return;
    const page = resources.own(row >> PAGE_BITS);
    const at = (row & PAGE_MASK) * RESOURCE_WIDTH;
    page[at + field] = Math.max(0, (page[at + field] as number) + by);
    page[at + CHANGED] = sequence + 1;
  };
  const of = (row: number, field: number): number =>
    resources.read(row >> PAGE_BITS)[(row & PAGE_MASK) * RESOURCE_WIDTH + field] as number;

  return {
    join: (row, sequence) => add(row, WAITING, 1, sequence),
    leave: (row, sequence) => add(row, WAITING, -1, sequence),
    take(row, waited, sequence) {
      add(row, FREE, -1, sequence);
      if (waited) add(row, WAITING, -1, sequence);
    },
    give: (row, sequence) => add(row, FREE, 1, sequence),
    store(row, sequence) {
      const known = puts[row];
      if (known === undefined) return;
      known[of(row, STORED_TO)] = sequence;
      add(row, STORED_TO, 1, sequence);
      tables.totals.indexed += 1;
    },
    hand(row, sequence) {
      if (row < 0 || of(row, WAITING) === 0) return;
      add(row, WAITING, -1, sequence);
      add(row, HANDED, 1, sequence);
    },
    get(row, waited, sequence) {
      if (row < 0) return;
      if (of(row, STORED_FROM) < of(row, STORED_TO)) add(row, STORED_FROM, 1, sequence);
      if (waited) add(row, of(row, HANDED) > 0 ? HANDED : WAITING, -1, sequence);
    },
  };
}
