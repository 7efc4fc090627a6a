import { useEffect, useEffectEvent, useState } from 'react';

import type { RefusedFile } from '#app/files/refusedFile.ts';
import { useOpenSchedule } from '#app/useOpenSchedule.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { isScheduleLink, scheduleOfLink } from './scheduleLink.ts';

/** A schedule out of the page's address, which is not opened before it is asked for. */
export interface LinkedQuestion {
  /** The one that waits for an answer; null: none does. */
  readonly asked: Schedule | null;
  readonly open: () => void;
  readonly leave: () => void;
}

/**
 * Opens the schedule of a link that the page was opened by, or that is put into its address: at once
 * where nothing was edited, else after a question. `refuse` hears what is wrong with a broken link.
 */
export function useLinkedSchedule(refuse: (refused: RefusedFile) => void): LinkedQuestion {
  const studio = useStudio();
  const openSchedule = useOpenSchedule();
  const [asked, setAsked] = useState<Schedule | null>(null);
  const open = (schedule: Schedule): void => {
    openSchedule(replaceSchedule(schedule, t('open {{name}}', { name: schedule.name })));
  };
  const follow = useEffectEvent(async () => {
    const { hash, pathname, search } = window.location;
    if (!isScheduleLink(hash)) return;
    const linked = await scheduleOfLink(hash);
    // Loaded anew, the page has what was made of it since.
    window.history.replaceState(null, '', `${pathname}${search}`);
    if (!linked.ok) {
      refuse({ title: t('The link was not opened'), problems: linked.problems });
      return;
    }
    const { schedule, past, future } = studio.history.getState();
    if (JSON.stringify(schedule) === JSON.stringify(linked.schedule)) return;
    if (past.length + future.length === 0) open(linked.schedule);
    else setAsked(linked.schedule);
  });
  useEffect(() => {
    const listen = (): void => {
      void follow();
    };
    listen();
    window.addEventListener('hashchange', listen);
    return () => {
      window.removeEventListener('hashchange', listen);
    };
  }, []);
  return {
    asked,
    open: () => {
      if (asked !== null) open(asked);
      setAsked(null);
    },
    leave: () => {
      setAsked(null);
    },
  };
}
