import type { CssPixels } from '#base/units.ts';
import { markHeight } from '#timeline/layout/markHeight.ts';
import type { GhostBand } from '#timeline/shapes/ghostBands.ts';
import type { RowShapes } from '#timeline/shapes/rowShapes.ts';

import type { Layer } from './layer.ts';
import { FAINT } from './picture.ts';

const HALF_BAND: CssPixels = 2.5;

/** How strong a ghost is that lies before the playhead. */
const PAST = 0.85;

/** Draws the grid points that a loop has missed, as ticks that are not there; many are a hollow band. */
export function drawGhosts(layer: Layer, { ghosts }: RowShapes, y: CssPixels): void {
  const middle = y + markHeight('ghost');
  drawBands(layer, ghosts.coming, middle, FAINT);
  drawBands(layer, ghosts.happened, middle, PAST);
}

function drawBands(
  layer: Layer,
  bands: readonly GhostBand[],
  y: CssPixels,
  strength: number,
): void {
  for (const { from, to } of bands) {
    if (to === from) layer.glyph('ghost', from, y, strength);
    else {
      const left = from - HALF_BAND;
      const width = to - from + 2 * HALF_BAND;
      layer.fill(left, y - HALF_BAND, width, 2 * HALF_BAND, 'paused', strength);
      layer.fill(left + 1, y - HALF_BAND + 1, width - 2, 2 * HALF_BAND - 2, 'surface', 1);
    }
  }
}
