import type { JobState, TurnState } from '#trace/instanceState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { t } from '#words/words.ts';

/** The place of an instance in a line, from 1, with the length of the line; null where it is not in it. */
export function placeInLine(
  line: readonly InstanceRef[],
  { node, instance }: InstanceRef,
): string | null {
  const at = line.findIndex((ref) => ref.node === node && ref.instance === instance);
  return at === -1 ? null : t('{{number}} of {{all}}', { number: at + 1, all: line.length });
}

/** Where a job is. `place`: its place in the line for a worker. */
export function jobWords({ is, worker }: JobState, place: string | null): string {
  switch (is) {
    case 'given':
      return worker === null ? t('given to the pool') : t('given to worker {{worker}}', { worker });
    case 'queued':
      return place === null
        ? t('waits for a worker')
        : t('waits for a worker, place {{place}}', { place });
    case 'running':
      return t('runs in worker {{worker}}', { worker: worker ?? '?' });
    case 'done':
      return worker === null ? t('done') : t('done by worker {{worker}}', { worker });
  }
}

/** How a guarded call stands to its token, or a get to its value. `place`: its place in the line. */
export function turnWords(
  turn: TurnState | null,
  of: 'semaphore' | 'queue',
  place: string | null,
): string {
  switch (turn) {
    case 'waits':
      if (of === 'semaphore') {
        return place === null
          ? t('waits for a token')
          : t('waits for a token, place {{place}}', { place });
      }
      return place === null
        ? t('waits for a value')
        : t('waits for a value, place {{place}}', { place });
    case 'has':
      return t('has a token');
    case 'got':
      return t('has got a value');
    case 'released':
      return t('has given its token back');
    case 'gaveUp':
      return t('was cancelled while it waited');
    case null:
      return of === 'semaphore' ? t('has not asked for a token') : t('has not asked for a value');
  }
}
