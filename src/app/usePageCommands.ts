import type { Command } from '#commands/commandBoard.ts';
import type { PAGE_COMMANDS } from '#commands/pageCommands.ts';
import { useCommandBoard, useProvideCommands } from '#commands/useCommands.ts';
import { emptySchedule, replaceSchedule } from '#schedule/documentEdits.ts';
import {
  useComparedRuns,
  useNow,
  usePinnedRun,
  useRun,
  useStudio,
  useUndoLabels,
  useView,
  useWindowWays,
} from '#store/useStudio.ts';
import { indexOf } from '#trace/traceIndex.ts';
import { NO_CAUSE } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

import { positionWords } from './transport/positionWords.ts';
import { useOpenSchedule } from './useOpenSchedule.ts';
import { useScreenCommands, type Screen } from './useScreenCommands.ts';

type PageCommand = (typeof PAGE_COMMANDS)[number]['id'];

/** Provides the commands of the page: what their names do. */
export function usePageCommands(screen: Screen): void {
  useScreenCommands(screen);
  const studio = useStudio();
  const { announce } = useCommandBoard();
  const openSchedule = useOpenSchedule();
  const labels = useUndoLabels();
  const ways = useWindowWays();
  const isPinned = usePinnedRun() !== null;
  const differences = useComparedRuns().comparison?.count ?? 0;
  const playing = useView((view) => view.playing);
  const isAnySelected = useView(
    ({ selection, range }) =>
      range !== null || selection.event !== null || selection.nodes.length > 0,
  );
  const isEventSelected = useView(({ selection }) => selection.event !== null);
  const { trace, status } = useRun();
  const { length } = trace;
  const endTime = status.state === 'ended' ? status.end.time : 0;
  const canGoBack = useNow((now) => now.count > 0);
  const canGoOn = useNow((now) => now.count < length || now.time < endTime);

  const stepping = (go: () => void, enabled: boolean, exact = false): Command => ({
    enabled,
    run: () => {
      go();
      const { count, time } = studio.now.getState();
      announce(positionWords(studio.run.getState().trace, count, time, exact));
    },
  });

  /** To another event from the selected one; `none` says that there is none. */
  const walking = (
    find: (trace: Trace, event: number) => number | null,
    none: string,
  ): Command => ({
    enabled: isEventSelected,
    run: () => {
      const { trace: current } = studio.run.getState();
      const { event } = studio.view.getState().selection;
      const found = event === null || event >= current.length ? null : find(current, event);
      if (found === null) {
        announce(none);
        return;
      }
      studio.goToEvent(found);
      announce(positionWords(current, found + 1, current.timeAt(found), true));
    },
  });

  const table: Readonly<Record<PageCommand, Command>> = {
    playPause: {
      label: playing ? t('Pause') : t('Play'),
      enabled: true,
      run: () => {
        if (playing) studio.pause();
        else studio.play();
      },
    },
    step: stepping(() => studio.step(), canGoOn, true),
    stepBack: stepping(() => studio.stepBack(), canGoBack, true),
    nextInstant: stepping(() => studio.nextInstant(), canGoOn),
    nextBreakpoint: {
      enabled: true,
      run: () => {
        studio.nextBreakpoint();
      },
    },
    previousBreakpoint: {
      enabled: true,
      run: () => {
        studio.previousBreakpoint();
      },
    },
    start: stepping(() => studio.toStart(), canGoBack),
    end: stepping(() => studio.toEnd(), canGoOn),
    zoomSelection: {
      enabled: isAnySelected,
      run: () => {
        studio.zoomToSelection();
      },
    },
    toCause: walking((trace, event) => knownCause(trace, event), t('Nothing caused it')),
    toEffect: walking(
      (trace, event) => indexOf(trace).effectsOf(event, 1)[0] ?? null,
      t('It caused nothing'),
    ),
    nextSibling: walking(
      (trace, event) => indexOf(trace).siblingOf(event, 1),
      t('Its cause has no later effect'),
    ),
    previousSibling: walking(
      (trace, event) => indexOf(trace).siblingOf(event, -1),
      t('Its cause has no earlier effect'),
    ),
    lastWindow: {
      enabled: ways.back,
      run: () => {
        studio.lastWindow();
      },
    },
    nextWindow: {
      enabled: ways.forward,
      run: () => {
        studio.nextWindow();
      },
    },
    pinRun: {
      label: isPinned ? t('Let the pinned run go') : t('Pin run'),
      pressed: isPinned,
      enabled: isPinned || status.state === 'ended',
      run: () => {
        if (isPinned) studio.unpinRun();
        else studio.pinRun();
        announce(isPinned ? t('The pinned run is let go') : t('The run is pinned'));
      },
    },
    nextDifference: {
      enabled: differences > 0,
      run: () => {
        studio.nextDifference();
      },
    },
    previousDifference: {
      enabled: differences > 0,
      run: () => {
        studio.previousDifference();
      },
    },
    undo: {
      ...(labels.undo === null
        ? {}
        : { description: t('undo: {{label}}', { label: labels.undo }) }),
      enabled: labels.undo !== null,
      run: () => {
        studio.undo();
      },
    },
    redo: {
      ...(labels.redo === null
        ? {}
        : { description: t('redo: {{label}}', { label: labels.redo }) }),
      enabled: labels.redo !== null,
      run: () => {
        studio.redo();
      },
    },
    newSchedule: {
      enabled: true,
      run: () => {
        openSchedule(replaceSchedule(emptySchedule(), t('new schedule')));
      },
    },
    openFile: { enabled: true, run: screen.files.open },
    saveFile: { enabled: true, run: screen.files.save },
    saveRun: { enabled: status.state === 'ended', run: screen.files.saveRun },
  };
  useProvideCommands(table);
}

function knownCause(trace: Trace, event: number): number | null {
  const cause = trace.causeAt(event);
  return cause === NO_CAUSE ? null : cause;
}
