/** The id of a row's element: what `aria-activedescendant` names. */
export function eventRowId(listId: string, row: number): string {
  return `${listId}-row-${row}`;
}
