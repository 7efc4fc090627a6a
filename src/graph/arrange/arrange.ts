import { bounds } from '#graph/layout/bounds.ts';
import { onGrid, overlaps, type Area, type Point } from '#graph/layout/freePlace.ts';
import type { Schedule } from '#schedule/schema.ts';

import { arrangeLevel } from './arrangeLevel.ts';
import { nearestFree } from '#graph/layout/nearestFree.ts';
import { pieceLinks, type LinksBetween } from './pieceLinks.ts';
import { fitFrame, movePiece, piecesOf, type Piece } from './pieces.ts';

/** What of a schedule is arranged: all of it, or these nodes with all that lies in them. */
export type ToArrange = 'all' | ReadonlySet<string>;

/**
 * New places for nodes, from left to right along their arrows: cards and frames as large as they
 * are, members in their frames, nothing over anything else. What is arranged keeps its middle; all
 * else stays where it is, but a frame that grows over its neighbours goes aside with its members.
 * Gives the places of those that move.
 */
export function arrange(schedule: Schedule, what: ToArrange): ReadonlyMap<string, Point> {
  const pieces = piecesOf(schedule);
  const before = new Map(Array.from(pieces.byId.values(), ({ id, area }) => [id, area]));
  const linksBetween = pieceLinks(schedule, pieces);
  const isChosen = ({ id }: Piece): boolean => what === 'all' || what.has(id);

  /** Goes through what lies in a frame, or outside of all, from the inside out. */
  const goThrough = (level: readonly Piece[]): void => {
    const chosen = level.filter(isChosen);
    const others = level.filter((piece) => !isChosen(piece));
    const grown = others.filter((piece) => {
      const { width, height } = piece.area;
      goThrough(piece.inside);
      fitFrame(piece);
      return piece.area.width > width || piece.area.height > height;
    });
    if (chosen.length > 0) arrangeTogether(chosen, areasOf(others), linksBetween);
    for (const piece of grown) {
      const rest = areasOf(level.filter((other) => other !== piece));
      if (rest.some((area) => overlaps(area, piece.area))) {
        movePiece(piece, nearestFree(piece.area, rest));
      }
    }
  };
  goThrough(pieces.outermost);

  const places = new Map<string, Point>();
  for (const { id, area } of pieces.byId.values()) {
    const old = before.get(id);
    if (area.x !== old?.x || area.y !== old.y) places.set(id, { x: area.x, y: area.y });
  }
  return places;
}

/** Arranges pieces of one level around their common middle, or where they cover none of the others. */
function arrangeTogether(
  pieces: readonly Piece[],
  others: readonly Area[],
  linksBetween: LinksBetween,
): void {
  const { x, y, width, height } = bounds(areasOf(pieces));
  for (const piece of pieces) arrangeInside(piece, linksBetween);
  const level = levelOf(pieces, linksBetween);
  const corner = onGrid({ x: x + (width - level.width) / 2, y: y + (height - level.height) / 2 });
  place(pieces, level.places, nearestFree({ ...corner, ...sizeOf(level) }, others));
}

/** Arranges all that lies in a frame. */
function arrangeInside(piece: Piece, linksBetween: LinksBetween): void {
  if (piece.inside.length === 0) return;
  for (const inner of piece.inside) arrangeInside(inner, linksBetween);
  place(piece.inside, levelOf(piece.inside, linksBetween).places, { x: 0, y: 0 });
  fitFrame(piece);
}

function levelOf(
  pieces: readonly Piece[],
  linksBetween: LinksBetween,
): ReturnType<typeof arrangeLevel> {
  const boxes = pieces.map(({ id, area }) => ({ id, ...sizeOf(area) }));
  return arrangeLevel(boxes, linksBetween(pieces));
}

function place(pieces: readonly Piece[], places: ReadonlyMap<string, Point>, corner: Point): void {
  for (const piece of pieces) {
    const { x, y } = places.get(piece.id) ?? { x: 0, y: 0 };
    movePiece(piece, { x: corner.x + x, y: corner.y + y });
  }
}

function sizeOf({ width, height }: Pick<Area, 'width' | 'height'>): Pick<Area, 'width' | 'height'> {
  return { width, height };
}

function areasOf(pieces: readonly Piece[]): readonly Area[] {
  return pieces.map(({ area }) => area);
}
