import type { CssPixels } from '#base/units.ts';
import type { MarkKind } from '#timeline/layout/lane.ts';

import type { ColourName } from './colours.ts';

/** A mark that is drawn as a figure of its own. */
export type Glyph = MarkKind | 'ghost';

/**
 * Where the shapes of rows go, one over the other: pixels of a canvas, or figures of a picture.
 * `strength` is how much there is of a colour, from 0 to 1; the rest is the surface, for nothing
 * shines through.
 */
export interface Layer {
  /** Fills an upright rectangle. */
  fill(
    x: CssPixels,
    y: CssPixels,
    width: CssPixels,
    height: CssPixels,
    colour: ColourName,
    strength: number,
  ): void;
  /** Puts a figure round a point. */
  glyph(glyph: Glyph, x: CssPixels, y: CssPixels, strength: number): void;
  /** Writes a text over all shapes, from `x` on and round the height `y`; cut where it is too wide. */
  label(text: string, x: CssPixels, y: CssPixels, width: CssPixels, strength: number): void;
}
