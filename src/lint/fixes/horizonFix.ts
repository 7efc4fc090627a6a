import type { Seconds } from '#base/units.ts';
import { roundAbove } from '#lint/facts/durations.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { titled } from './titled.ts';

/** A run that is so many times as long is another one. */
const MOST_TIMES = 100;

/** Extends the horizon beyond a virtual time; nothing where that is too far to be meant. */
export function horizonFixes({ horizon }: Schedule, time: Seconds): readonly ScheduleEdit[] {
  const to = roundAbove(time);
  if (to > Math.max(60, horizon * MOST_TIMES)) return [];
  return [
    titled(
      t('extend the horizon to {{time}}', { time: formatDuration(to) }),
      setDocumentFields({ horizon: to }),
    ),
  ];
}
