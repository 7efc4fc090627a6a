import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';

import { createCommandBoard } from '#commands/commandBoard.ts';
import { CommandsContext } from '#commands/useCommands.ts';
import { useShortcuts } from '#commands/useShortcuts.ts';
import { Graph } from '#graph/Graph.tsx';
import { Palette } from '#graph/Palette.tsx';
import type { Schedule } from '#schedule/schema.ts';
import type { Studio } from '#store/studio.ts';
import { StudioContext } from '#store/useStudio.ts';

import { openStudio } from '../support/openStudio.ts';

interface RenderedGraph {
  readonly studio: Studio;
  readonly user: UserEvent;
  /** What undo would take back, the last edit last. */
  readonly edits: () => readonly string[];
}

/** The keys of the commands. */
function Shortcuts(): ReactNode {
  useShortcuts(true);
  return null;
}

/** Shows palette and graph of a document whose run has ended. */
export async function renderGraph(document: Schedule): Promise<RenderedGraph> {
  const { studio } = await openStudio(document);
  render(
    <StudioContext value={studio}>
      <CommandsContext value={createCommandBoard()}>
        <Palette />
        <Graph />
        <Shortcuts />
      </CommandsContext>
    </StudioContext>,
  );
  // React Flow draws its nodes once it has seen its own size, a microtask later.
  await act(async () => {
    await Promise.resolve();
  });
  onTestFinished(() => {
    act(() => {
      studio.dispose();
    });
  });
  return {
    studio,
    user: userEvent.setup(),
    edits: () => studio.history.getState().past.map(({ label }) => label),
  };
}
