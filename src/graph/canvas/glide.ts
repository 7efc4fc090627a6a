import type { CssPixels, Milliseconds } from '#base/units.ts';
import { overlaps, type Area, type Point } from '#graph/layout/freePlace.ts';
import { CARD_WIDTH } from '#graph/layout/metrics.ts';
import type { Schedule } from '#schedule/schema.ts';

import { isAnotherDocument } from './anotherDocument.ts';

/** Cards on their way from where they were to where the document has them now. */
export type Glide = ReadonlyMap<string, { readonly from: Point; readonly to: Point }>;

/** How long cards are on their way. */
export const GLIDE_TIME: Milliseconds = 200;

/** What has moved no further than a step of the arrow keys is there at once. */
const SMALL: CssPixels = 40;

/** More cards than this in view do not glide: a frame of the picture would take too long. */
const MOST_GLIDING = 150;

/** About how high a card is: what only just reaches into view may as well glide. */
const HEIGHT: CssPixels = 400;

/**
 * The cards that glide after an edit: those that moved, by arranging, undo or redo, and are in view
 * before or after. `shown` are the places of cards that were on their way already. Null where
 * nothing glides: only little has moved, too much of it is in view, or it is another document.
 */
export function glideBetween(
  before: Schedule,
  after: Schedule,
  shown: ReadonlyMap<string, Point>,
  view: Area,
): Glide | null {
  if (before.nodes === after.nodes || isAnotherDocument(before, after)) return null;
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const glide = new Map<string, { from: Point; to: Point }>();
  let furthest = 0;
  for (const node of after.nodes) {
    const known = old.get(node.id);
    if (known === undefined) continue;
    const from = shown.get(node.id) ?? known.position;
    const to = node.position;
    if (from.x === to.x && from.y === to.y) continue;
    furthest = Math.max(furthest, Math.abs(from.x - to.x), Math.abs(from.y - to.y));
    if (isInView(from, view) || isInView(to, view)) glide.set(node.id, { from, to });
  }
  const isWorthIt = furthest > SMALL && glide.size > 0 && glide.size <= MOST_GLIDING;
  return isWorthIt ? glide : null;
}

function isInView({ x, y }: Point, view: Area): boolean {
  return overlaps({ x, y, width: CARD_WIDTH, height: HEIGHT }, view);
}

/** Where the cards of a glide are when a part of its time, from 0 to 1, is over: fast first, then slower. */
export function glidePlaces(glide: Glide, part: number): ReadonlyMap<string, Point> {
  const way = 1 - (1 - part) ** 3;
  return new Map(
    Array.from(glide, ([id, { from, to }]) => [
      id,
      { x: from.x + way * (to.x - from.x), y: from.y + way * (to.y - from.y) },
    ]),
  );
}
