import { useEffect } from 'react';

import { useSchedule } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

/** Names the tab of the browser by the schedule: several may be open. */
export function PageTitle(): null {
  const { name } = useSchedule();
  useEffect(() => {
    const studio = t('Reactor Studio');
    document.title = name.trim() === '' ? studio : `${name} – ${studio}`;
  }, [name]);
  return null;
}
