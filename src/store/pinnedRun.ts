import type { Seconds } from '#base/units.ts';
import type { Trace } from '#trace/traceTable.ts';

/** A run that was kept to compare later ones with. */
export interface PinnedRun {
  readonly trace: Trace;
  /** The time up to which it is known. */
  readonly until: Seconds;
  /** The name of its schedule then. */
  readonly name: string;
}
