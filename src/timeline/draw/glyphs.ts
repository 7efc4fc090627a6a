import type { CssPixels } from '#base/units.ts';

import type { Glyph } from './layer.ts';
import { MARK_LOOKS, type PathContext } from './markLooks.ts';

/** The parts of a drawing context that draw a glyph. */
export type GlyphContext = PathContext &
  Pick<CanvasRenderingContext2D, 'beginPath' | 'fill' | 'stroke' | 'fillRect'> & {
    fillStyle: unknown;
    strokeStyle: unknown;
    lineWidth: number;
  };

/** The line of the surface round a filled mark that parts it from what is below. */
const HALO: CssPixels = 2;

/** A glyph reaches no further than this from its point. */
export const GLYPH_REACH: CssPixels = 11;

/** Draws a glyph in a colour, both as CSS has colours, on a surface. */
export function drawGlyph(
  context: GlyphContext,
  glyph: Glyph,
  x: CssPixels,
  y: CssPixels,
  colour: string,
  surface: string,
): void {
  const look = MARK_LOOKS[glyph];
  const { line } = look;
  context.beginPath();
  look.path(context, x, y);
  context.strokeStyle = line === undefined ? surface : colour;
  context.lineWidth = line ?? HALO;
  context.stroke();
  if (line !== undefined) return;
  context.fillStyle = colour;
  context.fill();
  if (glyph !== 'unhandled') return;
  context.fillStyle = surface;
  context.fillRect(x - 0.9, y - 4.5, 1.8, 6);
  context.fillRect(x - 0.9, y + 2.75, 1.8, 1.8);
}
