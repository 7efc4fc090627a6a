import type { Milliseconds } from '#base/units.ts';
import type { Schedule } from '#schedule/schema.ts';

import type { Outcome } from '../outcome.ts';

/** The page's function that lets the simulator's worker run schedules, one after the other. */
export type RunInPage = (schedules: readonly Schedule[]) => Promise<readonly PageRun[]>;

/** A run on the page. */
export interface PageRun {
  readonly outcome: Outcome;
  /** For how long the page did nothing else at most while the worker ran. */
  readonly longestSilence: Milliseconds;
}
