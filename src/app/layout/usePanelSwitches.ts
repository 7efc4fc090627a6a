import { useState, type RefObject } from 'react';
import { usePanelRef, type PanelImperativeHandle } from 'react-resizable-panels';

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
  readonly python: SwitchedPanel;
}

/** The panels that can be hidden; `wide`: whether they stand side by side. */
export function usePanelSwitches(wide: boolean): PanelSwitches {
  return {
    palette: usePanelSwitch(wide, '196px'),
    lower: usePanelSwitch(wide, '36%'),
    inspector: usePanelSwitch(wide, '320px'),
    python: usePythonSwitch(wide),
  };
}

/** The Python view: hidden until it is asked for. */
function usePythonSwitch(wide: boolean): SwitchedPanel {
  const panel = usePanelSwitch(true, '420px', false);
  const [inColumn, setInColumn] = useState(false);
  if (wide) return panel;
  return {
    ...panel,
    shown: inColumn,
    toggle: () => {
      setInColumn(!inColumn);
    },
  };
}

function usePanelSwitch(usable: boolean, defaultSize: string, atFirst = true): SwitchedPanel {
  const panelRef = usePanelRef();
  const [shown, setShown] = useState(atFirst);
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
