/** The id of a row's element: what `aria-activedescendant` names. */
export function listRowId(listId: string, row: number): string {
  return `${listId}-row-${row}`;
}
