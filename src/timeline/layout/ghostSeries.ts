import { MaxPyramid } from '#base/maxPyramid.ts';
import { firstAtLeast } from '#base/sortedNumbers.ts';
import type { Seconds } from '#base/units.ts';

import { lastGhost } from './ghosts.ts';
import type { GhostRun } from './lane.ts';

/**
 * The missed grid points of a row: runs in the order of the events that tell of them. Those of
 * several instances overlap as they like; what touches a stretch of time is found all the same.
 */
export class GhostSeries {
  readonly runs: GhostRun[] = [];
  /** Up to when there was a missed grid point so far. */
  readonly #untils: Seconds[] = [];
  /** The first points as negative numbers, so that the largest is the earliest. */
  readonly #firsts = new MaxPyramid();
  readonly #lasts = new MaxPyramid();
  /** How much time may lie without a point between the first one of a run and when it is told of. */
  readonly #gaps = new MaxPyramid();

  /** Adds a run of missed grid points behind the others. */
  push(run: GhostRun): void {
    const last = lastGhost(run);
    const until = Math.max(last, this.#untils.at(-1) ?? -Infinity);
    this.#untils.push(until);
    this.#firsts.push(-run.first);
    this.#lasts.push(last);
    this.#gaps.push(Math.max(run.interval, until - last));
    this.runs.push(run);
  }

  /** The index of the first run that does not lie before a time as a whole, with all before it. */
  firstFrom(time: Seconds, from = 0): number {
    return firstAtLeast(this.#untils, time, from, this.runs.length);
  }

  /** Up to when there was a missed grid point when a run was told of. */
  untilOf(index: number): Seconds {
    return this.#untils[index] as number;
  }

  /** The index of the next run from `index` on that begins at a time at the latest; or their count. */
  nextUntil(time: Seconds, index: number): number {
    return this.#firsts.nextAtLeast(index, -time);
  }

  /**
   * From when to when the runs `[first, last)` are. Where they end at about one time, no time longer
   * than `gap` lies between two points.
   */
  extentOf(
    first: number,
    last: number,
  ): { readonly start: Seconds; readonly end: Seconds; readonly gap: Seconds } {
    return {
      start: -this.#firsts.maxOf(first, last),
      end: this.#lasts.maxOf(first, last),
      gap: this.#gaps.maxOf(first, last),
    };
  }

  /** Tells of each run that touches a stretch of time, both ends included, until it returns true. */
  eachBetween(
    from: Seconds,
    to: Seconds,
    tell: (run: GhostRun, index: number) => boolean | undefined | void,
  ): void {
    let index = this.nextUntil(to, this.firstFrom(from));
    for (; index < this.runs.length; index = this.nextUntil(to, index + 1)) {
      const run = this.runs[index] as GhostRun;
      if (lastGhost(run) >= from && tell(run, index) === true) return;
    }
  }
}
