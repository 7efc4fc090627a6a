import type { JobState, TurnState } from '#trace/instanceState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';

/** The place of an instance in a line, from 1, with the length of the line; null where it is not in it. */
export function placeInLine(
  line: readonly InstanceRef[],
  { node, instance }: InstanceRef,
): string | null {
  const at = line.findIndex((ref) => ref.node === node && ref.instance === instance);
  return at === -1 ? null : `${at + 1} of ${line.length}`;
}

/** Where a job is. `place`: its place in the line for a worker. */
export function jobWords({ is, worker }: JobState, place: string | null): string {
  switch (is) {
    case 'given':
      return worker === null ? 'given to the pool' : `given to worker ${worker}`;
    case 'queued':
      return place === null ? 'waits for a worker' : `waits for a worker, place ${place}`;
    case 'running':
      return `runs in worker ${worker ?? '?'}`;
    case 'done':
      return worker === null ? 'done' : `done by worker ${worker}`;
  }
}

/** How a guarded call stands to its token, or a get to its value. `place`: its place in the line. */
export function turnWords(
  turn: TurnState | null,
  of: 'semaphore' | 'queue',
  place: string | null,
): string {
  const what = of === 'semaphore' ? 'token' : 'value';
  switch (turn) {
    case 'waits':
      return place === null ? `waits for a ${what}` : `waits for a ${what}, place ${place}`;
    case 'has':
      return 'has a token';
    case 'got':
      return 'has got a value';
    case 'released':
      return 'has given its token back';
    case 'gaveUp':
      return 'was cancelled while it waited';
    case null:
      return `has not asked for a ${what}`;
  }
}
