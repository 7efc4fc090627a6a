import type { CssPixels } from '#base/units.ts';

import { mixed, type Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';

/** A text that stands in a shape, from `x` on and round the height `y`. */
export interface Label {
  readonly text: string;
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly width: CssPixels;
  readonly strength: number;
}

/** Writes a label in a CSS font family, cut where it is too wide. */
export function drawLabel(
  context: DrawContext,
  { text, x, y, width, strength }: Label,
  colours: Colours,
  family: string,
): void {
  context.font = `10px ${family}`;
  context.textBaseline = 'middle';
  const shown = fitted(text, width, (part) => context.measureText(part).width);
  if (shown === '') return;
  const [red, green, blue] = mixed(colours, 'text', strength);
  context.fillStyle = `rgb(${red},${green},${blue})`;
  context.fillText(shown, x, y);
}

/**
 * As much of a text as fits into a width, with an ellipsis where that is not all; nothing where next
 * to nothing does.
 */
export function fitted(
  text: string,
  width: CssPixels,
  measure: (text: string) => CssPixels,
): string {
  if (measure(text) <= width) return text;
  const characters = Array.from(text);
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${characters.slice(0, middle).join('')}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? '' : `${characters.slice(0, low).join('')}…`;
}
