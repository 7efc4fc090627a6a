const ROWS_BEFORE = 8;
const ROWS_AFTER = 3;
const NO_MORE = '(no more rows)';

/**
 * The first row in which two lists differ, in words, with both side by side around it. Null where
 * all rows are the same. `title` names the second list; the first is Twisted's.
 */
export function sideBySide(
  twisted: readonly string[],
  ours: readonly string[],
  title: string,
): string | null {
  const length = Math.max(twisted.length, ours.length);
  const at = Array.from({ length }).findIndex((_, index) => twisted[index] !== ours[index]);
  if (at === -1) return null;
  const end = Math.min(length, at + ROWS_AFTER + 1);
  const from = Math.max(0, at - ROWS_BEFORE);
  const shown = Array.from({ length: end - from }, (_, index) => from + index);
  const line = (index: number): string => twisted[index] ?? NO_MORE;
  const width = Math.max(...shown.map((index) => line(index).length), 'Twisted'.length);
  const table = shown.map((index) => {
    const mark = twisted[index] === ours[index] ? ' ' : '>';
    const number = String(index).padStart(3);
    return `${mark} ${number}  ${line(index).padEnd(width)}  ${ours[index] ?? NO_MORE}`;
  });
  return [
    `the first difference is in row ${at}`,
    `  row  ${'Twisted'.padEnd(width)}  ${title}`,
    ...table,
  ].join('\n');
}
