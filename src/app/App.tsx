import { useState, type ReactNode } from 'react';

import { createCommandBoard } from '#commands/commandBoard.ts';
import { CommandsContext } from '#commands/useCommands.ts';
import type { Studio } from '#store/studio.ts';
import { StudioContext } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { EmbeddedShell } from './EmbeddedShell.tsx';
import type { PageKind } from './page.ts';
import { PageTitle } from './PageTitle.tsx';
import { Shell } from './Shell.tsx';

interface AppProps {
  readonly studio: Studio;
  readonly kind: PageKind;
}

/** Reactor Studio. */
export function App({ studio, kind }: AppProps): ReactNode {
  const [commands] = useState(createCommandBoard);
  return (
    <StudioContext value={studio}>
      <CommandsContext value={commands}>
        <ErrorBoundary label={t('Reactor Studio')}>
          <PageTitle />
          {kind.isEmbedded ? <EmbeddedShell /> : <Shell kind={kind} />}
        </ErrorBoundary>
      </CommandsContext>
    </StudioContext>
  );
}
