import { Fifo } from '#base/fifo.ts';
import type { Seconds } from '#base/units.ts';

import { AlreadyQuit, AssertionError } from './errors.ts';
import { toFailure } from './failure.ts';
import type { Background, BackgroundAct } from './background.ts';
import type { Reactor } from './reactor.ts';
import { createJobRun, type Job, type JobRun, type OnResult } from './threadJob.ts';

/** Is told what a pool does, at the moment it happens. */
export interface ThreadPoolProbe {
  /** It was started or stopped; a stopped one still runs what it has (H-9, H-13). */
  running?(pool: ThreadPool, isRunning: boolean): void;
  /** Its bounds were set, and the workers are about to follow (H-11, H-12). */
  resized?(pool: ThreadPool, min: number, max: number): void;
  /** A job waits for a worker. */
  queued?(job: Job): void;
  /** A worker takes a job now, which begins when the reactor's thread sleeps or blocks. */
  assigned?(job: Job, worker: number): void;
  /** A job begins; workers are numbered from 0. */
  started?(job: Job, worker: number): void;
  ended?(job: Job, worker: number): void;
  /** Its result, or its Failure, is about to be given to whoever asked, in the worker's time (H-4). */
  delivered?(job: Job, success: boolean, result: unknown): void;
  /** A job came after `stop`, and never runs (H-14). */
  dropped?(job: Job): void;
  workerMade?(worker: number): void;
  workerEnded?(worker: number): void;
}

interface Entry {
  readonly job: Job;
  readonly onResult: OnResult | null;
}

/** A busy worker with its job. */
interface Busy extends Entry {
  readonly worker: number;
  /** Null until the job begins. */
  run: JobRun | null;
  /** When it acts next, and its place among those that act then. */
  time: Seconds;
  stamp: number;
}

/** Jobs that are to begin do so before what else happens in workers at that moment. */
const BEGINS_FIRST = Number.MAX_SAFE_INTEGER;

/**
 * `twisted.python.threadpool.ThreadPool` in virtual time (H-1 to H-15). Workers act while the
 * reactor's thread sleeps or blocks, each at its own moments; at one moment by the model of H-17:
 * those that have worked longest first, and a worker takes its next job at once.
 */
export class ThreadPool implements Background {
  min: number;
  max: number;
  started = false;
  joined = false;
  probe: ThreadPoolProbe | null = null;

  readonly #reactor: Reactor;
  readonly #queue = new Fifo<Entry>();
  readonly #busy: Busy[] = [];
  /** All workers, by number. */
  readonly #workers = new Set<number>();
  readonly #idle: number[] = [];
  /** So many busy workers are to end when they find no job (H-12). */
  #toShrink = 0;
  #hasQuit = false;

  /** @throws AssertionError for a minimum that is negative or above the maximum (H-15). */
  constructor(reactor: Reactor, minthreads = 5, maxthreads = 20) {
    requireSizes(minthreads, maxthreads);
    this.#reactor = reactor;
    this.min = minthreads;
    this.max = maxthreads;
    reactor.addBackground(this);
  }

  /** How many workers there are. */
  get workers(): number {
    return this.#workers.size;
  }

  /** How many workers have a job. */
  get working(): number {
    return this.#busy.length;
  }

  /** How many workers wait for a job. */
  get waiters(): number {
    return this.#idle.length;
  }

