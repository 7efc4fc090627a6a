import type { PanelSwitch } from './usePanelSwitches.ts';

/** So many frames a panel may take to unfold. */
const PATIENCE = 30;

/**
 * Brings an element into sight, by its id, and gives the focus to the first thing in it that takes
 * it, or to itself to be read as a whole; `row` is the panel where it stands.
 */
export function showPlace(id: string, row: PanelSwitch, focused: Focused = 'first'): void {
  if (row.usable && !row.shown) row.toggle();
  focus(id, focused, PATIENCE);
}

type Focused = 'first' | 'whole';

// not shown: a selector of CSS
const FIRST = 'input, select, button, [tabindex="0"]';

function focus(id: string, focused: Focused, patience: number): void {
  const place = document.getElementById(id);
  const inside = focused === 'first' ? place?.querySelector<HTMLElement>(FIRST) : null;
  const first = inside ?? place;
  first?.scrollIntoView({ block: 'nearest' });
  first?.focus();
  if ((first !== null && document.activeElement === first) || patience === 0) return;
  requestAnimationFrame(() => {
    focus(id, focused, patience - 1);
  });
}
