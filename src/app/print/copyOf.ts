/** What is there to be pressed only, and means nothing on paper. */
const FOR_SCREENS = '[data-for-screens]';

/** A copy of a part of the page that looks the same, canvases with what is painted on them. */
export function copyOf<E extends HTMLElement>(part: E): E {
  const copy = part.cloneNode(true) as E;
  const painted = part.querySelectorAll('canvas');
  for (const [index, canvas] of copy.querySelectorAll('canvas').entries()) {
    const source = painted[index];
    // A canvas without a pixel cannot be painted from.
    if (source !== undefined && source.width > 0 && source.height > 0) {
      canvas.getContext('2d')?.drawImage(source, 0, 0);
    }
  }
  for (const pressed of copy.querySelectorAll<HTMLElement>(FOR_SCREENS)) {
    // It keeps its place, which others lie beside.
    pressed.style.visibility = 'hidden';
  }
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
  return copy;
}
