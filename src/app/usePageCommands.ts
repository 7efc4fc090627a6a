import type { Command } from '#commands/commandBoard.ts';
import type { PAGE_COMMANDS } from '#commands/pageCommands.ts';
import { useCommandBoard, useProvideCommands } from '#commands/useCommands.ts';
import { emptySchedule, replaceSchedule } from '#schedule/documentEdits.ts';
import {
  useComparedRuns,
  usePinnedRun,
  useRun,
  useStudio,
  useUndoLabels,
} from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { useOpenSchedule } from './useOpenSchedule.ts';
import { usePlayheadCommands } from './usePlayheadCommands.ts';
import { useScreenCommands, type Screen } from './useScreenCommands.ts';

/** Those of the playhead are provided on their own: they act inside of another page too. */
type PageCommand = Exclude<(typeof PAGE_COMMANDS)[number]['id'], PlayheadCommand>;

type PlayheadCommand =
  | 'playPause'
  | 'step'
  | 'stepBack'
  | 'nextInstant'
  | 'nextBreakpoint'
  | 'previousBreakpoint'
  | 'start'
  | 'end'
  | 'zoomSelection'
  | 'toCause'
  | 'toEffect'
  | 'nextSibling'
  | 'previousSibling'
  | 'lastWindow'
  | 'nextWindow';

/** Provides the commands of the page: what their names do. */
export function usePageCommands(screen: Screen): void {
  usePlayheadCommands();
  useScreenCommands(screen);
  const studio = useStudio();
  const { announce } = useCommandBoard();
  const openSchedule = useOpenSchedule();
  const labels = useUndoLabels();
  const isPinned = usePinnedRun() !== null;
  const differences = useComparedRuns().comparison?.count ?? 0;
  const { status } = useRun();

  const table: Readonly<Record<PageCommand, Command>> = {
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
