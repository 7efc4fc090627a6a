import type { Seconds } from '#base/units.ts';

import { toFailure } from './failure.ts';

/**
 * What a thread is to do: a function that takes no time, or a generator that yields the seconds for
 * which it works each time, as `time.sleep` would, and returns its result.
 */
export type Job = () => unknown;

/** Is told, in the worker's time, how a job ended: with its result, or with a Failure. */
export type OnResult = (success: boolean, result: unknown) => void;

/** How far a job came: it works on for a time, or has ended. */
export type JobStep =
  | { readonly works: Seconds }
  | { readonly works: null; readonly success: boolean; readonly result: unknown };

/** A job on its way. */
export interface JobRun {
  /** Runs it, from its begin or from where it went on working, up to where it works or ends. */
  goOn(): JobStep;
}

/** Nothing of the job runs yet. */
export function createJobRun(job: Job): JobRun {
  let work: Iterator<unknown> | null = null;
  const run = (): JobStep => {
    if (work === null) {
      const result = job();
      if (!isWork(result)) return ended(result);
      work = result;
    }
    const step = work.next();
    return step.done === true ? ended(step.value) : { works: Number(step.value) };
  };
  return {
    goOn() {
      try {
        return run();
      } catch (thrown) {
        return { works: null, success: false, result: toFailure(thrown) };
      }
    },
  };
}

/** Whether a job's result is the generator of its work, and not yet the result. */
export function isWork(result: unknown): result is Generator<unknown, unknown> {
  return typeof result === 'object' && result !== null && 'next' in result;
}

function ended(result: unknown): JobStep {
  return { works: null, success: true, result: result === undefined ? null : result };
}
