import type { Command } from '#commands/commandBoard.ts';
import type { SCREEN_COMMANDS } from '#commands/screenCommands.ts';
import { useCommandBoard, useProvideCommands } from '#commands/useCommands.ts';
import { eventToExplain } from '#explain/eventToExplain.ts';
import { EVENT_CARD_ID } from '#inspector/event/eventCardId.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import { useRun, useStudio, useView } from '#store/useStudio.ts';
import type { Theme } from '#store/viewState.ts';
import { language, t } from '#words/words.ts';

import { BREAKPOINTS_ID } from './breakpoints/breakpointsId.ts';
import type { Files } from './files/useFiles.ts';
import { HISTORY_ID } from './history/historyId.ts';
import { goToPart } from './layout/parts.ts';
import { showPlace } from './layout/showPlace.ts';
import type { PanelSwitch, PanelSwitches } from './layout/usePanelSwitches.ts';
import { PENDING_ID } from './pending/pendingId.ts';
import { chooseLanguage } from './pageLanguage.ts';
import { showProblems } from './problems/showProblems.ts';
import { useOpenSchedule } from './useOpenSchedule.ts';

/** What commands do to the screen, besides the studio. */
export interface Screen {
  readonly panels: PanelSwitches;
  readonly files: Pick<Files, 'open' | 'save' | 'saveRun'>;
  readonly beginTour: () => void;
  readonly openHelp: () => void;
  readonly openShare: () => void;
  readonly present: () => void;
  readonly print: () => void;
  readonly openPalette: () => void;
}

const NEXT_THEME: Readonly<Record<Theme, Theme>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

/** The slides belong to the presentation, which provides their commands. */
type ScreenCommand = Exclude<(typeof SCREEN_COMMANDS)[number]['id'], 'nextSlide' | 'previousSlide'>;

/** Provides the commands of the screen: what shows, hides and goes to its parts. */
export function useScreenCommands(screen: Screen): void {
  const studio = useStudio();
  const { announce } = useCommandBoard();
  const openSchedule = useOpenSchedule();
  const theme = useView((view) => view.theme);
  const isAnythingRun = useRun().trace.length > 0;

  const table: Readonly<Record<ScreenCommand, Command>> = {
    explain: {
      enabled: isAnythingRun,
      run: () => {
        const { trace } = studio.run.getState();
        const { selection } = studio.view.getState();
        const event = eventToExplain(trace, selection, studio.now.getState().count);
        if (event === null) {
          announce(t('Nothing has happened there yet at the playhead'));
          return;
        }
        studio.select({ event });
        showPlace(EVENT_CARD_ID, screen.panels.inspector, 'whole');
      },
    },
    python: switching(screen.panels.python),
    chain: switching(screen.panels.chain),
    lessons: switching(screen.panels.lessons),
    problems: {
      enabled: true,
      run: () => {
        showProblems(screen.panels.palette);
      },
    },
    breakpoints: {
      enabled: true,
      run: () => {
        screen.panels.side.show('breakpoints');
        showPlace(BREAKPOINTS_ID, screen.panels.lower);
      },
    },
    pending: {
      enabled: true,
      run: () => {
        screen.panels.side.show('pending');
        showPlace(PENDING_ID, screen.panels.lower);
      },
    },
    history: {
      enabled: true,
      run: () => {
        screen.panels.side.show('history');
        showPlace(HISTORY_ID, screen.panels.lower);
      },
    },
    palette: switching(screen.panels.palette),
    lower: switching(screen.panels.lower),
    inspector: switching(screen.panels.inspector),
    nextPart: goingTo(1),
    previousPart: goingTo(-1),
    theme: {
      enabled: true,
      run: () => {
        studio.setTheme(NEXT_THEME[theme]);
      },
    },
    present: { enabled: true, run: screen.present },
    share: { enabled: true, run: screen.openShare },
    print: { enabled: true, run: screen.print },
    language: {
      enabled: true,
      run: () => {
        chooseLanguage(language() === 'zh' ? 'en' : 'zh');
      },
    },
    commandPalette: { enabled: true, run: screen.openPalette },
    tour: {
      enabled: true,
      run: () => {
        const first = EXAMPLES[0].load();
        openSchedule(replaceSchedule(first, t('open {{name}}', { name: first.name })));
        screen.beginTour();
      },
    },
    help: { enabled: true, run: screen.openHelp },
  };
  useProvideCommands(table);
}

function goingTo(by: 1 | -1): Command {
  return {
    enabled: true,
    run: () => {
      goToPart(by);
    },
  };
}

function switching({ usable, shown, toggle }: PanelSwitch): Command {
  return { enabled: usable, pressed: shown, run: toggle };
}
