import { deferToThreadPool } from '#reactor/deferToThreadPool.ts';
import type { Job } from '#reactor/threadJob.ts';
import { ThreadPool } from '#reactor/threadPool.ts';
import { KIND, type CodeWith } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import type { World } from './world.ts';

/** The thread pool of a program. */
export interface Jobs {
  readonly pool: ThreadPool;
  /** Registers what starts the pool with the reactor, and what stops it. */
  begin(): void;
  /** Gives the job of a node to the pool. */
  start(instance: Instance): void;
}

/** The pool of a program that has a use for one, else null: a test clock has no threads. */
export function createJobs({ program, driver, recorder, owners, functions }: World): Jobs | null {
  const { reactor } = driver;
  const needsPool = program.nodes.some(({ kind }) => kind === 'deferToThread');
  if (reactor === null || !needsPool) return null;
  const pool = new ThreadPool(reactor, program.threadPool.min, program.threadPool.max);
  const owner = new WeakMap<Job, Instance>();
  const record = (kind: CodeWith<'number'>, job: Job, worker: number): void => {
    const instance = owner.get(job);
    if (instance === undefined) return;
    instance.last = recorder.number(kind, instance, worker, NO_LINK, instance.last);
  };
  pool.probe = {
    queued: (job) => {
      const instance = owner.get(job);
      if (instance !== undefined) recorder.event(KIND.queued, instance);
    },
    assigned: (job, worker) => record(KIND.assigned, job, worker),
    started: (job, worker) => record(KIND.jobBegan, job, worker),
    ended: (job, worker) => record(KIND.jobEnded, job, worker),
  };
  return {
    pool,
    begin() {
      reactor.callWhenRunning(() => pool.start());
      reactor.addSystemEventTrigger('during', 'shutdown', () => pool.stop());
    },
    start(instance) {
      const { own } = instance.owner.node;
      const job = (): unknown => (own === null ? null : functions.job(own, instance));
      owner.set(job, instance);
      owners.adopt(instance, deferToThreadPool(reactor, pool, job));
    },
  };
}
