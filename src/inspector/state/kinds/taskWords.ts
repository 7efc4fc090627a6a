import type { TaskState } from '#trace/instanceState.ts';
import { t } from '#words/words.ts';

/** Whether a task goes on, and why not. A wait counts as one of its pauses. */
export function taskWords({ ended, waitsOn, pauses }: TaskState): string {
  if (ended) return t('no: it has ended');
  const byHand = pauses - (waitsOn === null ? 0 : 1);
  if (byHand > 0) {
    return waitsOn === null
      ? t('no: paused {{count}} times', { count: byHand })
      : t('no: it waits, and is paused {{count}} times', { count: byHand });
  }
  return waitsOn === null ? t('yes') : t('no: its last step gave a Deferred');
}
