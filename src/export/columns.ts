/** East Asian letters and pictures take two columns in the fonts that programs are read in. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\u{1f300}-\u{3fffd}]/u;

/** How many columns of a line a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** Whether a text takes more than so many columns. */
export function isWiderThan(text: string, width: number): boolean {
  return text.length > 2 * width || columnsOf(text) > width;
}
