import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

/** Edits as one, with a label that says what it is good for. */
export function titled(label: string, ...edits: readonly ScheduleEdit[]): ScheduleEdit {
  return {
    label,
    apply(draft) {
      for (const edit of edits) edit.apply(draft);
    },
  };
}
