import type { Seconds } from '#base/units.ts';

import { Deferred } from './deferred.ts';
import type { DelayedCall } from './delayedCall.ts';
import { AssertionError, ValueError } from './errors.ts';
import { maybeDeferred } from './maybeDeferred.ts';
import type { IReactorTime } from './reactorTime.ts';

/** Is told what a LoopingCall does, at the moment it happens. */
export interface LoopingCallProbe {
  /** `start` has made the Deferred that it will return, and nothing has run yet. */
  starts?(loop: LoopingCall, deferred: Deferred): void;
  /** Its function is about to be called. */
  ticks?(loop: LoopingCall): void;
  /** Its function returned a Deferred that has no result yet. */
  waits?(loop: LoopingCall, on: Deferred): void;
  /** Its function has ended well, and the next run is about to be planned. */
  looped?(loop: LoopingCall): void;
}

/**
 * `twisted.internet.task.LoopingCall`: calls a function again and again on a grid from its start
 * (K-1 to K-18). Late runs do not move the grid, and what was missed is not made up for.
 */
export class LoopingCall {
  clock: IReactorTime;
  running = false;
  interval: Seconds = 0;
  starttime: Seconds = 0;
  /** The pending run, or null. */
  call: DelayedCall | null = null;
  probe: LoopingCallProbe | null = null;

  readonly #f: (count: number) => unknown;
  readonly #withCount: boolean;
  #deferred: Deferred | null = null;
  #stamp = 0;
  #now = true;
  /** The time of the last run that called the function; survives `stop` (K-13). */
  #lastCounted: Seconds | null = null;

  /** `counts` is for {@link withCount}. */
  constructor(clock: IReactorTime, f: (count: number) => unknown, counts = false) {
    this.clock = clock;
    this.#f = f;
    this.#withCount = counts;
  }

  /** `LoopingCall.withCount`: `f` gets how many grid points have passed since it was last called (K-12). */
  static withCount(clock: IReactorTime, f: (count: number) => unknown): LoopingCall {
    return new LoopingCall(clock, f, true);
  }

  /**
   * Starts it; the Deferred fires with the LoopingCall when it stops, and fails with its
   * function's failure (K-1, K-6).
   *
   * @throws AssertionError while it runs; ValueError for a negative interval (K-3).
   */
  start(interval: Seconds, now = true): Deferred {
    if (this.running) throw new AssertionError('Tried to start an already running LoopingCall.');
    if (interval < 0) throw new ValueError('interval must be >= 0');
    this.running = true;
    const deferred = new Deferred();
    this.#deferred = deferred;
    this.starttime = this.clock.seconds();
    this.#stamp = this.clock.readStamp();
    this.interval = interval;
    this.#now = now;
    this.probe?.starts?.(this, deferred);
    if (now) this.#run();
    else this.#plan();
    return deferred;
  }

  /** Stops it; in the function, after that has ended (K-6). @throws AssertionError where it does not run. */
  stop(): void {
    if (!this.running) {
      throw new AssertionError('Tried to stop a LoopingCall that was not running.');
    }
    this.running = false;
    if (this.call === null) return;
    this.call.cancel();
    this.call = null;
    this.#finish((deferred) => deferred.callback(this));
  }

  /** Begins the interval anew; without effect in the function (K-10). @throws AssertionError as {@link stop}. */
  reset(): void {
    if (!this.running) {
      throw new AssertionError('Tried to reset a LoopingCall that was not running.');
    }
    if (this.call === null) return;
    this.call.cancel();
    this.call = null;
    this.starttime = this.clock.seconds();
    this.#stamp = this.clock.readStamp();
    this.#plan();
  }

  #run(): void {
    this.call = null;
    const count = this.#withCount ? this.#takeCount() : 1;
    const result = maybeDeferred(() => {
      if (count <= 0) return null;
      this.probe?.ticks?.(this);
      return this.#f(count);
    });
    if (!hasResult(result)) this.probe?.waits?.(this, result);
    result.addCallbacks(
      () => this.#ended(),
      (failure) => this.#failed(failure),
    );
  }

  #ended(): void {
    if (this.running) {
      this.probe?.looped?.(this);
      this.#plan();
    } else {
      this.#finish((deferred) => deferred.callback(this));
    }
  }

  #failed(failure: unknown): void {
    this.running = false;
    this.#finish((deferred) => deferred.errback(failure));
  }

  #finish(fire: (deferred: Deferred) => void): void {
    const deferred = this.#deferred;
    this.#deferred = null;
    // Two starts over one body leave one without its Deferred (K-15).
    if (deferred === null) throw new AssertionError();
    fire(deferred);
  }

  #plan(): void {
    const when = this.clock.seconds();
    const delay = delayToNextRun(when, this.starttime, this.interval, this.clock.resolution);
    this.call = this.clock.callLater(delay, () => this.#run(), this.#stamp);
  }

  /** K-12; the last count is kept only when the function is called. */
  #takeCount(): number {
    if (this.interval === 0) return 1;
    const now = this.clock.seconds();
    const last = this.#lastCounted ?? (this.#now ? this.starttime - this.interval : this.starttime);
    const count = this.#gridPoints(now) - this.#gridPoints(last);
    if (count > 0) this.#lastCounted = now;
    return count;
  }

  #gridPoints(time: Seconds): number {
    const { resolution } = this.clock;
    const passed = (time - this.starttime) / this.interval;
    if (resolution === 0) return Math.trunc(passed);
    // A time that is a grid point but for rounding is that point.
    const nearest = Math.round(passed);
    const distance = Math.abs(passed - nearest) * this.interval;
    return isNear(distance, resolution) ? nearest : Math.trunc(passed);
  }
}

/**
 * The delay from `when` to the next run of a loop (K-8): to the next point of the grid
 * `starttime + k * interval`, and from one of these to the one after it, rounding aside.
 */
export function delayToNextRun(
  when: Seconds,
  starttime: Seconds,
  interval: Seconds,
  resolution: Seconds,
): Seconds {
  if (interval === 0) return 0;
  const remainder = (when - starttime) % interval;
  // Python's modulo has the sign of the divisor.
  const until = interval - (remainder < 0 ? remainder + interval : remainder);
  if (resolution === 0) return when + until === when ? interval : until;
  // To the point after this one, not a whole interval from now: else rounding would add up.
  return isNear(until, resolution) ? until + interval : until;
}

/**
 * Whether a time and a point of the grid so far apart are one moment but for rounding. More than
 * half a step: a point in the middle between two can have gone to either.
 */
function isNear(distance: Seconds, resolution: Seconds): boolean {
  return distance < 0.75 * resolution;
}

function hasResult(deferred: Deferred): boolean {
  return deferred.result !== undefined && !(deferred.result instanceof Deferred);
}
