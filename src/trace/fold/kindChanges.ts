import type { Change, Changes } from './change.ts';
import {
  WAIT,
  EXTRA,
  EXTRA_HIGH,
  EXTRA_ROOM,
  FLAGS,
  LOOP_FAILED,
  LOOP_RUNS,
  NODE,
  NO_EVENT,
  PROGRESS,
  SERVICE_RUNS,
  TASK_OPEN,
} from './instanceRow.ts';
import type { NodeFacts } from './programFacts.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Services, loops, coroutines and cooperative tasks. */
export function kindChanges({ trace, program }: TraceFacts): Changes {
  const roleOf = (row: Int32Array, at: number): NodeFacts['is'] =>
    program.nodes[row[at + NODE] as number]?.is ?? 'other';
  const progress: Change = (row, at, sequence) => {
    row[at + PROGRESS] = sequence;
  };
  const goOn: Change = (row, at) => {
    row[at + WAIT] = NO_EVENT;
  };

  return {
    stopped(row, at) {
      row[at + FLAGS] = (row[at + FLAGS] as number) & ~(SERVICE_RUNS | LOOP_RUNS);
    },
    ticked: progress,
    stepped: progress,
    skipped(row, at, sequence) {
      const skipped = skippedTicks(row, at) + trace.numberAt(sequence);
      row[at + EXTRA] = skipped % EXTRA_ROOM;
      row[at + EXTRA_HIGH] = Math.floor(skipped / EXTRA_ROOM);
    },
    looped: goOn,
    ended(row, at, sequence) {
      const flags = (row[at + FLAGS] as number) & ~(LOOP_RUNS | TASK_OPEN | LOOP_FAILED);
      row[at + FLAGS] = trace.valueAt(sequence) === null ? flags : flags | LOOP_FAILED;
      row[at + WAIT] = NO_EVENT;
    },
    // A wait of a task counts as a pause (C-6).
    bodyWaits(row, at, sequence) {
      row[at + WAIT] = sequence;
      if (roleOf(row, at) === 'task') row[at + EXTRA] = (row[at + EXTRA] as number) + 1;
    },
    wentOn(row, at) {
      row[at + WAIT] = NO_EVENT;
      if (roleOf(row, at) === 'task') row[at + EXTRA] = (row[at + EXTRA] as number) - 1;
    },
  };
}

/** How many ticks the loop in a row has skipped. */
export function skippedTicks(row: Int32Array, at: number): number {
  return (row[at + EXTRA_HIGH] as number) * EXTRA_ROOM + (row[at + EXTRA] as number);
}
