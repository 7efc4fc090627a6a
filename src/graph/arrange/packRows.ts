import type { CssPixels } from '#base/units.ts';
import type { Area, Point } from '#graph/layout/freePlace.ts';

/** Between two groups in a row, and between two rows. */
const ASIDE: CssPixels = 80;
const BELOW: CssPixels = 60;

/** How many times as wide as high the whole becomes, about: as a window is. */
const SHAPE = 1.6;

/** Places areas in rows, in their order, none over another. The first one stands at 0, 0. */
export function packRows(areas: readonly Pick<Area, 'width' | 'height'>[]): readonly Point[] {
  const taken = areas.reduce(
    (sum, { width, height }) => sum + (width + ASIDE) * (height + BELOW),
    0,
  );
  const most = Math.max(Math.sqrt(taken * SHAPE), ...areas.map(({ width }) => width));
  let x = 0;
  let y = 0;
  let lowest = 0;
  return areas.map(({ width, height }) => {
    if (x > 0 && x + width > most) {
      x = 0;
      y = lowest + BELOW;
    }
    const place = { x, y };
    x += width + ASIDE;
    lowest = Math.max(lowest, y + height);
    return place;
  });
}
