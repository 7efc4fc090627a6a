import type { Seconds } from '#base/units.ts';

/** A stretch of time in which nothing happens. */
export interface IdleGap {
  readonly start: Seconds;
  readonly end: Seconds;
}

/** So many of the longest gaps are known. */
const KEPT = 41;

/** The stretches in which the reactor waits for the next event, of which the longest are kept. */
export class IdleGaps {
  #count = 0;
  #total: Seconds = 0;
  /** The longest ones, the longest first. */
  readonly #longest: IdleGap[] = [];

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** How long all of them are together. */
  get total(): Seconds {
    return this.#total;
  }

  /** The longest ones, the longest first: some dozens at most. */
  get longest(): readonly IdleGap[] {
    return this.#longest;
  }

  /** Adds a gap that is no part of the others. */
  add(gap: IdleGap): void {
    const length = lengthOf(gap);
    if (!(length > 0)) return;
    this.#count += 1;
    this.#total += length;
    const kept = this.#longest;
    const last = kept.at(-1);
    if (kept.length === KEPT && last !== undefined && lengthOf(last) >= length) return;
    let at = kept.length;
    while (at > 0 && lengthOf(kept[at - 1] as IdleGap) < length) at -= 1;
    kept.splice(at, 0, gap);
    if (kept.length > KEPT) kept.pop();
  }
}

function lengthOf({ start, end }: IdleGap): Seconds {
  return end - start;
}
