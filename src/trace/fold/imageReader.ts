import type { InstanceState } from '#trace/instanceState.ts';

import { FLAGS, HAS_LISTS, LAST, NODE, NO_LISTS, OLDER, ROW_WIDTH } from './instanceRow.ts';
import { PAGE_BITS, PAGE_MASK } from './pages.ts';
import { readInstance, type InstanceRow } from './readInstance.ts';
import { numberAt, singleAt, type StateImage } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/**
 * Finds instances in images of a trace's states, and makes records of them. Of each slot it keeps
 * the record that it made last, and gives that again as long as no event has changed the instance.
 */
export interface ImageReader {
  /** The slots of all instances, in no order. */
  slots(image: StateImage): readonly number[];
  /** The slots of a node's instances, the newest first. */
  slotsOf(image: StateImage, node: number): readonly number[];
  /** The slot of a node's newest instance; -1 before its first start. */
  newestOf(image: StateImage, node: number): number;
  rowOf(image: StateImage, slot: number): InstanceRow;
  instance(image: StateImage, slot: number): InstanceState;
}

/** A reader of the images of a trace. */
export function createImageReader(facts: TraceFacts): ImageReader {
  /** By slot: what was made last, and the last event of the instance then. */
  const made: InstanceState[] = [];
  const madeAfter: number[] = [];

  const rowOf = ({ rows, lists }: StateImage, slot: number): InstanceRow => {
    const row = rows[slot >> PAGE_BITS];
    if (row === undefined) throw new RangeError(`There is no slot ${slot}.`);
    const at = (slot & PAGE_MASK) * ROW_WIDTH;
    const hasLists = ((row[at + FLAGS] as number) & HAS_LISTS) !== 0;
    const own = hasLists ? lists[slot >> PAGE_BITS]?.[slot & PAGE_MASK] : null;
    return { row, at, lists: own ?? NO_LISTS };
  };
  const newestOf = (image: StateImage, node: number): number =>
    node < 0 ? -1 : singleAt(image.heads, node) - 1;

  return {
    rowOf,
    newestOf,
    slots({ rows, totals }) {
      const slots: number[] = [];
      for (let slot = 0; slot < totals.slots; slot += 1) {
        if ((rows[slot >> PAGE_BITS]?.[(slot & PAGE_MASK) * ROW_WIDTH + NODE] ?? -1) >= 0) {
          slots.push(slot);
        }
      }
      return slots;
    },
    slotsOf(image, node) {
      const slots: number[] = [];
      let slot = newestOf(image, node);
      while (slot >= 0) {
        slots.push(slot);
        slot = numberAt(image.rows, ROW_WIDTH, slot, OLDER);
      }
      return slots;
    },
    instance(image, slot) {
      const from = rowOf(image, slot);
      const last = from.row[from.at + LAST] as number;
      const known = made[slot];
      if (known !== undefined && madeAfter[slot] === last) return known;
      const state = readInstance(facts, from);
      made[slot] = state;
      madeAfter[slot] = last;
      return state;
    },
  };
}
