import type { TaskState } from '#trace/instanceState.ts';

/** Whether a task goes on, and why not. A wait counts as one of its pauses. */
export function taskWords({ ended, waitsOn, pauses }: TaskState): string {
  if (ended) return 'no: it has ended';
  const byHand = pauses - (waitsOn === null ? 0 : 1);
  if (byHand > 0) {
    const times = byHand === 1 ? 'once' : `${byHand} times`;
    return waitsOn === null ? `no: paused ${times}` : `no: it waits, and is paused ${times}`;
  }
  return waitsOn === null ? 'yes' : 'no: its last step gave a Deferred';
}
