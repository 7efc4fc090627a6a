import type { Milliseconds } from '#base/units.ts';

/** How many events the page wants in a batch, by how long it takes to take one. */
export interface BatchSize {
  readonly events: number;
  /** A batch of so many events was taken, and put on the screen, in this time. */
  took(events: number, time: Milliseconds): void;
}

/** What a batch begins with, and its bounds. */
const FIRST = 8192;
const LEAST = 1024;
export const MOST_BATCH_EVENTS = 65_536;

/** Taking a batch, with the rendering that follows, is not to hold the page up for a frame. */
const LONG: Milliseconds = 14;
const SHORT: Milliseconds = 7;

/** Halves where taking is slow, and doubles where a full batch is taken quickly. */
export function createBatchSize(): BatchSize {
  let size = FIRST;
  return {
    get events() {
      return size;
    },
    took(events, time) {
      // What a small batch takes says nothing about a large one, unless it is much.
      if (time > LONG) size = Math.max(LEAST, Math.min(size, events) >> 1);
      else if (time < SHORT && events * 2 > size) size = Math.min(MOST_BATCH_EVENTS, size * 2);
    },
  };
}
