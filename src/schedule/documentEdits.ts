import { t } from '#words/words.ts';

import type { ScheduleEdit } from './scheduleEdit.ts';
import { FORMAT, VERSION, type Schedule } from './schema.ts';

/** The fields of the document itself that can be set. */
export type DocumentFields = Partial<
  Pick<
    Schedule,
    'name' | 'notes' | 'horizon' | 'seed' | 'clock' | 'advances' | 'epoch' | 'threadPool'
  >
>;

/** Sets fields of the document itself, such as its name or its horizon. */
export function setDocumentFields(fields: DocumentFields): ScheduleEdit {
  const names = Object.keys(fields).join(', ');
  return {
    label: names === 'name' ? t('rename the schedule') : t('set {{names}}', { names }),
    mergeKey: `document/${names}`,
    apply(draft) {
      Object.assign(draft, fields);
    },
  };
}

/** Puts another document in the place of this one: opening is an edit, so nothing is lost by it. */
export function replaceSchedule(schedule: Schedule, label: string): ScheduleEdit {
  return {
    label,
    apply(draft) {
      // What the other document leaves out must not stay behind from this one.
      if (schedule.timeline === undefined) delete draft.timeline;
      Object.assign(draft, schedule);
    },
  };
}

/** A document with nothing in it yet. */
export function emptySchedule(): Schedule {
  return {
    format: FORMAT,
    version: VERSION,
    name: t('Untitled'),
    notes: '',
    horizon: 60,
    seed: 1,
    clock: 'reactor',
    advances: 'deadlines',
    epoch: null,
    threadPool: { min: 0, max: 10 },
    functions: {},
    nodes: [],
    breakpoints: [],
  };
}
