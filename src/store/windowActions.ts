import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Studio } from './studio.ts';
import type { TimeWindow, ViewState } from './viewState.ts';

/**
 * What a change of the window is to the way back:
 *
 * - `step` a move of its own
 * - `more` the last gesture goes on
 * - `follow` the window only follows the playhead: no move of the user's
 * - `anew` another document: there is no way back
 */
export type WindowMove = 'step' | 'more' | 'follow' | 'anew';

/** What the timeline has shown before, and what was gone back from. */
export interface WindowHistory {
  /** The last one last. */
  readonly back: readonly (TimeWindow | null)[];
  /** The next one last. */
  readonly forward: readonly (TimeWindow | null)[];
}

/** So many windows are remembered. */
const MOST = 100;

const NO_HISTORY: WindowHistory = { back: [], forward: [] };

/** Makes what changes the window. */
export function createWindowActions(
  view: StoreApi<ViewState>,
): Pick<Studio, 'windows' | 'setWindow' | 'lastWindow' | 'nextWindow'> {
  const windows = createStore<WindowHistory>(() => NO_HISTORY);
  /** Whether the gesture that goes on is remembered already: its first move may have changed nothing. */
  let isRemembered = false;
  const exchange = (from: 'back' | 'forward', to: 'back' | 'forward'): void => {
    const history = windows.getState();
    const target = history[from].at(-1);
    if (target === undefined) return;
    const { window } = view.getState();
    windows.setState({ [from]: history[from].slice(0, -1), [to]: [...history[to], window] });
    isRemembered = false;
    view.setState({ window: target });
  };
  return {
    windows,
    setWindow(window, move = 'step') {
      const { window: before } = view.getState();
      const isOther = !isSame(before, window);
      if (move === 'anew') windows.setState(NO_HISTORY);
      if (move === 'step' || move === 'anew') isRemembered = false;
      if (isOther && !isRemembered && (move === 'step' || move === 'more')) {
        const { back } = windows.getState();
        windows.setState({ back: [...back, before].slice(-MOST), forward: [] });
        isRemembered = true;
      }
      if (isOther) view.setState({ window });
    },
    lastWindow() {
      exchange('back', 'forward');
    },
    nextWindow() {
      exchange('forward', 'back');
    },
  };
}

function isSame(one: TimeWindow | null, other: TimeWindow | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}
