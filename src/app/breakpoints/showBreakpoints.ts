import type { PanelSwitch } from '#app/layout/usePanelSwitches.ts';

/** The element that holds the list of breakpoints. */
export const BREAKPOINTS_ID = 'breakpoints';

/** So many frames a panel may take to unfold. */
const PATIENCE = 30;

/** Brings the breakpoints into sight and gives them the focus; `row` is where they stand. */
export function showBreakpoints(row: PanelSwitch): void {
  if (row.usable && !row.shown) row.toggle();
  focusList(PATIENCE);
}

function focusList(patience: number): void {
  const place = document.getElementById(BREAKPOINTS_ID);
  const first = place?.querySelector<HTMLElement>('input, select, button') ?? place;
  first?.scrollIntoView({ block: 'nearest' });
  first?.focus();
  if ((first !== null && document.activeElement === first) || patience === 0) return;
  requestAnimationFrame(() => {
    focusList(patience - 1);
  });
}
