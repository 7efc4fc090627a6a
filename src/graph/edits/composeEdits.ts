import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';

/** Several edits as one step of the history. */
export function composeEdits(label: string, edits: readonly ScheduleEdit[]): ScheduleEdit {
  const told = edits.flatMap((edit) => edit.told ?? []).join(' ');
  return {
    label,
    ...(told === '' ? {} : { told }),
    apply(draft) {
      for (const edit of edits) edit.apply(draft);
    },
  };
}
