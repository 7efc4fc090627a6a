/** The row that a key moves to in a list; null where the key moves nothing. `page`: rows in sight. */
export function movedCursor(
  key: string,
  row: number,
  rowCount: number,
  page: number,
): number | null {
  const to = target(key, row, rowCount, page);
  return to === null ? null : Math.max(0, Math.min(rowCount - 1, to));
}

function target(key: string, row: number, rowCount: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + page;
    case 'PageUp':
      return row - page;
    case 'Home':
      return 0;
    case 'End':
      return rowCount - 1;
    default:
      return null;
  }
}
