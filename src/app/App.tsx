import type { ReactNode } from 'react';

import type { Studio } from '#store/studio.ts';
import { StudioContext } from '#store/useStudio.ts';

import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

interface AppProps {
  readonly studio: Studio;
}

/** Reactor Studio. */
export function App({ studio }: AppProps): ReactNode {
  return (
    <StudioContext value={studio}>
      <ErrorBoundary label="Reactor Studio">
        <Shell />
      </ErrorBoundary>
    </StudioContext>
  );
}
