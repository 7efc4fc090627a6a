import type { PanelSwitch } from '#app/layout/usePanelSwitches.ts';

/** The element that holds the list of problems. */
export const PROBLEMS_ID = 'problems';

/** So many frames a column may take to unfold, and the list to have its rows. */
const PATIENCE = 30;

/** Brings the list of problems into sight and gives it the focus; `column` is where it stands. */
export function showProblems(column: PanelSwitch): void {
  if (column.usable && !column.shown) column.toggle();
  focusList(PATIENCE);
}

function focusList(patience: number): void {
  const place = document.getElementById(PROBLEMS_ID);
  if (place === null) return;
  place.scrollIntoView({ block: 'nearest' });
  const first = place.querySelector('button') ?? place;
  first.focus();
  if (document.activeElement === first || patience === 0) return;
  requestAnimationFrame(() => {
    focusList(patience - 1);
  });
}
