import { firstAbove } from '#base/sortedNumbers.ts';
import { MaxPyramid } from '#base/maxPyramid.ts';
import type { Seconds } from '#base/units.ts';

/** A stretch of time in which nothing happens. */
export interface IdleGap {
  readonly start: Seconds;
  readonly end: Seconds;
}

/** The stretches in which the reactor waits, from one event to the next, in the order of time. */
export class IdleGaps {
  readonly #starts: number[] = [];
  readonly #lengths = new MaxPyramid();

  /** Adds a gap behind the others. */
  add(start: Seconds, end: Seconds): void {
    this.#starts.push(start);
    this.#lengths.push(end - start);
  }

  /** How many gaps touch a stretch of time. */
  countBetween(from: Seconds, to: Seconds): number {
    const first = this.#firstEndingAfter(from);
    return Math.max(0, firstAbove(this.#starts, to, first, this.#starts.length) - first);
  }

  /** The gaps at least so long that touch a stretch of time: `most` of them at most. */
  longest(from: Seconds, to: Seconds, least: Seconds, most: number): readonly IdleGap[] {
    const found: IdleGap[] = [];
    let index = this.#firstEndingAfter(from);
    while (found.length < most) {
      index = this.#lengths.nextAtLeast(index, least);
      const start = this.#starts[index];
      if (start === undefined || start >= to) break;
      found.push({ start, end: start + (this.#lengths.values[index] ?? 0) });
      index += 1;
    }
    return found;
  }

  #firstEndingAfter(time: Seconds): number {
    const next = firstAbove(this.#starts, time, 0, this.#starts.length);
    const before = next - 1;
    const end = (this.#starts[before] ?? 0) + (this.#lengths.values[before] ?? 0);
    return before >= 0 && end > time ? before : next;
  }
}
