import type { Done } from '../workload.ts';

/** What a contender does on the page. */
export interface PageTask {
  /** What has to be there before the first round, and is not measured. */
  prepare?(scale: number): Promise<void>;
  run(scale: number): Promise<Done>;
}
