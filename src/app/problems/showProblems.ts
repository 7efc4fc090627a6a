import type { PanelSwitch } from '#app/layout/usePanelSwitches.ts';

/** The element that holds the list of problems. */
export const PROBLEMS_ID = 'problems';

/** Brings the list of problems into sight and gives it the focus; `column` is where it stands. */
export function showProblems(column: PanelSwitch): void {
  if (column.usable && !column.shown) column.toggle();
  // Once the column is unfolded.
  requestAnimationFrame(() => {
    const place = document.getElementById(PROBLEMS_ID);
    place?.scrollIntoView({ block: 'nearest' });
    (place?.querySelector('button') ?? place)?.focus();
  });
}
