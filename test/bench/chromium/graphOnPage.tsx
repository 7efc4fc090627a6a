import '#ui/theme.css';

import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { createCommandBoard } from '#commands/commandBoard.ts';
import { CommandsContext } from '#commands/useCommands.ts';
import { Graph } from '#graph/Graph.tsx';
import type { Studio } from '#store/studio.ts';
import { StudioContext } from '#store/useStudio.ts';

let root: Root | null = null;

/** The page's one React root, as large as a window. */
export function rootOfPage(): Root {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no element with the id root.');
  Object.assign(element.style, { width: '1440px', height: '900px' });
  root ??= createRoot(element);
  return root;
}

/** The graph of the app, without the rest of it. */
export function GraphOnPage({ studio }: { readonly studio: Studio }): ReactNode {
  return (
    <StudioContext value={studio}>
      <CommandsContext value={COMMANDS}>
        <Graph />
      </CommandsContext>
    </StudioContext>
  );
}

const COMMANDS = createCommandBoard();

/**
 * Waits until something is so, for up to 600 frames.
 *
 * @throws Error with what `otherwise` says by then.
 */
export async function until(isSo: () => boolean, otherwise: () => string): Promise<void> {
  for (let waited = 0; !isSo(); waited += 1) {
    if (waited > 600) throw new Error(otherwise());
    await frame();
  }
}

/** The next frame. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
