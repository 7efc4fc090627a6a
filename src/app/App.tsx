import { useState, type ReactNode } from 'react';

import { createCommandBoard } from '#commands/commandBoard.ts';
import { CommandsContext } from '#commands/useCommands.ts';
import type { Studio } from '#store/studio.ts';
import { StudioContext } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

interface AppProps {
  readonly studio: Studio;
}

/** Reactor Studio. */
export function App({ studio }: AppProps): ReactNode {
  const [commands] = useState(createCommandBoard);
  return (
    <StudioContext value={studio}>
      <CommandsContext value={commands}>
        <ErrorBoundary label={t('Reactor Studio')}>
          <Shell />
        </ErrorBoundary>
      </CommandsContext>
    </StudioContext>
  );
}
