import type { CssPixels } from '#base/units.ts';

/** A place in an element, from its upper left corner. */
interface LocalPoint {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** Where a pointer of the window is. */
interface Pointed {
  readonly clientX: CssPixels;
  readonly clientY: CssPixels;
}

/**
 * Where a pointer is in an element, in the element's own pixels: where a part of the page is shown
 * larger (CSS `zoom`), those are larger than the window's.
 */
export function localPoint(element: HTMLElement, { clientX, clientY }: Pointed): LocalPoint {
  const { left, top, width } = element.getBoundingClientRect();
  const { offsetWidth } = element;
  const zoom = width > 0 && offsetWidth > 0 ? width / offsetWidth : 1;
  return { x: (clientX - left) / zoom, y: (clientY - top) / zoom };
}
