import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { onTestFinished } from 'vitest';

import { CommandsContext, useCommandTable } from '#app/useCommands.ts';
import { useShortcuts } from '#app/keys/useShortcuts.ts';
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

interface WithCommandsProps {
  readonly children: (announcement: string) => ReactNode;
}

/** The commands of the app around a part of it. */
function WithCommands({ children }: WithCommandsProps): ReactNode {
  const [announcement, setAnnouncement] = useState('');
  const commands = useCommandTable({
    panels: {
      palette: NO_PANEL,
      lower: NO_PANEL,
      inspector: NO_PANEL,
      python: NO_PANEL,
      side: { tab: 'breakpoints', show: () => undefined },
    },
    files: { open: () => undefined, save: () => undefined, saveRun: () => undefined },
    openHelp: () => undefined,
    announce: setAnnouncement,
  });
  useShortcuts(commands, true);
  return <CommandsContext value={commands}>{children(announcement)}</CommandsContext>;
}

/** A part of the app on the screen. */
export interface Rendered extends OpenStudio {
  readonly user: UserEvent;
}

/** Shows a part of the app with a real studio, whose run has ended, and its commands. */
export async function renderWithStudio(
  part: ReactNode | ((announcement: string) => ReactNode),
  document?: Schedule,
  parts?: Partial<StudioHost>,
): Promise<Rendered> {
  const opened = await openStudio(document, parts);
  render(
    <StudioContext value={opened.studio}>
      <WithCommands>
        {(announcement) => (typeof part === 'function' ? part(announcement) : part)}
      </WithCommands>
    </StudioContext>,
  );
  onTestFinished(() => {
    act(() => {
      opened.studio.dispose();
    });
  });
  return { ...opened, user: userEvent.setup() };
}
