import type { Schedule } from '#schedule/schema.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';

import { schedule } from '../../support/schedules.ts';

/** A schedule that would never end by itself. */
export interface Runaway {
  readonly id: string;
  readonly schedule: Schedule;
  /** The budget that stops it. */
  readonly stoppedBy: ReachedLimit['what'];
  /** The nodes that keep it going, in the order of their names. */
  readonly atFault: readonly string[];
}

/** A horizon that no run reaches. */
const NEVER = 1e9;

/** A schedule without an end, from its parts. */
export function runaway(
  id: string,
  stoppedBy: Runaway['stoppedBy'],
  atFault: readonly string[],
  parts: {
    readonly clock?: 'testClock';
    readonly functions: Readonly<Record<string, readonly object[]>>;
    readonly nodes: readonly object[];
  },
): Runaway {
  const { clock, ...rest } = parts;
  const made = schedule({ ...rest, horizon: NEVER });
  return {
    id,
    stoppedBy,
    atFault,
    schedule: clock === undefined ? made : { ...made, clock },
  };
}
