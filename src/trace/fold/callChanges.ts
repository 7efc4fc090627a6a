import { kindCode } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Change, Changes } from './change.ts';
import {
  BLOCKED,
  DUE,
  FLAGS,
  INSIDE,
  NODE,
  NO_EVENT,
  PLACE,
  RAN,
  RESULT,
  UNSCHEDULED,
} from './instanceRow.ts';
import type { StateTables } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Delayed calls, timeouts, and the functions that an instance is inside of. */
export function callChanges(tables: StateTables, { trace, program }: TraceFacts): Changes {
  const returnedDeferred = kindCode('returnedDeferred');

  /** A function is left: what it gave is the Deferred's result, if the Deferred had called it. */
  const leave: Change = (row, at, sequence, slot) => {
    const entered = trace.causeAt(sequence);
    const { inside, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
    if (row[at + INSIDE] === entered) {
      row[at + INSIDE] = inside[0] ?? NO_EVENT;
      if (inside.length > 0) {
        tables.setLists(slot, row, at, { ...lists, inside: inside.slice(1) });
      }
    } else if (inside.includes(entered)) {
      const left = inside.filter((other) => other !== entered);
      tables.setLists(slot, row, at, { ...lists, inside: left });
    }
    const facts = program.nodes[row[at + NODE] as number];
    if (facts === undefined || !facts.givesDeferred) return;
    const link = trace.linkAt(sequence);
    if (link === NO_LINK && !facts.ownGivesResult) return;
    row[at + RESULT] = trace.kindCodeAt(sequence) === returnedDeferred ? NO_EVENT : sequence;
    if (link !== NO_LINK) row[at + PLACE] = link + 1;
  };
  const clearTimeout: Change = (row, at, sequence, slot) => {
    const link = trace.linkAt(sequence);
    const { timeouts, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
    const left = timeouts.filter((set) => trace.linkAt(set) !== link);
    tables.setLists(slot, row, at, { ...lists, timeouts: left });
  };

  return {
    /** A call was made or moved; a loop moves none, so a second one of it is a further one. */
    scheduled(row, at, sequence, slot) {
      const isLoop = program.nodes[row[at + NODE] as number]?.is === 'loop';
      if (!isLoop || row[at + DUE] === NO_EVENT) {
        row[at + DUE] = sequence;
        return;
      }
      const { dues, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
      tables.setLists(slot, row, at, { ...lists, dues: [...dues, sequence] });
    },
    /** A loop cancels the call that it has planned last. */
    unscheduled(row, at, _, slot) {
      row[at + FLAGS] = (row[at + FLAGS] as number) | UNSCHEDULED;
      const { dues, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
      if (dues.length === 0) row[at + DUE] = NO_EVENT;
      else tables.setLists(slot, row, at, { ...lists, dues: dues.slice(0, -1) });
    },
    ran(row, at, sequence, slot) {
      const { dues, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
      row[at + DUE] = dues[0] ?? NO_EVENT;
      row[at + RAN] = sequence;
      if (dues.length > 0) tables.setLists(slot, row, at, { ...lists, dues: dues.slice(1) });
    },
    blocked(row, at, sequence) {
      row[at + BLOCKED] = sequence;
    },
    entered(row, at, sequence, slot) {
      if (row[at + INSIDE] === NO_EVENT) {
        row[at + INSIDE] = sequence;
        return;
      }
      const { inside, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
      tables.setLists(slot, row, at, { ...lists, inside: [...inside, sequence] });
    },
    returned: leave,
    raised: leave,
    returnedDeferred: leave,
    timeoutSet(row, at, sequence, slot) {
      const { timeouts, ...lists } = tables.listsOf(slot, row[at + FLAGS] as number);
      tables.setLists(slot, row, at, { ...lists, timeouts: [...timeouts, sequence] });
    },
    timeoutCleared: clearTimeout,
    timedOut: clearTimeout,
  };
}
