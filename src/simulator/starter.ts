import type { Jobs } from './jobs.ts';
import type { Resources } from './resources.ts';
import type { StartTask } from './tasks.ts';

/** What the nodes of some kinds share, and are started with. */
export interface Starter {
  readonly resources: Resources;
  readonly startTask: StartTask;
  /** Null where nothing needs a thread. */
  readonly jobs: Jobs | null;
}
