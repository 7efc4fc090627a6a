/** The row that an element is in, or null. */
export function rowAt(target: EventTarget): number | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest('[data-row]')?.getAttribute('data-row');
  return row === null || row === undefined ? null : Number(row);
}
