/** A task, and the scale of its work. */
export interface PagePart {
  readonly task: string;
  readonly scale: number;
}

/** What a task has done, and how long it took. */
export interface PageRound {
  readonly operations: number;
  readonly milliseconds: number;
  /** For how long the page came to nothing else at most; 0 where that was not watched. */
  readonly longestWait: number;
}

/** The page's functions for the benchmark, in its global scope. */
export interface BenchPage {
  /** Makes ready what a task needs, and lets go of what its last round has left. */
  prepare(part: PagePart): Promise<void>;
  /** Does a task once. Watching how long others wait takes some of the page's time. */
  round(part: PagePart, watches: boolean): Promise<PageRound>;
}
