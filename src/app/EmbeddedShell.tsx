import type { ReactNode } from 'react';

import { Announcer } from '#commands/Announcer.tsx';
import { useShortcuts } from '#commands/useShortcuts.ts';
import { MENU_PLACE_ID } from '#ui/menuPlace.ts';
import { t } from '#words/words.ts';

import { Notices } from './notices/Notices.tsx';
import { Presentation } from './present/Presentation.tsx';
import { usePlayheadCommands } from './usePlayheadCommands.ts';
import { useTheme } from './useTheme.ts';

/**
 * The screen inside of another page: the presentation alone. Nothing is edited, stored, dropped or
 * opened there; what its keys do is what moves the playhead.
 */
export function EmbeddedShell(): ReactNode {
  usePlayheadCommands();
  useShortcuts(true);
  useTheme();
  return (
    <>
      <Presentation onLeave={null} />
      <Notices />
      <section id={MENU_PLACE_ID} aria-label={t('Menus')} />
      <Announcer />
    </>
  );
}
