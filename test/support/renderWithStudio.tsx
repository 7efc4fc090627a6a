import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';

import { useAnnouncedEdits } from '#app/useAnnouncedEdits.ts';
import { usePageCommands } from '#app/usePageCommands.ts';
import { Announcer } from '#commands/Announcer.tsx';
import { createCommandBoard } from '#commands/commandBoard.ts';
import { CommandsContext } from '#commands/useCommands.ts';
import { useShortcuts } from '#commands/useShortcuts.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { StudioHost } from '#store/studioHost.ts';
import { StudioContext } from '#store/useStudio.ts';

import { openStudio, type OpenStudio } from './openStudio.ts';

const NO_PANEL = {
  usable: false,
  shown: true,
  defaultSize: '100px',
  toggle: () => undefined,
  panelRef: { current: null },
  onResize: () => undefined,
};

/** The commands of the app, and what they announce. */
function Commands(): ReactNode {
  usePageCommands({
    panels: {
      palette: NO_PANEL,
      lower: NO_PANEL,
      inspector: NO_PANEL,
      python: NO_PANEL,
      chain: NO_PANEL,
      lessons: {
        ...NO_PANEL,
        id: null,
        choose: () => undefined,
        hidesRun: false,
        setHidesRun: () => undefined,
      },
      side: { tab: 'breakpoints', show: () => undefined },
    },
    files: { open: () => undefined, save: () => undefined, saveRun: () => undefined },
    openHelp: () => undefined,
    beginTour: () => undefined,
    openPalette: () => undefined,
    openShare: () => undefined,
    present: () => undefined,
    print: () => undefined,
  });
  useAnnouncedEdits();
  useShortcuts(true);
  return <Announcer />;
}

/** What the commands have announced last. */
export function announced(): string | null {
  return screen.getByRole('status', { name: 'Announcements' }).textContent;
}

/** A part of the app on the screen. */
export interface Rendered extends OpenStudio {
  readonly user: UserEvent;
}

/** Shows a part of the app with a real studio, whose run has ended, and its commands. */
export async function renderWithStudio(
  part: ReactNode,
  document?: Schedule,
  parts?: Partial<StudioHost>,
): Promise<Rendered> {
  const opened = await openStudio(document, parts);
  render(
    <StudioContext value={opened.studio}>
      <CommandsContext value={createCommandBoard()}>
        {part}
        <Commands />
      </CommandsContext>
    </StudioContext>,
  );
  onTestFinished(() => {
    act(() => {
      opened.studio.dispose();
    });
  });
  return { ...opened, user: userEvent.setup() };
}
