import type { Change, Changes } from './change.ts';
import { FLAGS, HOLDS_TOKEN, IN_LINE, JOB_OPEN, NODE, PROGRESS, WAIT } from './instanceRow.ts';
import type { ResourceTable } from './resourceTable.ts';
import type { StateTables } from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Waiting for a token, for an object of a queue, or for a worker of the thread pool. */
export function lineChanges(
  tables: StateTables,
  { program }: TraceFacts,
  resources: ResourceTable,
): Changes {
  const resourceOf = (row: Int32Array, at: number): number =>
    program.nodes[row[at + NODE] as number]?.waitsAt ?? -1;
  const turn = (row: Int32Array, at: number, sequence: number, now: number): boolean => {
    const flags = row[at + FLAGS] as number;
    row[at + FLAGS] = (flags & ~(IN_LINE | HOLDS_TOKEN)) | now;
    row[at + WAIT] = sequence;
    return (flags & IN_LINE) !== 0;
  };
  const wait: Change = (row, at, sequence) => {
    turn(row, at, sequence, IN_LINE);
    resources.join(resourceOf(row, at), sequence);
  };
  const job =
    (changesPool: boolean, isDone: boolean): Change =>
    (row, at, sequence) => {
      if (program.nodes[row[at + NODE] as number]?.is !== 'job') return;
      row[at + PROGRESS] = sequence;
      if (isDone) row[at + FLAGS] = (row[at + FLAGS] as number) & ~JOB_OPEN;
      if (changesPool) tables.totals.poolChange = sequence;
    };

  return {
    acquireWaits: wait,
    getWaits: wait,
    acquired(row, at, sequence) {
      const waited = turn(row, at, sequence, HOLDS_TOKEN);
      resources.take(resourceOf(row, at), waited, sequence);
    },
    released(row, at, sequence) {
      turn(row, at, sequence, 0);
      resources.give(resourceOf(row, at), sequence);
    },
    got(row, at, sequence) {
      const waited = turn(row, at, sequence, 0);
      resources.get(resourceOf(row, at), waited, sequence);
    },
    gaveUp(row, at, sequence) {
      if (turn(row, at, sequence, 0)) resources.leave(resourceOf(row, at), sequence);
    },
    assigned: job(true, false),
    queued: job(true, false),
    jobBegan: job(false, false),
    jobEnded: job(true, true),
  };
}
