/** Somebody who does a workload, in a JavaScript engine of its own. */
export interface Contender {
  readonly name: string;
  /** Does it once. */
  run(): Done | Promise<Done>;
}

/** What was done. */
export interface Done {
  /** How many operations that were, counted by what was done. */
  readonly operations: number;
  /**
   * What is kept until the next round is over. An engine forgets what it has learned of objects
   * when the last of them is gone, and each round would begin anew.
   */
  readonly kept?: unknown;
  /** How long each operation took, in milliseconds, where that is measured. */
  readonly times?: readonly number[];
}

/** Real Twisted on a workload of `twisted_bench.py`. */
export interface TwistedContender {
  readonly name: string;
  /** The workload there. */
  readonly twisted: string;
  parameters(): object;
}

/** A task of `chromium/pageTasks.ts`, done on a page of Chromium's. */
export interface PageContender {
  readonly name: string;
  /** The task there. */
  readonly page: string;
}

/**
 * What is measured: operations a second; the bytes that an operation leaves behind; how
 * many milliseconds 99 of 100 operations take at most; on a page, the
 * milliseconds of its thread that an operation takes, drawing included; or for how many milliseconds
 * at most something else had to wait for the page.
 */
export type Measure = 'rate' | 'bytes' | 'milliseconds' | 'work' | 'wait';

/** A workload in one size. */
export interface Workload {
  readonly name: string;
  /** What is counted, such as `firings`. */
  readonly unit: string;
  readonly measures: Measure;
  /** Where the engine is: a process of Node's, a worker of Chromium's, or a page of it. */
  readonly place: 'node' | 'chromium' | 'page';
  readonly contenders: readonly (Contender | TwistedContender | PageContender)[];
  /** The ratios that matter. */
  readonly goals: readonly Goal[];
  /** Figures that are to be no larger, or no smaller, than so much. */
  readonly limits: readonly Limit[];
}

/** A ratio that is to be reached: of whom to whom, and at least how large it should be. */
export interface Goal {
  readonly of: string;
  readonly to: string;
  readonly atLeast: number;
}

/** The most, or the least, that a contender's figure should be. */
export type Limit =
  | { readonly of: string; readonly atMost: number }
  | { readonly of: string; readonly atLeast: number };
