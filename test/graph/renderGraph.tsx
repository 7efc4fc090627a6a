import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';

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

/** Shows palette and graph of a document whose run has ended. */
export async function renderGraph(document: Schedule): Promise<RenderedGraph> {
  const { studio } = await openStudio(document);
  render(
    <StudioContext value={studio}>
      <Palette />
      <Graph />
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
