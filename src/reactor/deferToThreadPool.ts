import { Deferred } from './deferred.ts';
import type { Reactor } from './reactor.ts';
import { isWork, type Job } from './threadJob.ts';
import type { ThreadPool } from './threadPool.ts';

/**
 * `threads.deferToThreadPool`: a Deferred of a job's result, which comes as a thread call of the
 * reactor (H-4, H-5). Cancelling it does not stop the job (H-6).
 */
export function deferToThreadPool(reactor: Reactor, pool: ThreadPool, job: Job): Deferred {
  const deferred = new Deferred();
  pool.callInThreadWithCallback((success, result) => {
    reactor.callFromThread(() => (success ? deferred.callback(result) : deferred.errback(result)));
  }, job);
  return deferred;
}

/** What `threads.callMultipleInThread` runs: several functions in a row as one job (H-8). */
export function inOneJob(jobs: readonly Job[]): Job {
  return function* () {
    for (const job of jobs) {
      const result = job();
      if (isWork(result)) yield* result;
    }
  };
}
