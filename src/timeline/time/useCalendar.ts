import { useMemo } from 'react';

import { useSchedule } from '#store/useStudio.ts';

import { calendarOf, type Calendar } from './calendar.ts';

/** The dates of the run, where the schedule says when its second 0 is; else null. */
export function useCalendar(): Calendar | null {
  const { epoch } = useSchedule();
  return useMemo(() => calendarOf(epoch), [epoch]);
}
