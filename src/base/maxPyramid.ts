/** Each entry of a level is the largest of so many of the level below it: a power of two. */
const SHIFT = 4;
const FAN = 1 << SHIFT;

/**
 * Numbers that are added at the end, with the largest of each sixteen, of each sixteen of these and
 * so on: the largest of any stretch, and the next one of some size, are found in a few dozen steps.
 */
export class MaxPyramid {
  /** Level 0 are the numbers themselves. */
  readonly #levels: number[][] = [[]];

  get values(): readonly number[] {
    return this.#levels[0] as number[];
  }

  push(value: number): void {
    const values = this.#levels[0] as number[];
    values.push(value);
    let index = values.length - 1;
    for (let level = 1; index >= FAN || level < this.#levels.length; level += 1) {
      const below = this.#levels[level - 1] as number[];
      const entries = (this.#levels[level] ??= [largest(below, 0, FAN)]);
      index >>= SHIFT;
      const known = entries[index];
      if (known === undefined || known < value) entries[index] = value;
    }
  }

  /** The largest number at the indexes `[from, to)`, or `-Infinity` where there is none. */
  maxOf(from: number, to: number): number {
    let found = -Infinity;
    let [low, high] = [from, Math.min(to, this.values.length)];
    for (const entries of this.#levels) {
      if (entries === this.#levels.at(-1)) return Math.max(found, largest(entries, low, high));
      if (low >= high) break;
      const first = Math.min(high, (low + FAN - 1) & ~(FAN - 1));
      const last = Math.max(first, high & ~(FAN - 1));
      found = Math.max(found, largest(entries, low, first), largest(entries, last, high));
      low = first >> SHIFT;
      high = last >> SHIFT;
    }
    return found;
  }

  /** The first index from `from` on whose number is at least `least`, or the count of all. */
  nextAtLeast(from: number, least: number): number {
    const { length } = this.values;
    let index = from;
    let level = 0;
    while (index << (level * SHIFT) < length) {
      const entries = this.#levels[level] as number[];
      if ((entries[index] ?? -Infinity) >= least) {
        if (level === 0) return index;
        level -= 1;
        index <<= SHIFT;
        continue;
      }
      index += 1;
      // At the begin of a larger stretch, that is asked as a whole.
      while ((index & (FAN - 1)) === 0 && level < this.#levels.length - 1) {
        level += 1;
        index >>= SHIFT;
      }
    }
    return length;
  }
}

function largest(values: readonly number[], from: number, to: number): number {
  let found = -Infinity;
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? -Infinity;
    if (value > found) found = value;
  }
  return found;
}
