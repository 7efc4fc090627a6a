import {
  CALLED,
  DUE,
  EXTRA,
  EXTRA_HIGH,
  FLAGS,
  INSIDE,
  INSTANCE,
  JOB_OPEN,
  LAST,
  LOOP_RUNS,
  NEWER,
  NODE,
  NO_EVENT,
  OLDER,
  OPEN,
  PLACE,
  PLACE_MASK,
  REPORTED,
  ROW_WIDTH,
  SERVICE_RUNS,
  START,
  TASK_OPEN,
  TIMEOUT,
  UNHANDLED,
  WAITS,
} from './instanceRow.ts';
import { PAGE_BITS, PAGE_MASK, WIDE_BITS, WIDE_MASK } from './pages.ts';
import type { NodeFacts } from './programFacts.ts';
import type { StateTables } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Which instance has which slot. The slots of instances that are forgotten are used again. */
export interface InstanceSlots {
  /** The slot of an instance; -1 where it is not known, or no longer. */
  find(node: number, instance: number): number;
  /** Gives a slot to an instance that was started, which is the newest of its node. */
  begin(node: number, instance: number, sequence: number): void;
  /** Forgets an instance that is not the newest, if nothing more can come of it. */
  forgetIfSettled(slot: number, row: Int32Array, at: number): void;
}

const OPEN_AT_START: Readonly<Record<NodeFacts['is'], number>> = {
  loop: LOOP_RUNS,
  task: TASK_OPEN,
  job: JOB_OPEN,
  service: SERVICE_RUNS,
  coroutine: 0,
  other: 0,
};

/** The slots of the instances in these tables. */
export function createInstanceSlots(
  tables: StateTables,
  { program, slots }: TraceFacts,
): InstanceSlots {
  const { rows, heads } = tables;

  const takeSlot = (): number => {
    const { totals } = tables;
    const slot = totals.free;
    totals.instances += 1;
    if (slot < 0) {
      totals.slots += 1;
      return totals.slots - 1;
    }
    totals.free = rows.read(slot >> PAGE_BITS)[(slot & PAGE_MASK) * ROW_WIDTH + OLDER] as number;
    return slot;
  };
  const forget = (slot: number): void => {
    const row = rows.own(slot >> PAGE_BITS);
    const at = (slot & PAGE_MASK) * ROW_WIDTH;
    const older = row[at + OLDER] as number;
    const newer = row[at + NEWER] as number;
    if (older >= 0) rows.own(older >> PAGE_BITS)[(older & PAGE_MASK) * ROW_WIDTH + NEWER] = newer;
    rows.own(newer >> PAGE_BITS)[(newer & PAGE_MASK) * ROW_WIDTH + OLDER] = older;
    row[at + NODE] = -1;
    row[at + OLDER] = tables.totals.free;
    tables.totals.free = slot;
    tables.totals.instances -= 1;
  };
  const forgetIfSettled = (slot: number, row: Int32Array, at: number): void => {
    const facts = program.nodes[row[at + NODE] as number];
    if (facts !== undefined && isSettled(row, at, facts)) forget(slot);
  };

  return {
    find(node, instance) {
      const slot = slots[node]?.[instance - 1];
      if (slot === undefined || slot >= tables.totals.slots) return -1;
      const row = rows.read(slot >> PAGE_BITS);
      const at = (slot & PAGE_MASK) * ROW_WIDTH;
      return row[at + NODE] === node && row[at + INSTANCE] === instance ? slot : -1;
    },
    begin(node, instance, sequence) {
      const facts = program.nodes[node];
      const known = slots[node];
      if (facts === undefined || known === undefined) return;
      const slot = takeSlot();
      known[instance - 1] = slot;
      tables.totals.indexed += 1;
      const row = rows.own(slot >> PAGE_BITS);
      const at = (slot & PAGE_MASK) * ROW_WIDTH;
      const head = heads.own(node >> WIDE_BITS);
      const older = (head[node & WIDE_MASK] as number) - 1;
      head[node & WIDE_MASK] = slot + 1;
      // For so few numbers `fill` is slower.
      for (let field = at; field < at + ROW_WIDTH; field += 1) row[field] = NO_EVENT;
      row[at + NODE] = node;
      row[at + INSTANCE] = instance;
      row[at + OLDER] = older;
      row[at + START] = sequence;
      row[at + LAST] = sequence;
      row[at + FLAGS] = OPEN_AT_START[facts.is];
      row[at + PLACE] = 0;
      row[at + EXTRA] = 0;
      row[at + EXTRA_HIGH] = 0;
      if (older < 0) return;
      const before = rows.own(older >> PAGE_BITS);
      const olderAt = (older & PAGE_MASK) * ROW_WIDTH;
      before[olderAt + NEWER] = slot;
      forgetIfSettled(older, before, olderAt);
    },
    forgetIfSettled,
  };
}

/**
 * Nothing more can happen to it by itself, and nobody has to be told of it. Before it has all of its
 * chain behind it, a link may still be added.
 */
function isSettled(row: Int32Array, at: number, { givesDeferred, links }: NodeFacts): boolean {
  const flags = row[at + FLAGS] as number;
  if ((flags & OPEN) !== 0) return false;
  if ((row[at + DUE] as number) >= 0 || (row[at + INSIDE] as number) >= 0) return false;
  if ((row[at + TIMEOUT] as number) >= 0) return false;
  if (!givesDeferred) return true;
  return (
    (flags & CALLED) !== 0 &&
    ((row[at + PLACE] as number) & PLACE_MASK) >= links &&
    (row[at + WAITS] as number) < 0 &&
    (flags & (UNHANDLED | REPORTED)) !== UNHANDLED
  );
}
