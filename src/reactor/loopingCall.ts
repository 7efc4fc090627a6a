import { pythonNumber } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';

import { Deferred } from './deferred.ts';
import type { DelayedCall } from './delayedCall.ts';
import { AssertionError, ValueError } from './errors.ts';
import { Failure, toFailure } from './failure.ts';
import { fail, maybeDeferred } from './maybeDeferred.ts';
import type { IReactorTime } from './reactorTime.ts';

/** Is told what a LoopingCall does, at the moment it happens. */
export interface LoopingCallProbe {
  /** `start` has made the Deferred that it will return, and nothing has run yet. */
  starts?(loop: LoopingCall, deferred: Deferred): void;
  /** Its function is about to be called, with this count if it has one (K-12), else 1. */
  ticks?(loop: LoopingCall, count: number): void;
  /** A run has come, but no point of the grid since the last one: nothing is called (K-12). */
  skips?(loop: LoopingCall): void;
  /** Its function returned a Deferred that has no result yet. */
  waits?(loop: LoopingCall, on: Deferred): void;
  /** Its function has ended well, and the next run is about to be planned. */
  looped?(loop: LoopingCall): void;
  /** A failure has nowhere to go: another start has taken the Deferred (K-15). */
  lost?(loop: LoopingCall, failure: Failure): void;
  /** `stop` was called: it does not run any more, though its function may still be at work (K-6). */
  stopped?(loop: LoopingCall): void;
  /** `reset` has begun its grid anew, and the next run is about to be planned (K-10). */
  reset?(loop: LoopingCall): void;
  /** Its function, or the planning of the next run, has failed: it does not run any more (K-1). */
  failed?(loop: LoopingCall, failure: Failure): void;
  /** It is over, and the Deferred of its start fires next: stopped and at rest, or failed (K-4). */
  ended?(loop: LoopingCall, deferred: Deferred): void;
}

/**
 * `twisted.internet.task.LoopingCall`: calls a function again and again on a grid from its start
 * (K-1 to K-18). Late runs do not move the grid, and what was missed is not made up for.
 */
export class LoopingCall {
  clock: IReactorTime;
  running = false;
  /** The time between two points of the grid; null before the first start. May be changed (K-16). */
  interval: Seconds | null = null;
  /** Where the grid begins; null before the first start. */
  starttime: Seconds | null = null;
  /** The pending run, or null. */
  call: DelayedCall | null = null;
  probe: LoopingCallProbe | null = null;

  readonly #f: (count: number) => unknown;
  readonly #withCount: boolean;
  /** The call that has brought about the run under way, to be used again. */
  #ran: DelayedCall | null = null;
  /** The clock that made it: `clock` may be another one by now. */
  #ranBy: IReactorTime | null = null;
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
    this.probe?.stopped?.(this);
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
    this.probe?.reset?.(this);
    this.#plan();
  }

  /** `repr(loop)` (K-18); its function has no arguments here. */
  toString(): string {
    const name = this.#withCount ? 'LoopingCall.withCount.<locals>.counter' : this.#f.name;
    const interval = this.interval === null ? 'None' : pythonNumber(this.interval);
    return `LoopingCall<${interval}>(${name}, *(), **{})`;
  }

  /** One function for all runs: a tick makes none. */
  readonly #runLater = (): void => this.#run();

  #run(): void {
    // Two starts over one body leave two pending calls, and this may be the run of the other (K-15).
    this.#ran = this.call?.active() === true ? null : this.call;
    this.call = null;
    const count = this.#withCount ? this.#takeCount() : 1;
    let result: unknown = null;
    try {
      if (count > 0) {
        this.probe?.ticks?.(this, count);
        result = this.#f(count);
      } else this.probe?.skips?.(this);
      if (typeof result !== 'object' || result === null) {
        // Nothing to wait for: what the links of a fired Deferred would do, without one.
        this.#ended();
        return;
      }
    } catch (thrown) {
      const left = fail(thrown).addErrback((failure) => this.#failed(failure));
      if (left.result instanceof Failure) this.probe?.lost?.(this, left.result);
      return;
    }
    this.#waitFor(maybeDeferred(() => result));
  }

  #waitFor(result: Deferred): void {
    if (!hasResult(result)) this.probe?.waits?.(this, result);
    // Two links: what goes wrong with the planning of the next run ends the loop, too.
    result.addCallback(() => this.#ended()).addErrback((failure) => this.#failed(failure));
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
    this.probe?.failed?.(this, toFailure(failure));
    this.#finish((deferred) => deferred.errback(failure));
  }

  #finish(fire: (deferred: Deferred) => void): void {
    const deferred = this.#deferred;
    this.#deferred = null;
    // Two starts over one body leave one without its Deferred (K-15).
    if (deferred === null) throw new AssertionError();
    this.probe?.ended?.(this, deferred);
    fire(deferred);
  }

  #plan(): void {
    const when = this.clock.seconds();
    const { starttime, interval } = this;
    if (starttime === null || interval === null) throw NOT_STARTED();
    const delay = delayToNextRun(when, starttime, interval, this.clock.resolution);
    // With interval 0 there is no grid whose place the run could keep: its time is computed now.
    const stamp = interval === 0 ? this.clock.readStamp() : this.#stamp;
    const { clock } = this;
    const ran = clock === this.#ranBy ? this.#ran : null;
    this.#ran = null;
    this.#ranBy = clock;
    this.call =
      ran !== null && clock.callAgain !== undefined
        ? clock.callAgain(ran, delay, stamp)
        : clock.callLater(delay, this.#runLater, stamp);
  }

  /** K-12; the last count is kept only when the function is called. */
  #takeCount(): number {
    const { starttime, interval } = this.#grid();
    const now = this.clock.seconds();
    if (interval === 0) {
      this.#lastCounted = now;
      return 1;
    }
    const last = this.#lastCounted ?? (this.#now ? starttime - interval : starttime);
    const count = this.#gridPoints(now) - this.#gridPoints(last);
    if (count > 0) this.#lastCounted = now;
    return count;
  }

  #gridPoints(time: Seconds): number {
    const { starttime, interval } = this.#grid();
    const { resolution } = this.clock;
    const passed = (time - starttime) / interval;
    if (resolution === 0) return Math.trunc(passed);
    // A time that is a grid point but for rounding is that point.
    const nearest = Math.round(passed);
    const distance = Math.abs(passed - nearest) * interval;
    return isNear(distance, resolution) ? nearest : Math.trunc(passed);
  }

  #grid(): { readonly starttime: Seconds; readonly interval: Seconds } {
    const { starttime, interval } = this;
    if (starttime === null || interval === null) {
      throw NOT_STARTED();
    }
    return { starttime, interval };
  }
}

const NOT_STARTED = (): AssertionError =>
  new AssertionError('LoopingCall called before it was started');

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
  const until = interval - pythonModulo(when - starttime, interval);
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

/** Python's `%`: the result has the sign of the divisor. */
function pythonModulo(dividend: number, divisor: number): number {
  const remainder = dividend % divisor;
  return remainder !== 0 && remainder < 0 !== divisor < 0 ? remainder + divisor : remainder;
}

function hasResult(deferred: Deferred): boolean {
  return deferred.result !== undefined && !(deferred.result instanceof Deferred);
}
