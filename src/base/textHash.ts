/**
 * A short mark of a text: two texts with different marks are different. Of texts with one mark it
 * is almost certain that they are the same, unless somebody has made them so.
 */
export function textHash(text: string): string {
  // FNV-1a, once forwards and once over the positions too, so that 64 bits tell texts apart.
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + index), 0x5bd1e995);
  }
  const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0');
  return `${text.length}-${hex(first)}${hex(second)}`;
}
