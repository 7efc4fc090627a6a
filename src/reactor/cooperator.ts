import type { Seconds } from '#base/units.ts';

import { CooperativeTask, type TaskOwner } from './cooperativeTask.ts';
import { Deferred } from './deferred.ts';
import { SchedulerStopped, ValueError } from './errors.ts';
import { Failure } from './failure.ts';
import type { IReactorTime } from './reactorTime.ts';

/** A pending tick that can be taken back: a DelayedCall, or what a test makes. */
export interface ScheduledTick {
  cancel(): void;
}

/** What a Cooperator is made of. */
export interface CooperatorOptions {
  /** Called at the begin of a tick; what it gives is asked after each unit whether to end the tick. */
  readonly terminationPredicateFactory: () => () => boolean;
  /** Plans the next tick. */
  readonly scheduler: (tick: () => void) => ScheduledTick;
  /** Whether ticks are planned at once; else after `start()` (C-12). Default: true. */
  readonly started?: boolean;
}

/** Is told what a Cooperator does, at the moment it happens. */
export interface CooperatorProbe {
  started?(cooperator: Cooperator): void;
  stopped?(cooperator: Cooperator): void;
  /** A task is about to join the round at its end: a new one, or one that was resumed (C-1, C-9). */
  joins?(cooperator: Cooperator, task: CooperativeTask): void;
  /** A task has left the round: it is paused, or has ended. */
  left?(cooperator: Cooperator, task: CooperativeTask): void;
  /** The next tick was planned (C-1). */
  tickPlanned?(cooperator: Cooperator): void;
  /** The tick that was planned is taken back (C-4). */
  tickCancelled?(cooperator: Cooperator): void;
  tickBegan?(cooperator: Cooperator): void;
  /** Also where a unit has broken the tick off (C-16). */
  tickEnded?(cooperator: Cooperator): void;
}

/** A tick takes this long, by the reactor's clock; Twisted measures it by the wall's (C-2). */
const SLICE: Seconds = 0.01;

/** The delay of a tick: as soon as can be (C-2). */
const SOON: Seconds = 1e-8;

/**
 * `twisted.internet.task.Cooperator` on a clock, with slices of 10 ms of virtual time (C-2). Where
 * times are kept to a resolution, a tick comes at the nominal time at which it was planned (O-1).
 * Units must take time, or a tick with an endless iterator does not end.
 */
export function cooperatorOn(clock: IReactorTime, started = true): Cooperator {
  const delay = clock.resolution === 0 ? SOON : 0;
  return new Cooperator({
    terminationPredicateFactory: () => {
      const end = clock.seconds() + SLICE;
      // Rounding must not add a unit.
      return () => clock.seconds() >= end - clock.resolution / 2;
    },
    scheduler: (tick) => clock.callLater(delay, tick),
    started,
  });
}

/** `twisted.internet.task.Cooperator`: runs many iterators by turns, a unit of work each (C-1 to C-17). */
export class Cooperator implements TaskOwner {
  probe: CooperatorProbe | null = null;

  readonly #options: CooperatorOptions;
  #tasks: CooperativeTask[] = [];
  /** The round: it keeps its place in the live list from one tick to the next (C-4). */
  #round: Iterator<CooperativeTask> = [][Symbol.iterator]();
  #tick: ScheduledTick | null = null;
  #started: boolean;
  #stopped = false;
  #mustScheduleOnStart = false;

  constructor(options: CooperatorOptions) {
    this.#options = options;
    this.#started = options.started ?? true;
  }

  /** Whether it was started and not stopped (C-12). */
  get running(): boolean {
    return this.#started && !this.#stopped;
  }

  /** Adds an iterator as a task; nothing of it runs yet (C-1). */
  cooperate(iterator: Iterator<unknown>): CooperativeTask {
    return new CooperativeTask(iterator, this);
  }

  /** As {@link cooperate}, but gives a Deferred of the end: `done` where it is given (C-11). */
  coiterate(iterator: Iterator<unknown>, done: Deferred = new Deferred()): Deferred {
    this.cooperate(iterator).whenDone().chainDeferred(done);
    return done;
  }

  /** Begins, or begins again after `stop()` (C-12, C-15). */
  start(): void {
    this.#stopped = false;
    this.#started = true;
    this.probe?.started?.(this);
    if (!this.#mustScheduleOnStart) return;
    this.#mustScheduleOnStart = false;
    this.#schedule();
  }

  /**
   * Ends all tasks. It walks over the list that it takes them from, so it tells only every second
   * one, as Twisted does (C-13).
   */
  stop(): void {
    this.#stopped = true;
    this.probe?.stopped?.(this);
    for (const task of this.#tasks) endByStop(task);
    // A tick that is under way still walks over the old list (C-14).
    this.#tasks = [];
    this.#cancelTick();
  }

  /** For a task that is new or resumed: it joins at the end of the list. */
  addTask(task: CooperativeTask): void {
    this.probe?.joins?.(this, task);
    this.#tasks.push(task);
    if (this.#stopped) endByStop(task);
    else this.#schedule();
  }

  /** For a task that ends or pauses. @throws ValueError where it is not in the list (C-13). */
  removeTask(task: CooperativeTask): void {
    const place = this.#tasks.indexOf(task);
    if (place === -1) throw new ValueError('list.remove(x): x not in list');
    this.#tasks.splice(place, 1);
    this.probe?.left?.(this, task);
    if (this.#tasks.length === 0) this.#cancelTick();
  }

  #cancelTick(): void {
    if (this.#tick === null) return;
    this.#tick.cancel();
    this.#tick = null;
    this.probe?.tickCancelled?.(this);
  }

  #schedule(): void {
    if (!this.#started) this.#mustScheduleOnStart = true;
    else if (this.#tick === null && this.#tasks.length > 0) {
      this.#tick = this.#options.scheduler(() => this.#runTick());
      this.probe?.tickPlanned?.(this);
    }
  }

  #runTick(): void {
    this.#tick = null;
    this.probe?.tickBegan?.(this);
    try {
      this.#runUnits();
    } finally {
      this.probe?.tickEnded?.(this);
    }
    this.#schedule();
  }

  /** At least one unit, then as many as the predicate allows (C-3). */
  #runUnits(): void {
    const mustEnd = this.#options.terminationPredicateFactory();
    while (this.#tasks.length > 0) {
      for (let next = this.#round.next(); next.done !== true; next = this.#round.next()) {
        next.value.oneUnit();
        if (mustEnd()) return;
      }
      this.#round = this.#tasks[Symbol.iterator]();
    }
  }
}

function endByStop(task: CooperativeTask): void {
  task.completeWith(new Failure(new SchedulerStopped()), new SchedulerStopped());
}
