import { KIND } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Change, Changes } from './change.ts';
import {
  BLOCKED,
  DUE,
  FLAGS,
  INSIDE,
  NODE,
  NO_EVENT,
  RAN,
  RESULT,
  TIMEOUT,
  UNSCHEDULED,
} from './instanceRow.ts';
import { setPlace } from './setPlace.ts';
import type { StateTables } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Delayed calls, timeouts, and the functions that an instance is inside of. */
export function callChanges(tables: StateTables, { trace, program }: TraceFacts): Changes {
  /** A function is left: what it gave is the Deferred's result, if the Deferred had called it. */
  const leave: Change = (row, at, sequence, slot) => {
    const entered = trace.causeAt(sequence);
    const lists = tables.listsOf(slot, row[at + FLAGS] as number);
    if (lists.inside.length > 0) {
      const left = [row[at + INSIDE] as number, ...lists.inside].filter((one) => one !== entered);
      row[at + INSIDE] = left[0] ?? NO_EVENT;
      tables.setLists(slot, row, at, { ...lists, inside: left.slice(1) });
    } else if (row[at + INSIDE] === entered) {
      row[at + INSIDE] = NO_EVENT;
    }
    const facts = program.nodes[row[at + NODE] as number];
    if (facts === undefined || !facts.givesDeferred) return;
    const link = trace.linkAt(sequence);
    if (link === NO_LINK && !facts.ownGivesResult) return;
    row[at + RESULT] = trace.kindCodeAt(sequence) === KIND.returnedDeferred ? NO_EVENT : sequence;
    if (link !== NO_LINK) setPlace(row, at, link + 1);
  };
  const clearTimeout: Change = (row, at, sequence, slot) => {
    const link = trace.linkAt(sequence);
    const lists = tables.listsOf(slot, row[at + FLAGS] as number);
    const first = row[at + TIMEOUT] as number;
    if (lists.timeouts.length === 0) {
      if (first !== NO_EVENT && trace.linkAt(first) === link) row[at + TIMEOUT] = NO_EVENT;
      return;
    }
    const left = [first, ...lists.timeouts].filter((set) => trace.linkAt(set) !== link);
    row[at + TIMEOUT] = left[0] ?? NO_EVENT;
    tables.setLists(slot, row, at, { ...lists, timeouts: left.slice(1) });
  };

  return {
    /** A call was made or moved; a loop moves none, so a second one of it is a further one. */
    scheduled(row, at, sequence, slot) {
      const isLoop = program.nodes[row[at + NODE] as number]?.is === 'loop';
      if (!isLoop || row[at + DUE] === NO_EVENT) {
        row[at + DUE] = sequence;
        return;
      }
      const lists = tables.listsOf(slot, row[at + FLAGS] as number);
      tables.setLists(slot, row, at, { ...lists, dues: [...lists.dues, sequence] });
    },
    /** A loop cancels the call that it has planned last. */
    unscheduled(row, at, _, slot) {
      row[at + FLAGS] = (row[at + FLAGS] as number) | UNSCHEDULED;
      const lists = tables.listsOf(slot, row[at + FLAGS] as number);
      if (lists.dues.length === 0) row[at + DUE] = NO_EVENT;
      else tables.setLists(slot, row, at, { ...lists, dues: lists.dues.slice(0, -1) });
    },
    ran(row, at, sequence, slot) {
      row[at + RAN] = sequence;
      const lists = tables.listsOf(slot, row[at + FLAGS] as number);
      if (lists.dues.length === 0) {
        row[at + DUE] = NO_EVENT;
        return;
      }
      row[at + DUE] = lists.dues[0] ?? NO_EVENT;
      tables.setLists(slot, row, at, { ...lists, dues: lists.dues.slice(1) });
    },
    blocked(row, at, sequence) {
      row[at + BLOCKED] = sequence;
    },
    entered(row, at, sequence, slot) {
      if (row[at + INSIDE] === NO_EVENT) {
        row[at + INSIDE] = sequence;
        return;
      }
      const lists = tables.listsOf(slot, row[at + FLAGS] as number);
      tables.setLists(slot, row, at, { ...lists, inside: [...lists.inside, sequence] });
    },
    returned: leave,
    raised: leave,
    returnedDeferred: leave,
    timeoutSet(row, at, sequence, slot) {
      if (row[at + TIMEOUT] === NO_EVENT) {
        row[at + TIMEOUT] = sequence;
        return;
      }
      const lists = tables.listsOf(slot, row[at + FLAGS] as number);
      tables.setLists(slot, row, at, { ...lists, timeouts: [...lists.timeouts, sequence] });
    },
    timeoutCleared: clearTimeout,
    timedOut: clearTimeout,
  };
}
