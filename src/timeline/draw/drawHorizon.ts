import type { CssPixels, Seconds } from '#base/units.ts';
import { xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import type { Colours } from './colours.ts';
import type { DrawContext } from './drawContext.ts';

const DASH: CssPixels = 4;

/**
 * Draws the document's horizon where a run has gone on beyond it: a dashed line over a height, with
 * its name where there is a font for it. Null: it has not.
 */
export function drawHorizon(
  context: DrawContext,
  horizon: Seconds | null,
  { scale, colours }: { readonly scale: TimeScale; readonly colours: Colours },
  height: CssPixels,
  font?: string,
): void {
  if (horizon === null) return;
  const x = Math.round(xOf(scale, horizon));
  if (x < 0 || x > scale.width) return;
  context.fillStyle = colours.textFaint;
  for (let y = 0; y < height; y += 2 * DASH) {
    context.fillRect(x, y, 1, Math.min(DASH, height - y));
  }
  if (font === undefined) return;
  context.font = `10px ${font}`;
  context.textBaseline = 'top';
  context.fillText('horizon', x + 4, 1);
}
