import type { CssPixels } from '#base/units.ts';

/** A place in the graph's own pixels. */
export interface Point {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** A part of the graph's plane. */
export interface Area extends Point {
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** The grid that cards stand on. */
export const GRID: CssPixels = 10;

/** How far below or above others a new card stands. */
const MARGIN: CssPixels = 40;
/** How far beside others: an arrow between them has a label. */
const ASIDE: CssPixels = 110;
/** Ports and the toolbar stick out of a card: so far it stays away from the edges of the view. */
const INSET: CssPixels = 30;
/** The distance between two places that are tried. */
const STRIDE: CssPixels = 40;

/** A place for a card on the grid. */
export function onGrid({ x, y }: Point): Point {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}

/**
 * A place for a card of this size that covers no other: the one in view nearest to the middle of
 * the view, or right of all cards where none in view is free.
 */
export function freePlace(
  cards: readonly Area[],
  view: Area,
  size: Pick<Area, 'width' | 'height'>,
): Point {
  const middle = {
    x: view.x + (view.width - size.width) / 2,
    y: view.y + (view.height - size.height) / 2,
  };
  const across = Math.max(0, Math.floor(((view.width - size.width) / 2 - INSET) / STRIDE));
  const down = Math.max(0, Math.floor(((view.height - size.height) / 2 - INSET) / STRIDE));
  const tried: Point[] = [];
  for (let row = -down; row <= down; row += 1) {
    for (let column = -across; column <= across; column += 1) {
      tried.push({ x: middle.x + column * STRIDE, y: middle.y + row * STRIDE });
    }
  }
  // Of two that are equally near, the right and the lower one: arrows run that way.
  tried.sort((a, b) => distance(a, middle) - distance(b, middle) || b.x - a.x || b.y - a.y);
  const near = cards.filter((card) => overlaps(card, grown(view)));
  const free = tried.find(
    (place) => !near.some((card) => overlaps(card, grown({ ...place, ...size }))),
  );
  if (free !== undefined) return onGrid(free);
  const right = Math.max(view.x, ...cards.map((card) => card.x + card.width));
  return onGrid({ x: right + ASIDE, y: middle.y });
}

/** Whether two areas have a point in common. */
export function overlaps(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether an area lies wholly in another. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function grown({ x, y, width, height }: Area): Area {
  return {
    x: x - ASIDE,
    y: y - MARGIN,
    width: width + 2 * ASIDE,
    height: height + 2 * MARGIN,
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
