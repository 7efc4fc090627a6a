import type { EventKind } from '#trace/eventKinds.ts';

import { NO_EVENT } from './instanceRow.ts';
import type { StateTables } from './stateTables.ts';

/** What each kind of event changes of the reactor, or of the test clock. */
export function reactorChanges(
  tables: StateTables,
): Partial<Readonly<Record<EventKind, (sequence: number) => void>>> {
  const endTick = (): void => {
    tables.totals.tick = NO_EVENT;
  };
  return {
    passBegan() {
      tables.totals.passes += 1;
      tables.totals.inPass = true;
    },
    passEnded() {
      tables.totals.inPass = false;
    },
    advanced() {
      tables.totals.passes += 1;
    },
    stopRequested() {
      tables.totals.stopRequested = true;
    },
    tickPlanned(sequence) {
      tables.totals.tick = sequence;
    },
    tickCancelled: endTick,
    tickBegan: endTick,
  };
}
