import { firstAbove, firstAtLeast } from '#base/sortedNumbers.ts';
import type { Seconds } from '#base/units.ts';

/** A span of one instance; `end` is `Infinity` while it is open, and `event` is what began it. */
export interface OwnSpan {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly event: number;
}

/**
 * The spans of a row that several instances share, each instance's on its own: what is drawn as one
 * span is counted and measured here as those that it is made of.
 */
export class SharedSpans {
  /** When those began that are over, in the order of their ends. */
  readonly #starts: Seconds[] = [];
  readonly #ends: Seconds[] = [];
  readonly #events: number[] = [];
  /** How long the longest of them lasts: so far before its end one may begin. */
  #longest: Seconds = 0;
  /** Those that are not over, by instance. */
  readonly #open = new Map<
    number,
    { readonly start: Seconds; readonly event: number; depth: number }
  >();

  /** An instance is in the state of these spans, once more where it is so already. */
  open(instance: number, time: Seconds, event: number): void {
    const known = this.#open.get(instance);
    if (known === undefined) this.#open.set(instance, { start: time, event, depth: 1 });
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
    this.#events.push(known.event);
    this.#longest = Math.max(this.#longest, time - known.start);
  }

  /** Adds the whole lengths of the spans that touch a stretch of time; an open one lasts until `known`. */
  addLengths(lengths: Seconds[], from: Seconds, to: Seconds, known: Seconds): void {
    const { first, last } = this.#mayTouch(from, to);
    for (let index = first; index < last; index += 1) {
      const start = this.#starts[index] as number;
      if (start <= to) lengths.push((this.#ends[index] as number) - start);
    }
    for (const { start } of this.#open.values()) {
      if (start <= to) lengths.push(Math.max(0, known - start));
    }
  }

  /** The spans that touch a stretch of time, in the order of their starts: the first `most` of them. */
  earliest(from: Seconds, to: Seconds, most: number): readonly OwnSpan[] {
    let kept: OwnSpan[] = [];
    /** What begins later has no place among them any more. */
    let latest = to;
    const keep = (span: OwnSpan): void => {
      if (span.start > latest) return;
      kept.push(span);
      if (kept.length < 2 * most) return;
      kept = inOrder(kept).slice(0, most);
      latest = kept.at(-1)?.start ?? to;
    };
    const { first, last } = this.#mayTouch(from, to);
    for (let index = first; index < last; index += 1) {
      keep({
        start: this.#starts[index] as number,
        end: this.#ends[index] as number,
        event: this.#events[index] as number,
      });
    }
    for (const { start, event } of this.#open.values()) keep({ start, end: Infinity, event });
    return inOrder(kept).slice(0, most);
  }

  /** The places of those that are over and may touch a stretch of time: some may begin behind it. */
  #mayTouch(from: Seconds, to: Seconds): { readonly first: number; readonly last: number } {
    const { length } = this.#ends;
    const first = firstAtLeast(this.#ends, from, 0, length, length >>> 1);
    return { first, last: firstAbove(this.#ends, to + this.#longest, first, length, length) };
  }
}

function inOrder(spans: readonly OwnSpan[]): OwnSpan[] {
  return spans.toSorted((a, b) => a.start - b.start || a.event - b.event);
}
