import type { CssPixels } from '#base/units.ts';

import { GRID, onGrid, overlaps, type Area, type Point } from './freePlace.ts';

/** How far what is put down stays away from others. */
const CLEAR: CssPixels = 40;

/** The distance between two places that are tried: small near the wanted one, and larger further away. */
const STRIDES = 24;

/**
 * The place nearest to the wanted one, on the grid, where an area covers none of the others. It is
 * the wanted one itself where nothing is in the way.
 */
export function nearestFree(wanted: Area, others: readonly Area[]): Point {
  const isFree = (x: CssPixels, y: CssPixels): boolean => {
    const { width, height } = wanted;
    const grown = {
      x: x - CLEAR + 1,
      y: y - CLEAR + 1,
      width: width + 2 * CLEAR - 2,
      height: height + 2 * CLEAR - 2,
    };
    return !others.some((other) => overlaps(grown, other));
  };
  const { x, y } = onGrid(wanted);
  // Any place beyond all others is free, so the search ends.
  for (let reach = 0, stride = GRID; ; reach += stride) {
    const ring = ringOf(reach, stride).filter(([right, down]) => isFree(x + right, y + down));
    const [nearest] = ring.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
    if (nearest !== undefined) return { x: x + nearest[0], y: y + nearest[1] };
    if (reach >= stride * STRIDES) stride *= 2;
  }
}

/** Places on the sides of a square around 0, 0: right and lower ones first, for arrows run that way. */
function ringOf(
  reach: CssPixels,
  stride: CssPixels,
): readonly (readonly [x: CssPixels, y: CssPixels])[] {
  if (reach === 0) return [[0, 0]];
  const ring: [CssPixels, CssPixels][] = [];
  for (let along = -reach; along <= reach; along += stride) {
    ring.push([reach, along], [along, reach], [along, -reach], [-reach, along]);
  }
  return ring;
}
