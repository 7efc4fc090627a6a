import type { PoolState, QueueState, SemaphoreState } from '#trace/runState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { NONE } from '#trace/traceValue.ts';

import type { ImageReader } from './imageReader.ts';
import {
  FLAGS,
  HOLDS_TOKEN,
  INSTANCE,
  IN_LINE,
  JOB_OPEN,
  NODE,
  PROGRESS,
  WAIT,
} from './instanceRow.ts';
import { jobOf } from './readInstance.ts';
import {
  CHANGED,
  FREE,
  HANDED,
  numberAt,
  RESOURCE_WIDTH,
  STORED_FROM,
  STORED_TO,
  type StateImage,
} from './stateTables.ts';
import type { TraceFacts } from './traceFacts.ts';

/** Makes records of what instances wait for in line. It gives the last one again while none of it changes. */
export interface LineReader {
  /** By the row of a semaphore. */
  semaphore(image: StateImage, row: number): SemaphoreState;
  /** By the row of a queue. */
  queue(image: StateImage, row: number): QueueState;
  pool(image: StateImage): PoolState;
}

/** An instance in a line, and the event by which it came there. */
interface Place {
  readonly ref: InstanceRef;
  readonly since: number;
}

/** A reader of the images of a trace. */
export function createLineReader(
  { trace, program, puts }: TraceFacts,
  reader: ImageReader,
): LineReader {
  const semaphores = createKept<SemaphoreState>();
  const queues = createKept<QueueState>();
  const pools = createKept<PoolState>();

  /** The instances of some nodes that have a flag, in the order of the events in a field of theirs. */
  const line = (
    image: StateImage,
    nodes: readonly number[],
    flag: number,
    field: number,
  ): readonly Place[] => {
    const places: Place[] = [];
    for (const node of nodes) {
      for (const slot of reader.slotsOf(image, node)) {
        const { row, at } = reader.rowOf(image, slot);
        if (((row[at + FLAGS] as number) & flag) === 0) continue;
        const ref = { node: row[at + NODE] as number, instance: row[at + INSTANCE] as number };
        places.push({ ref, since: row[at + field] as number });
      }
    }
    return places.sort((a, b) => a.since - b.since);
  };
  const usersOf = (row: number): readonly number[] => program.users[row] ?? [];
  const of = (image: StateImage, row: number, field: number): number =>
    numberAt(image.resources, RESOURCE_WIDTH, row, field);

  return {
    semaphore: (image, row) =>
      semaphores(row, of(image, row, CHANGED), () => ({
        free: of(image, row, FREE),
        holders: line(image, usersOf(row), HOLDS_TOKEN, WAIT).map(({ ref }) => ref),
        waiting: line(image, usersOf(row), IN_LINE, WAIT).map(({ ref }) => ref),
      })),
    queue: (image, row) =>
      queues(row, of(image, row, CHANGED), () => ({
        stored: (puts[row] ?? [])
          .slice(of(image, row, STORED_FROM), of(image, row, STORED_TO))
          .map((put) => trace.valueAt(put) ?? NONE),
        waiting: line(image, usersOf(row), IN_LINE, WAIT)
          .slice(of(image, row, HANDED))
          .map(({ ref }) => ref),
      })),
    pool: (image) =>
      pools(0, image.totals.poolChange, () => {
        const workers = new Map<number, InstanceRef>();
        const queued: InstanceRef[] = [];
        for (const { ref, since } of line(image, program.jobs, JOB_OPEN, PROGRESS)) {
          const { is, worker } = jobOf(trace, since);
          if (is === 'queued') queued.push(ref);
          else if (worker !== null) workers.set(worker, ref);
        }
        return { workers, queued };
      }),
  };
}

/** Gives what was made last under a key again, unless something has changed since. */
function createKept<T>(): (key: number, changed: number, make: () => T) => T {
  const kept: { readonly changed: number; readonly made: T }[] = [];
  return (key, changed, make) => {
    const known = kept[key];
    if (known !== undefined && known.changed === changed) return known.made;
    const made = make();
    kept[key] = { changed, made };
    return made;
  };
}
