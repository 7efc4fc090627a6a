import { firstAbove, firstAtLeast } from '#base/sortedNumbers.ts';
import type { Seconds } from '#base/units.ts';

/**
 * The spans of a row that several instances share, each instance's on its own: what is drawn as one
 * span is counted and measured here as those that it is made of.
 */
export class SharedSpans {
  /** When those began that are over, in the order of their ends. */
  readonly #starts: Seconds[] = [];
  readonly #ends: Seconds[] = [];
  /** How long the longest of them lasts: so far before its end one may begin. */
  #longest: Seconds = 0;
  /** Those that are not over, by instance. */
  readonly #open = new Map<number, { readonly start: Seconds; depth: number }>();

  /** An instance is in the state of these spans, once more where it is so already. */
  open(instance: number, time: Seconds): void {
    const known = this.#open.get(instance);
    if (known === undefined) this.#open.set(instance, { start: time, depth: 1 });
    else known.depth += 1;
  }

  /** An instance leaves the state, once. */
  close(instance: number, time: Seconds): void {
    const known = this.#open.get(instance);
    if (known === undefined) return;
    known.depth -= 1;
    if (known.depth > 0) return;
    this.#open.delete(instance);
    this.#starts.push(known.start);
    this.#ends.push(time);
    this.#longest = Math.max(this.#longest, time - known.start);
  }

  /** Adds the whole lengths of the spans that touch a stretch of time; an open one lasts until `known`. */
  addLengths(lengths: Seconds[], from: Seconds, to: Seconds, known: Seconds): void {
    const { length } = this.#ends;
    const first = firstAtLeast(this.#ends, from, 0, length, length >>> 1);
    const last = firstAbove(this.#ends, to + this.#longest, first, length, length);
    for (let index = first; index < last; index += 1) {
      const start = this.#starts[index] as number;
      if (start <= to) lengths.push((this.#ends[index] as number) - start);
    }
    for (const { start } of this.#open.values()) {
      if (start <= to) lengths.push(Math.max(0, known - start));
    }
  }
}
