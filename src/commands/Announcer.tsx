import type { ReactNode } from 'react';

import { t } from '#words/words.ts';

import { useAnnouncement } from './useCommands.ts';

/** Reads what the commands announce to those who listen to the page. */
export function Announcer(): ReactNode {
  const text = useAnnouncement();
  return (
    <output aria-label={t('Announcements')} aria-live="polite" className="visuallyHidden">
      {text}
    </output>
  );
}
