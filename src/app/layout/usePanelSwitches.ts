import { useState, type RefObject } from 'react';
import { usePanelRef, type PanelImperativeHandle } from 'react-resizable-panels';

import { useLessonSwitch, type LessonSwitch } from '#app/lessons/useLessonSwitch.ts';
import { pageStorage } from '#ui/pageStorage.ts';

import { sideTabOf, type SideTabName } from './sideTabNames.ts';

/** A panel that can be shown and hidden, for its button. */
export interface PanelSwitch {
  /** Whether the screen is wide enough to have such panels at all. */
  readonly usable: boolean;
  readonly shown: boolean;
  readonly toggle: () => void;
}

/** The same panel, for the place where it is laid out. */
export interface SwitchedPanel extends PanelSwitch {
  readonly defaultSize: string;
  readonly panelRef: RefObject<PanelImperativeHandle | null>;
  readonly onResize: () => void;
}

/** The panels that can be hidden. */
export interface PanelSwitches {
  readonly palette: SwitchedPanel;
  readonly lower: SwitchedPanel;
  readonly inspector: SwitchedPanel;
  /** Also on a narrow screen, where it is one part more of the column. */
  readonly python: PanelSwitch;
  readonly chain: PanelSwitch;
  readonly lessons: LessonSwitch;
  /** What stands beside the events where the screen is wide. */
  readonly side: SideTab;
}

/** The choice of what stands beside the events. */
export interface SideTab {
  readonly tab: SideTabName;
  readonly show: (tab: SideTabName) => void;
}

/** The panels that can be hidden; `wide`: whether they stand side by side. */
export function usePanelSwitches(wide: boolean): PanelSwitches {
  return {
    palette: usePanelSwitch(wide, '196px'),
    lower: usePanelSwitch(wide, '36%'),
    inspector: usePanelSwitch(wide, '320px'),
    python: useViewSwitch('reactor-studio/python'),
    chain: useViewSwitch('reactor-studio/chain'),
    lessons: useLessonSwitch(),
    side: useSideTab(),
  };
}

/** A view that is there or not: it comes and goes with its line. `key`: where that is kept. */
function useViewSwitch(key: string): PanelSwitch {
  const [shown, setShown] = useState(() => pageStorage.getItem(key) === 'yes');
  return {
    usable: true,
    shown,
    toggle: () => {
      setShown(!shown);
      pageStorage.setItem(key, shown ? 'no' : 'yes');
    },
  };
}

function useSideTab(): SideTab {
  const [tab, setTab] = useState(() => sideTabOf(pageStorage.getItem(SIDE_TAB)));
  return {
    tab,
    show: (chosen) => {
      setTab(chosen);
      pageStorage.setItem(SIDE_TAB, chosen);
    },
  };
}

const SIDE_TAB = 'reactor-studio/side';

function usePanelSwitch(usable: boolean, defaultSize: string): SwitchedPanel {
  const panelRef = usePanelRef();
  const [shown, setShown] = useState(true);
  const [wasShown, setWasShown] = useState(false);
  return {
    usable,
    shown,
    defaultSize,
    panelRef,
    onResize: () => {
      const isShown = panelRef.current?.isCollapsed() !== true;
      setShown(isShown);
      if (isShown) setWasShown(true);
    },
    toggle: () => {
      const panel = panelRef.current;
      if (panel === null) return;
      if (!panel.isCollapsed()) panel.collapse();
      else if (wasShown) panel.expand();
      // Folded since the page was loaded: it has no last size to come back to.
      else panel.resize(defaultSize);
    },
  };
}
