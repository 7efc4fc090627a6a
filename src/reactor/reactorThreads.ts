import type { Deferred } from './deferred.ts';
import { deferToThreadPool, inOneJob } from './deferToThreadPool.ts';
import { ValueError } from './errors.ts';
import type { Reactor } from './reactor.ts';
import type { SystemEventTrigger } from './systemEvents.ts';
import type { Job } from './threadJob.ts';
import { ThreadPool } from './threadPool.ts';

const MIN_THREADS = 0;
const MAX_THREADS = 10;

/**
 * `IReactorThreads` of a reactor: a thread pool of its own, made at first use, which starts with
 * the reactor and at its shutdown waits for its jobs (H-9, H-13).
 */
export class ReactorThreads {
  readonly #reactor: Reactor;
  #pool: ThreadPool | null = null;
  #startup: SystemEventTrigger | null = null;
  #shutdown: SystemEventTrigger | null = null;

  constructor(reactor: Reactor) {
    this.#reactor = reactor;
  }

  /** The pool; before `run()` it queues its jobs (H-9). */
  getThreadPool(): ThreadPool {
    if (this.#pool !== null) return this.#pool;
    const pool = new ThreadPool(this.#reactor, MIN_THREADS, MAX_THREADS);
    this.#pool = pool;
    this.#startup = this.#reactor.callWhenRunning(() => pool.start());
    this.#shutdown = this.#reactor.addSystemEventTrigger('during', 'shutdown', () => this.#stop());
    return pool;
  }

  /** Sets the largest number of workers. @throws AssertionError (H-15) */
  suggestThreadPoolSize(size: number): void {
    const pool = this.getThreadPool();
    pool.adjustPoolsize(pool.min, size);
  }

  /** Runs a job; its result is dropped, its exception logged (H-7). */
  callInThread(job: Job): void {
    this.getThreadPool().callInThread(job);
  }

  /** `threads.callMultipleInThread`: several functions in a row as one job (H-8). */
  callMultipleInThread(jobs: readonly Job[]): void {
    this.callInThread(inOneJob(jobs));
  }

  /** `threads.deferToThread`: a Deferred of a job's result (H-4 to H-6). */
  deferToThread(job: Job): Deferred {
    return deferToThreadPool(this.#reactor, this.getThreadPool(), job);
  }

  #stop(): void {
    this.#forget(this.#startup);
    this.#forget(this.#shutdown);
    this.#startup = null;
    this.#shutdown = null;
    this.#pool?.stop();
    this.#pool = null;
  }

  #forget(trigger: SystemEventTrigger | null): void {
    if (trigger === null) return;
    try {
      this.#reactor.removeSystemEventTrigger(trigger);
    } catch (thrown) {
      // It has run and is not there any more.
      if (!(thrown instanceof ValueError)) throw thrown;
    }
  }
}
