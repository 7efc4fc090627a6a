import { pythonNumber } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';

import { createCallQueue } from './callQueue.ts';
import { DelayedCall, type DelayedCallOwner } from './delayedCall.ts';
import {
  AssertionError,
  ReactorAlreadyRunning,
  ReactorNotRestartable,
  ReactorNotRunning,
} from './errors.ts';
import { toFailure, type Failure } from './failure.ts';
import type { IReactorTime } from './reactorTime.ts';

/** Is told what the reactor does, at the moment it happens. */
export interface ReactorProbe {
  /** The first call of a pass is about to be made. */
  passBegan?(): void;
  /** A pass in which something ran is over. */
  passEnded?(): void;
  /** An exception left a delayed call, a thread call or a hook. */
  logged?(failure: Failure): void;
}

/** How a reactor keeps time. */
export interface ReactorOptions {
  /**
   * Times are kept to multiples of this many seconds, so that times which are nominally equal are
   * equal, and O-1 orders them; 0 keeps them to the last bit.
   */
  readonly resolution?: Seconds;
}

/**
 * The core of Twisted's reactor in virtual time: rules, equal times by O-1. It has no
 * loop of its own: whoever drives it calls `runUntilCurrent` and moves the time between.
 */
export class Reactor implements IReactorTime, DelayedCallOwner {
  readonly resolution: Seconds;
  /** Whether start-up has happened and shutdown has not. */
  running = false;
  probe: ReactorProbe | null = null;

  /** How many multiples of the resolution a second has; 0 without one. */
  readonly #ticks: number;
  #now: Seconds = 0;
  #stamp = 0;
  #started = false;
  #stopped = false;
  #stopRequested = false;
  #inPass = false;
  readonly #queue = createCallQueue();
  /** Calls made since the queue was last filled: they wait for the next pass. */
  #newCalls: DelayedCall[] = [];
  #threadCalls: (() => unknown)[] = [];
  #startupHooks: (() => unknown)[] = [];

  constructor({ resolution = 0 }: ReactorOptions = {}) {
    this.resolution = resolution;
    this.#ticks = resolution === 0 ? 0 : Math.round(1 / resolution);
  }

  seconds(): Seconds {
    return this.#now;
  }

  readStamp(): number {
    this.#stamp += 1;
    return this.#stamp;
  }

  nominal(time: Seconds): Seconds {
    // Divided, not multiplied: only so 0.3 comes out as the double that 0.3 is.
    return this.#ticks === 0 ? time : Math.round(time * this.#ticks) / this.#ticks;
  }

  /** @throws AssertionError for a negative delay or NaN. */
  callLater(delay: Seconds, f: () => unknown, stamp = this.readStamp()): DelayedCall {
    if (!(delay >= 0)) {
      throw new AssertionError(`${pythonNumber(delay)} is not greater than or equal to 0 seconds`);
    }
    const call = new DelayedCall(this, this.nominal(this.#now + delay), stamp, f);
    this.#newCalls.push(call);
    return call;
  }

  /** All pending calls, in no order that means anything. */
  getDelayedCalls(): readonly DelayedCall[] {
    return [...this.#queue.toArray(), ...this.#newCalls].filter((call) => call.active());
  }

  /** Runs `f` in the next iteration, before its timed calls. */
  callFromThread(f: () => unknown): void {
    this.#threadCalls.push(f);
  }

  /** Runs `f` at start-up, or at once where the reactor runs already. */
  callWhenRunning(f: () => unknown): void {
    if (this.running) f();
    else this.#startupHooks.push(f);
  }

  /**
   * Starts up: `running` is set, then the hooks run in order; what they throw is logged.
   *
   * @throws ReactorAlreadyRunning, ReactorNotRestartable
   */
  startRunning(): void {
    if (this.#started) throw new ReactorAlreadyRunning();
    if (this.#stopped) throw new ReactorNotRestartable();
    this.#started = true;
    this.running = true;
    const hooks = this.#startupHooks;
    this.#startupHooks = [];
    for (const hook of hooks) this.#runLogged(hook);
  }

  /** Asks the reactor to end: the pass goes on to its end first. @throws ReactorNotRunning */
  stop(): void {
    if (!this.#started || this.#stopRequested) throw new ReactorNotRunning();
    this.#stopRequested = true;
  }

  /** Ends the loop after the current iteration; pending calls stay. */
  crash(): void {
    this.running = false;
    this.#started = false;
  }

  /** Whether the loop goes on: started, and not shut down or crashed. */
  get started(): boolean {
    return this.#started;
  }

  /** Blocks for so long: time moves while the present call runs (B-1). */
  spin(amount: Seconds): void {
    this.#now = this.nominal(this.#now + amount);
  }

  /** Sleeps until `time`; a time that has passed is now. For whoever drives the reactor. */
  sleepUntil(time: Seconds): void {
    this.#now = Math.max(this.#now, time);
  }

  /** One iteration: thread calls, then one pass over the due calls, then shutdown (R-1, a to f). */
  runUntilCurrent(): void {
    this.#runThreadCalls();
    this.#queueNewCalls();
    this.#runDueCalls();
    if (this.#inPass) {
      this.#inPass = false;
      this.probe?.passEnded?.();
    }
    if (this.#stopRequested && this.#started) {
      this.#stopped = true;
      this.crash();
    }
    this.#queueNewCalls();
  }

  /** When the next iteration has something to do; null where nothing is pending (R-1, g). */
  nextTime(): Seconds | null {
    if (this.#threadCalls.length > 0) return this.#now;
    let first = this.#queue.peek();
    while (first?.cancelled === true) {
      this.#queue.pop();
      first = this.#queue.peek();
    }
    return first === undefined ? null : Math.max(this.#now, first.time);
  }

  onCancel(): void {
    // It is dropped when its time comes: the queue need not be searched (R-1, d).
  }

  onSooner(call: DelayedCall): void {
    this.#queue.moveUp(call);
  }

  #runThreadCalls(): void {
    const count = this.#threadCalls.length;
    if (count === 0) return;
    const due = this.#threadCalls.slice(0, count);
    this.#threadCalls = this.#threadCalls.slice(count);
    for (const f of due) {
      this.#beginPass();
      this.#runLogged(f);
    }
  }

  #queueNewCalls(): void {
    const calls = this.#newCalls;
    this.#newCalls = [];
    for (const call of calls) {
      if (call.cancelled) continue;
      this.#settle(call);
      this.#queue.push(call);
    }
  }

  #runDueCalls(): void {
    const now = this.#now;
    // The read of "now" is itself a moment: what is reset to this time during the pass comes later.
    const stamp = this.readStamp();
    for (let call = this.#queue.peek(); call !== undefined; call = this.#queue.peek()) {
      if (call.time > now || (call.time === now && call.stamp > stamp)) return;
      this.#queue.pop();
      if (call.cancelled) continue;
      if (this.#settle(call)) this.#queue.push(call);
      else {
        this.#beginPass();
        this.#runLogged(() => call.run());
      }
    }
  }

  /** Gives a call that was put off its new place (R-1 b, R-8). True where it had been. */
  #settle(call: DelayedCall): boolean {
    if (call.extra === 0 && call.nextStamp === call.stamp) return false;
    call.time = this.nominal(call.time + call.extra);
    call.extra = 0;
    call.stamp = call.nextStamp;
    return true;
  }

  #beginPass(): void {
    if (this.#inPass) return;
    this.#inPass = true;
    this.probe?.passBegan?.();
  }

  #runLogged(f: () => unknown): void {
    try {
      f();
    } catch (thrown) {
      this.probe?.logged?.(toFailure(thrown));
    }
  }
}
