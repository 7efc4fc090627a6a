import type { Seconds } from '#base/units.ts';
import { Clock } from '#reactor/clock.ts';
import { Deferred, type Canceller } from '#reactor/deferred.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';
import type { Job } from '#reactor/threadJob.ts';
import { ThreadPool } from '#reactor/threadPool.ts';

import type { CaseEvent, Environment } from './case.ts';
import { describeThrown, showFields } from './show.ts';
import { VirtualReactor } from './virtualReactor.ts';

/** What a callback does besides showing its argument: nothing else means that it passes it on. */
export interface CallbackOptions {
  /** It returns this. */
  readonly value?: unknown;
  /** It throws this. */
  readonly exc?: Error;
  /** It returns what this returns. */
  readonly call?: (result: unknown) => unknown;
}

/** How a Deferred of {@link Scenario.after}, or a job of {@link Scenario.job}, ends. */
export interface Ending {
  readonly value?: unknown;
  readonly exc?: Error;
}

/** A running case: what it runs with, and what it showed. The same as `S` of the harness in Python. */
export class Scenario {
  readonly events: CaseEvent[] = [];
  /** May be replaced by another one. */
  clock = new Clock();
  /** Only for cases of other environments than `clock`. May be replaced by {@link newReactor}. */
  reactor: VirtualReactor;

  readonly #env: Environment;
  readonly #pools: ThreadPool[] = [];

  constructor(env: Environment) {
    this.#env = env;
    this.reactor = this.#makeReactor();
  }

  /** What tells this case the time: the Clock, or the reactor. */
  get time(): IReactorTime {
    return this.#env === 'clock' ? this.clock : this.reactor;
  }

  /** Puts a new reactor, whose time is 0, in the place of the one that there is. */
  newReactor(): VirtualReactor {
    this.reactor = this.#makeReactor();
    return this.reactor;
  }

  now(): Seconds {
    return this.time.seconds();
  }

  log(ev: string, fields: object = {}): void {
    this.events.push({ t: this.now(), ev, ...showFields(fields) });
  }

  /** A function for timers: shows that it runs, and returns what `then` returns. */
  runner(name: string, then?: () => unknown): () => unknown {
    return () => {
      this.log('run', { name });
      return then?.();
    };
  }

  /** A callback that shows its argument, and extra arguments where it has some. */
  cb(name: string, options: CallbackOptions = {}): (got: unknown, ...args: unknown[]) => unknown {
    return (got, ...args) => {
      this.log('cb', args.length > 0 ? { name, got, args } : { name, got });
      if (options.exc !== undefined) throw options.exc;
      if (options.call !== undefined) return options.call(got);
      return 'value' in options ? options.value : got;
    };
  }

  /** Calls `f` and shows what it returns or throws. */
  attempt<T>(what: string, f: () => T): T | undefined {
    let result: T;
    try {
      result = f();
    } catch (thrown) {
      this.log('raised', { what, ...describeThrown(thrown) });
      return undefined;
    }
    this.log('ok', { what, result });
    return result;
  }

  /** Shows the state of a Deferred. */
  state(name: string, deferred: Deferred): void {
    const { called, paused, result } = deferred;
    this.log('state', { name, called, paused, result: result === undefined ? '(none)' : result });
  }

  /** Shows the outcome of a Deferred, and thereby handles it. */
  watch(name: string, deferred: Deferred): Deferred {
    return deferred.addCallbacks(
      (value) => this.log('fired', { name, value }),
      (error) => this.log('failed', { name, error }),
    );
  }

  /** A Deferred that is fired after `delay`. */
  after(delay: Seconds, { value, exc }: Ending = {}, canceller: Canceller | null = null): Deferred {
    const deferred = new Deferred(canceller);
    this.time.callLater(delay, () =>
      exc === undefined ? deferred.callback(value ?? null) : deferred.errback(exc),
    );
    return deferred;
  }

  /**
   * Shows those of the given Deferreds that have a failure nobody took as unhandled errors, as
   * Twisted does when they are freed (U-1).
   */
  free(...deferreds: readonly Deferred[]): void {
    for (const { unhandled, result } of deferreds) {
      if (!unhandled) continue;
      this.log('logged', { text: UNHANDLED });
      this.log('logged', { failure: result });
    }
  }

  /** A pool of threads; it is stopped at the end of the case. */
  pool(min: number, max: number, start = true): ThreadPool {
    const pool = new ThreadPool(this.reactor, min, max);
    this.#pools.push(pool);
    if (start) pool.start();
    return pool;
  }

  /** A job for a thread that works for so long. */
  job(label: string, seconds: Seconds, { value, exc }: Ending = {}): Job {
    const log = (ev: string): void => this.log(ev, { name: label });
    return function* work() {
      log('job start');
      if (seconds > 0) yield seconds;
      if (exc !== undefined) {
        log('job raises');
        throw exc;
      }
      log('job end');
      return value;
    };
  }

  /** Stops the pools that are not stopped. */
  end(): void {
    for (const pool of this.#pools) if (!pool.joined) pool.stop();
  }

  #makeReactor(): VirtualReactor {
    const log = (ev: string, fields?: object): void => this.log(ev, fields);
    // Nominal times that are equal are to be equal, as the harness's own rounding makes them.
    return new VirtualReactor(log, this.#env === 'ticking' ? 1e-9 : 0);
  }
}

/** The text in Twisted's log before a failure that nobody handled (U-1). */
export const UNHANDLED = 'Unhandled error in Deferred:';
