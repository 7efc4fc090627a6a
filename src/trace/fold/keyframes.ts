import { partitionPoint } from '#base/binarySearch.ts';

import { createFold } from './fold.ts';
import type { StateImage } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** States of a trace at some distance from each other, from which the others are folded. */
export interface Keyframes {
  /** How many events have gone into them. */
  readonly count: number;
  /** Takes the next events, until `count` have gone in. */
  advance(count: number): void;
  /** The last keyframe at or before an event. */
  before(count: number): StateImage;
  /** The state at {@link count}. */
  last(): StateImage;
  /** How many there are, and how many bytes they take, nearly. */
  readonly size: { readonly keyframes: number; readonly bytes: number };
}

/**
 * What keyframes may take, by event: less than a third of what the event itself takes. The engine
 * takes a little more than is counted.
 */
const BYTES_AN_EVENT = 6.2;

/** Keyframes are no nearer to each other: so many events are folded at once. */
const LEAST_DISTANCE = 1024;

/** Whether it is time for a keyframe is looked at every so many events. */
const LOOK_EVERY = 256;

/**
 * The keyframes of a trace. Where much changes, of many instances, they are far from each other:
 * they are made when the events since the last one have paid for what is new in them.
 */
export function createKeyframes(facts: TraceFacts): Keyframes {
  const fold = createFold(facts);
  const frames: StateImage[] = [fold.share()];
  let bytes = fold.takeFreshBytes();
  let paid = 0;

  const keep = (): void => {
    const distance = fold.count - paid;
    if (distance < LEAST_DISTANCE || fold.freshBytes > distance * BYTES_AN_EVENT) return;
    paid = fold.count;
    bytes += fold.takeFreshBytes();
    frames.push(fold.share());
  };

  return {
    get count() {
      return fold.count;
    },
    advance(count) {
      while (fold.count < count) {
        const next = Math.floor(fold.count / LOOK_EVERY + 1) * LOOK_EVERY;
        fold.advance(Math.min(count, next));
        if (fold.count === next) keep();
      }
    },
    before(count) {
      const after = partitionPoint(
        0,
        frames.length,
        (index) => frameAt(index).totals.count > count,
      );
      return frameAt(after - 1);
    },
    last: () => fold.share(),
    get size() {
      return { keyframes: frames.length, bytes };
    },
  };

  function frameAt(index: number): StateImage {
    const frame = frames[index];
    if (frame === undefined) throw new RangeError(`There is no keyframe ${index}.`);
    return frame;
  }
}
