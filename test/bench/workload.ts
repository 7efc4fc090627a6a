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

/** A workload in one size. */
export interface Workload {
  readonly name: string;
  /** What is counted, such as `firings`. */
  readonly unit: string;
  /**
   * What is measured: operations a second, the bytes that an operation leaves behind, or how many
   * milliseconds 99 of 100 operations take at most.
   */
  readonly measures: 'rate' | 'bytes' | 'milliseconds';
  /** Where the engine is. */
  readonly place: 'node' | 'chromium';
  readonly contenders: readonly (Contender | TwistedContender)[];
  /** The ratios that matter. */
  readonly goals: readonly Goal[];
  /** Figures that are to be no larger than so much. */
  readonly limits: readonly Limit[];
}

/** A ratio that is to be reached: of whom to whom, and at least how large it should be. */
export interface Goal {
  readonly of: string;
  readonly to: string;
  readonly atLeast: number;
}

/** The most that a contender's figure should be. */
export interface Limit {
  readonly of: string;
  readonly atMost: number;
}
