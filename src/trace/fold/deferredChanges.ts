import type { Change, Changes } from './change.ts';
import {
  CALLED,
  CANCELLED,
  EXTRA,
  FLAGS,
  NODE,
  NO_EVENT,
  ONE_PAUSE,
  PLACE,
  REPORTED,
  RESULT,
  TAKEN,
  TAKEN_RESULT,
  UNHANDLED,
  WAITS,
} from './instanceRow.ts';
import { setPlace } from './setPlace.ts';
import type { TraceFacts } from './traceFacts.ts';

/** The inside of a Deferred. */
export function deferredChanges({ trace, program }: TraceFacts): Changes {
  const set =
    (on: number, off = 0): Change =>
    (row, at) => {
      row[at + FLAGS] = ((row[at + FLAGS] as number) | on) & ~off;
    };
  const fire: Change = (row, at, sequence) => {
    row[at + FLAGS] = (row[at + FLAGS] as number) | CALLED;
    row[at + RESULT] = sequence;
  };
  /** A task is paused itself, anything else by its Deferred. */
  const pause =
    (by: 1 | -1): Change =>
    (row, at) => {
      const isTask = program.nodes[row[at + NODE] as number]?.is === 'task';
      if (isTask) row[at + EXTRA] = (row[at + EXTRA] as number) + by;
      else row[at + PLACE] = (row[at + PLACE] as number) + by * ONE_PAUSE;
    };

  return {
    fired: fire,
    failed: fire,
    passed(row, at, sequence) {
      row[at + RESULT] = sequence;
      setPlace(row, at, trace.linkAt(sequence) + 1);
    },
    became(row, at, sequence) {
      row[at + RESULT] = sequence;
    },
    waits(row, at, sequence) {
      row[at + RESULT] = NO_EVENT;
      row[at + WAITS] = sequence;
    },
    resumed(row, at, sequence) {
      row[at + RESULT] = sequence;
      row[at + WAITS] = NO_EVENT;
    },
    taken(row, at) {
      row[at + FLAGS] = ((row[at + FLAGS] as number) | TAKEN) & ~UNHANDLED;
      row[at + RESULT] = TAKEN_RESULT;
    },
    cancelled: set(CANCELLED),
    unhandled: set(UNHANDLED),
    handled: set(0, UNHANDLED),
    reported: set(REPORTED),
    pauseCalled: pause(1),
    resumeCalled: pause(-1),
  };
}