  /** How many jobs wait for a worker. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Makes the least number of workers, and more for what is queued (H-9). @throws AlreadyQuit after `stop`. */
  start(): void {
    this.joined = false;
    this.started = true;
    this.probe?.running?.(this, true);
    this.adjustPoolsize();
    if (this.#queue.length > 0) this.#grow(this.#queue.length);
  }

  /** Runs a job; its result is dropped, its exception logged (H-7). */
  callInThread(job: Job): void {
    this.callInThreadWithCallback(null, job);
  }

  /** Runs a job and tells, in the worker's time, how it ended. Dropped silently after `stop` (H-14). */
  callInThreadWithCallback(onResult: OnResult | null, job: Job): void {
    if (this.joined) {
      this.probe?.dropped?.(job);
      return;
    }
    this.#requireNotQuit();
    this.#place({ job, onResult });
  }

  /** Changes the bounds. What is queued waits on until a worker is free (H-11, H-12). @throws as the constructor. */
  adjustPoolsize(minthreads = this.min, maxthreads = this.max): void {
    requireSizes(minthreads, maxthreads);
    const isNew = minthreads !== this.min || maxthreads !== this.max;
    this.min = minthreads;
    this.max = maxthreads;
    if (isNew) this.probe?.resized?.(this, minthreads, maxthreads);
    if (!this.started) return;
    if (this.workers > this.max) this.#shrink(this.workers - this.max);
    if (this.workers < this.min) this.#grow(this.min - this.workers);
  }

  /** One worker more, if there may be one. */
  startAWorker(): void {
    this.#grow(1);
  }

  /** One worker less: now, or when one is idle. */
  stopAWorker(): void {
    this.#shrink(1);
  }

  /**
   * Waits, in virtual time, until all jobs are done, running and queued; their results reach nobody
   * unless the reactor goes on (H-13). @throws AlreadyQuit the second time (H-14).
   */
  stop(): void {
    this.joined = true;
    this.started = false;
    this.#requireNotQuit();
    this.#hasQuit = true;
    this.probe?.running?.(this, false);
    this.#endIdle(this.#idle.length);
    for (let act = this.nextAct(); act !== null; act = this.nextAct()) {
      this.#reactor.sleepUntil(act.time);
    }
  }

  nextAct(): BackgroundAct | null {
    const [first, ...others] = this.#busy;
    if (first === undefined) return null;
    const next = others.reduce((a, b) => (isBefore(b, a) ? b : a), first);
    return { time: next.time, stamp: next.stamp, run: () => this.#goOn(next) };
  }

  /** Gives a job to a worker, idle or new; else it waits (H-1). */
  #place(entry: Entry): void {
    const worker = this.#takeIdle() ?? this.#makeWorker();
    if (worker === null) {
      this.#queue.push(entry);
      this.probe?.queued?.(entry.job);
      return;
    }
    const time = this.#reactor.seconds();
    const stamp = this.#reactor.readStamp() - BEGINS_FIRST;
    this.probe?.assigned?.(entry.job, worker);
    this.#busy.push({ ...entry, worker, run: null, time, stamp });
  }

  /** Twisted takes any; here the lowest number (H-1). */
  #takeIdle(): number | null {
    return this.#idle.sort((a, b) => a - b).shift() ?? null;
  }

  #makeWorker(): number | null {
    if (!this.started || this.workers >= this.max) return null;
    let worker = 0;
    while (this.#workers.has(worker)) worker += 1;
    this.#workers.add(worker);
    this.probe?.workerMade?.(worker);
    return worker;
  }

  #grow(count: number): void {
    this.#requireNotQuit();
    for (let made = 0; made < count; made += 1) {
      const worker = this.#makeWorker();
      if (worker === null) return;
      this.#recycle(worker);
    }
  }

  #shrink(count: number): void {
    this.#requireNotQuit();
    this.#toShrink += count - this.#endIdle(count);
  }

  /** Ends so many idle workers, if there are as many; gives how many it ended. */
  #endIdle(count: number): number {
    let ended = 0;
    for (; ended < count; ended += 1) {
      const worker = this.#takeIdle();
      if (worker === null) break;
      this.#endWorker(worker);
    }
    return ended;
  }

  #endWorker(worker: number): void {
    this.#workers.delete(worker);
    this.probe?.workerEnded?.(worker);
  }

  /** A worker is free: for the oldest queued job, or to end, or to wait. */
  #recycle(worker: number): void {
    const next = this.#queue.shift();
    if (next !== undefined) {
      this.#idle.push(worker);
      this.#place(next);
    } else if (this.#hasQuit) this.#endWorker(worker);
    else if (this.#toShrink > 0) {
      this.#toShrink -= 1;
      this.#endWorker(worker);
    } else this.#idle.push(worker);
  }

  #goOn(busy: Busy): void {
    if (busy.run === null) {
      busy.run = createJobRun(busy.job);
      this.probe?.started?.(busy.job, busy.worker);
    }
    const step = busy.run.goOn();
    if (step.works !== null) {
      busy.time = this.#reactor.nominal(this.#reactor.seconds() + step.works);
      busy.stamp = this.#reactor.readStamp();
      return;
    }
    this.probe?.ended?.(busy.job, busy.worker);
    this.#handOver(busy, step.success, step.result);
    // Only then the worker's next job, without the reactor (H-2).
    this.#busy.splice(this.#busy.indexOf(busy), 1);
    this.#recycle(busy.worker);
  }

  #handOver({ job, onResult }: Entry, success: boolean, result: unknown): void {
    if (onResult !== null) this.probe?.delivered?.(job, success, result);
    try {
      if (onResult !== null) onResult(success, result);
      else if (!success) this.#reactor.probe?.logged?.(toFailure(result));
    } catch (thrown) {
      this.#reactor.probe?.logged?.(toFailure(thrown));
    }
  }

  #requireNotQuit(): void {
    if (this.#hasQuit) throw new AlreadyQuit();
  }
}

function isBefore(a: Busy, b: Busy): boolean {
  return a.time < b.time || (a.time === b.time && a.stamp < b.stamp);
}

function requireSizes(min: number, max: number): void {
  if (min < 0) throw new AssertionError('minimum is negative');
  if (min > max) throw new AssertionError('minimum is greater than maximum');
}
