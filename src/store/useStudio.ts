import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { BreakpointHits } from '#trace/breakpointHits.ts';
import type { Finding } from '#lint/finding.ts';
import type { Breakpoint, Schedule } from '#schedule/schema.ts';

import type { History } from './history.ts';
import type {
  BreakpointStop,
  Now,
  RunInfo,
  SaveState,
  Notice,
  StepPlace,
  Studio,
} from './studio.ts';
import type { ComparedRuns } from './runComparisons.ts';
import type { PinnedRun } from './pinnedRun.ts';
import type { ViewState } from './viewState.ts';

/** The studio of a component tree. */
export const StudioContext = createContext<Studio | null>(null);

/**
 * The studio, for what can be done. What can be read has hooks of its own, below.
 *
 * @throws Error outside a `StudioContext.Provider`.
 */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error('There is no StudioContext.Provider above this component.');
  return studio;
}

/** The document. */
export function useSchedule(): Schedule {
  return useStore(useStudio().history, (history) => history.schedule);
}

/** The breakpoints of the document. */
export function useBreakpoints(): readonly Breakpoint[] {
  return useStore(useStudio().history, ({ schedule }) => schedule.breakpoints);
}

/** The events of the run so far that hit breakpoints. */
export function useBreakpointHits(): BreakpointHits {
  return useStore(useStudio().hits);
}

/** What the last way to a breakpoint led to; null: the playhead has moved on. */
export function useBreakpointStop(): BreakpointStop | null {
  return useStore(useStudio().stopped, (entry) => entry.stop);
}

/** What is questionable in the document and its run. */
export function useFindings(): readonly Finding[] {
  return useStore(useStudio().findings, ({ all }) => all);
}

/** The findings that stand on a node's card. */
export function useFindingsOf(node: string): readonly Finding[] {
  return useStore(useStudio().findings, ({ byNode }) => byNode.get(node) ?? NONE);
}

const NONE: readonly Finding[] = [];

/** Whether there is a way back to what the timeline showed before, and forward again. */
export function useWindowWays(): { readonly back: boolean; readonly forward: boolean } {
  const { windows } = useStudio();
  const back = useStore(windows, (history) => history.back.length > 0);
  const forward = useStore(windows, (history) => history.forward.length > 0);
  return { back, forward };
}

/** The labels of what undo and redo would do; null where there is nothing. */
export function useUndoLabels(): { readonly undo: string | null; readonly redo: string | null } {
  const { history } = useStudio();
  const undo = useStore(history, ({ past }) => past.at(-1)?.label ?? null);
  const redo = useStore(history, ({ future }) => future.at(-1)?.label ?? null);
  return { undo, redo };
}

/** The document with its past and its undone future. */
export function useHistory(): History {
  return useStore(useStudio().history);
}

/** The run that others are compared with; null: there is none. */
export function usePinnedRun(): PinnedRun | null {
  return useStore(useStudio().pinned, (entry) => entry.run);
}

/** How the present run differs from the pinned one. */
export function useComparedRuns(): ComparedRuns {
  return useStore(useStudio().compared);
}

/** The run: a new object whenever events came or another run took its place. */
export function useRun(): RunInfo {
  return useStore(useStudio().run);
}

/** A part of the view. Select something that is compared by identity. */
export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(useStudio().view, select);
}

/** A part of the instant under the playhead. Select something that is compared by identity. */
export function useNow<T>(select: (now: Now) => T): T {
  return useStore(useStudio().now, select);
}

/** Whether the document is stored. */
export function useSaveState(): SaveState {
  return useStore(useStudio().save, (save) => save.state);
}

/** The last message about something that happened by itself. */
export function useNotice(): Notice | null {
  return useStore(useStudio().notice, (entry) => entry.notice);
}

/** The step that is to be shown; null: none, or it is shown already. */
export function useRevealedStep(): StepPlace | null {
  return useStore(useStudio().revealed, (entry) => entry.step);
}
