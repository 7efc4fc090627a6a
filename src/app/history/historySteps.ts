import type { History, HistoryEntry } from '#store/history.ts';

/** The steps of a history, first to last, whether they are done or undone. */
export function historySteps({ past, future }: History): readonly HistoryEntry[] {
  return [...past, ...future.toReversed()];
}
