import { NONE, type TraceValue } from './traceValue.ts';

/** The numbers of the values of a trace. */
export interface ValueTable {
  /** The number of a value; equal values share one, as long as the table remembers them. */
  intern(value: TraceValue): number;
  /** The lowest number that {@link intern} can still give. */
  readonly oldest: number;
  /** The values that got their numbers since the last call, with the number of the first. */
  takeFresh(): { readonly firstValue: number; readonly values: readonly TraceValue[] };
}

/** How many values are remembered, and how much text they may be, before all are forgotten. */
const MOST_VALUES = 4096;
const MOST_TEXT = 1_000_000;

/**
 * An empty table. It forgets what it knows whenever that has become much, so that a run in which no
 * two values are equal does not grow it. When it does so depends on nothing but the values: the same
 * run gives the same numbers, however it is cut into batches.
 */
export function createValueTable(): ValueTable {
  const numbers = new Map<string, number>();
  let text = 0;
  let next = 0;
  let oldest = 0;
  let fresh: TraceValue[] = [];
  /** The number of None, by far the most frequent value; -1 before it has one. */
  let none = -1;

  return {
    get oldest() {
      return oldest;
    },
    intern(value) {
      if (value === NONE && none !== -1) return none;
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      if (numbers.size >= MOST_VALUES || text > MOST_TEXT) {
        numbers.clear();
        text = 0;
        oldest = next;
        none = -1;
      }
      numbers.set(key, next);
      text += key.length;
      fresh.push(value);
      if (value === NONE) none = next;
      next += 1;
      return next - 1;
    },
    takeFresh() {
      const taken = { firstValue: next - fresh.length, values: fresh };
      fresh = [];
      return taken;
    },
  };
}

/**
 * Most values are None, or texts that were printed: they have short keys, which no JSON object has.
 */
function keyOf(value: TraceValue): string {
  if (value.is === 'json') {
    if (value.json === null) return 'N';
    if (typeof value.json === 'string') return `'${value.json}`;
  }
  return JSON.stringify(value);
}
