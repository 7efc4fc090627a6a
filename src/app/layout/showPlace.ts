import type { PanelSwitch } from './usePanelSwitches.ts';

/** So many frames a panel may take to unfold. */
const PATIENCE = 30;

/**
 * Brings an element into sight, by its id, and gives the focus to the first thing in it that takes
 * it; `row` is the panel where it stands.
 */
export function showPlace(id: string, row: PanelSwitch): void {
  if (row.usable && !row.shown) row.toggle();
  focusFirst(id, PATIENCE);
}

function focusFirst(id: string, patience: number): void {
  const place = document.getElementById(id);
  const first = place?.querySelector<HTMLElement>('input, select, button, [tabindex="0"]') ?? place;
  first?.scrollIntoView({ block: 'nearest' });
  first?.focus();
  if ((first !== null && document.activeElement === first) || patience === 0) return;
  requestAnimationFrame(() => {
    focusFirst(id, patience - 1);
  });
}
