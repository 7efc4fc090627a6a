import { pythonNumber, pythonStr } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';

import { firstAct, type Background } from './background.ts';
import { DelayedCall, type DelayedCallOwner } from './delayedCall.ts';
import {
  AssertionError,
  ReactorAlreadyRunning,
  ReactorNotRestartable,
  ReactorNotRunning,
} from './errors.ts';
import { toFailure, type Failure } from './failure.ts';
import type { ReactorProbe } from './reactorProbe.ts';
import type { IReactorTime } from './reactorTime.ts';
import {
  ThreePhaseEvent,
  type Phase,
  type SystemEvent,
  type SystemEventTrigger,
} from './systemEvents.ts';
import { TimedCalls } from './timedCalls.ts';

/** How a reactor keeps time. */
export interface ReactorOptions {
  /**
   * Times are kept to multiples of this many seconds, so that times which are nominally equal are
   * equal, and O-1 orders them; 0 keeps them to the last bit.
   */
  readonly resolution?: Seconds;
}

/**
 * The core of Twisted's reactor in virtual time, with equal times by O-1. `run` drives
 * it to its end; step by step, `startRunning`, `runUntilCurrent`, `nextTime` and `sleepUntil` do.
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
  /** Whether it has been stopped, or was never started. */
  #stopped = true;
  /** Whether it was stopped at any time: then it cannot be started any more. */
  #wasStopped = false;
  #stopRequested = false;
  #inPass = false;
  #pending = 0;
  readonly #timed = new TimedCalls((time) => this.nominal(time));
  #threadCalls: (() => unknown)[] = [];
  readonly #backgrounds: Background[] = [];
  readonly #events: Record<SystemEvent, ThreePhaseEvent>;

  constructor({ resolution = 0 }: ReactorOptions = {}) {
    const log = (failure: Failure): void => this.probe?.logged?.(failure);
    this.#events = { startup: new ThreePhaseEvent(log), shutdown: new ThreePhaseEvent(log) };
    this.#runFromStartup();
    this.addSystemEventTrigger('during', 'shutdown', () => this.crash());
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
    const call = new DelayedCall(this, this.#timeAfter(delay), stamp, f);
    this.#timed.add(call);
    this.#pending += 1;
    this.probe?.planned?.(call);
    return call;
  }

  callAgain(call: DelayedCall, delay: Seconds, stamp: number): DelayedCall {
    call.rearm(this.#timeAfter(delay), stamp);
    this.#timed.add(call);
    this.#pending += 1;
    this.probe?.planned?.(call);
    return call;
  }

  /** All pending calls, in the order in which they were made; a reset makes one the last. */
  getDelayedCalls(): readonly DelayedCall[] {
    return this.#timed.toArray();
  }

  /** How many calls are pending: the length of {@link getDelayedCalls}, at no cost. */
  get pendingCount(): number {
    return this.#pending;
  }

  /** Runs `f` in the next iteration, before its timed calls. @throws AssertionError */
  callFromThread(f: () => unknown): void {
    if (typeof f !== 'function') throw new AssertionError(`${pythonStr(f)} is not callable`);
    this.#threadCalls.push(f);
    this.probe?.threadCallQueued?.(f);
  }

  /** What waits for the next iteration. */
  get threadCallQueue(): readonly (() => unknown)[] {
    return this.#threadCalls;
  }

  /** Runs `f` when an event comes to a phase. @throws KeyError for an unknown phase. */
  addSystemEventTrigger(phase: Phase, event: SystemEvent, f: () => unknown): SystemEventTrigger {
    return { event, handle: this.#events[event].addTrigger(phase, f) };
  }

  /** Takes a trigger off again. @throws ValueError where it is not there. */
  removeSystemEventTrigger({ event, handle }: SystemEventTrigger): void {
    this.#events[event].removeTrigger(handle);
  }

  /** Runs `f` after start-up, or at once where the reactor runs already. */
  callWhenRunning(f: () => unknown): SystemEventTrigger | null {
    if (!this.running) return this.addSystemEventTrigger('after', 'startup', f);
    f();
    return null;
  }

  /** Lets something go on beside the reactor's thread. */
  addBackground(background: Background): void {
    this.#backgrounds.push(background);
  }

  /**
   * Fires `startup`: its *before* triggers still see `running` false.
   *
   * @throws ReactorAlreadyRunning, ReactorNotRestartable
   */
  startRunning(): void {
    if (this.#started) throw new ReactorAlreadyRunning();
    if (this.#wasStopped) throw new ReactorNotRestartable();
    this.#started = true;
    this.#stopped = false;
    this.probe?.started?.();
    this.#events.startup.fireEvent();
  }

  /** Runs until it is stopped, or until nothing is pending: a real one would wait for ever then. */
  run(): void {
    this.startRunning();
    while (this.#started) {
      this.runUntilCurrent();
      if (!this.started) return;
      const next = this.nextTime();
      if (next === null) {
        this.crash();
        return;
      }
      this.sleepUntil(next);
    }
  }

  /** Asks the reactor to end: the pass goes on to its end first. @throws ReactorNotRunning */
  stop(): void {
    if (this.#stopped) throw new ReactorNotRunning();
    this.#stopped = true;
    this.#wasStopped = true;
    this.#stopRequested = true;
    this.probe?.stopRequested?.();
  }

  /** Ends the loop after the current iteration; pending calls stay, and it may run again. */
  crash(): void {
    const wasStarted = this.#started;
    this.running = false;
    this.#started = false;
    this.#runFromStartup();
    if (wasStarted) this.probe?.ended?.();
  }

  /** Whether the loop goes on: started, and not shut down or crashed. */
  get started(): boolean {
    return this.#started;
  }

  /** Blocks for so long: time moves while the present call runs (B-1). */
  spin(amount: Seconds): void {
    this.#moveTo(this.nominal(this.#now + amount));
  }

  /** Sleeps until `time`; a time that has passed is now. For whoever drives the reactor. */
  sleepUntil(time: Seconds): void {
    this.#moveTo(Math.max(this.#now, time));
  }

  /** One iteration: thread calls, then one pass over the due calls, then shutdown (R-1, a to f). */
  runUntilCurrent(): void {
    this.#runThreadCalls();
    this.#timed.queueNew();
    this.#runDueCalls();
    if (this.#inPass) {
      this.#inPass = false;
      this.probe?.passEnded?.();
    }
    if (this.#stopRequested) {
      this.#stopRequested = false;
      this.probe?.shutsDown?.();
      this.#events.shutdown.fireEvent();
    }
    this.#timed.queueNew();
  }

  /** When the next iteration has something to do; null where nothing is pending (R-1, g). */
  nextTime(): Seconds | null {
    if (this.#threadCalls.length > 0) return this.#now;
    const background = firstAct(this.#backgrounds)?.time ?? null;
    const first = this.#timed.firstTime();
    const timed = first === null ? null : Math.max(this.#now, first);
    return timed === null || (background !== null && background < timed) ? background : timed;
  }

  onCancel(): void {
    this.#pending -= 1;
    // It is dropped when its time comes: the queue need not be searched (R-1, d).
  }

  onMoved(call: DelayedCall, sooner: boolean): void {
    this.#timed.move(call, sooner);
  }

  #timeAfter(delay: Seconds): Seconds {
    if (!(delay >= 0)) {
      throw new AssertionError(`${pythonNumber(delay)} is not greater than or equal to 0 seconds`);
    }
    return this.nominal(this.#now + delay);
  }

  /** Moves time; what goes on beside the reactor acts at its own moments on the way. */
  #moveTo(time: Seconds): void {
    for (
      let act = firstAct(this.#backgrounds);
      act !== null && act.time <= time;
      act = firstAct(this.#backgrounds)
    ) {
      this.#now = Math.max(this.#now, act.time);
      act.run();
    }
    this.#now = Math.max(this.#now, time);
  }

  #runThreadCalls(): void {
    const count = this.#threadCalls.length;
    if (count === 0) return;
    const due = this.#threadCalls.slice(0, count);
    this.#threadCalls = this.#threadCalls.slice(count);
    for (const f of due) {
      this.#beginPass();
      this.probe?.threadCallRuns?.(f);
      this.#runLogged(f);
    }
  }

  #runDueCalls(): void {
    // The read of "now" is itself a moment: what is reset to this time during the pass comes later.
    this.#timed.beginPass(this.#now, this.readStamp());
    for (let call = this.#timed.takeDue(); call !== null; call = this.#timed.takeDue()) {
      this.#beginPass();
      this.#pending -= 1;
      try {
        call.run();
      } catch (thrown) {
        this.probe?.logged?.(toFailure(thrown));
      }
    }
  }

  /** The reactor's own trigger: it runs once, so every start needs a new one. */
  #runFromStartup(): void {
    this.addSystemEventTrigger('during', 'startup', () => {
      // A crash before the start has made a second trigger.
      if (this.running) return;
      this.running = true;
      this.probe?.runs?.();
    });
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
