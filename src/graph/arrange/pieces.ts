import type { CssPixels } from '#base/units.ts';
import { bounds } from '#graph/layout/bounds.ts';
import { cardLayout, type CardLayout } from '#graph/layout/cardLayout.ts';
import { EMPTY_FRAME, FRAME_ASIDE, frameAbove, framesOf } from '#graph/layout/frames.ts';
import type { Area, Point } from '#graph/layout/freePlace.ts';
import { functionNamed } from '#schedule/places.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';

/** A card or a frame while it is arranged. Its area changes; its size is the true one. */
export interface Piece {
  readonly id: string;
  /** The piece that it lies in; null outside of all frames. */
  readonly outer: Piece | null;
  /** The header of a frame; null for a card. */
  readonly header: CssPixels | null;
  /** What lies in a frame directly, in the order of the document. */
  readonly inside: readonly Piece[];
  area: Area;
}

/** The pieces of a schedule as they stand now. */
export interface Pieces {
  /** Those outside of all frames. */
  readonly outermost: readonly Piece[];
  readonly byId: ReadonlyMap<string, Piece>;
  readonly layouts: ReadonlyMap<string, CardLayout>;
}

/** The cards and frames of a schedule. */
export function piecesOf(schedule: Schedule): Pieces {
  const layouts = new Map(
    schedule.nodes.map((node) => [
      node.id,
      cardLayout(node, (name) => functionNamed(schedule, name)),
    ]),
  );
  const frames = framesOf(schedule.nodes, ({ id }) => layouts.get(id) ?? EMPTY_FRAME);
  const byId = new Map<string, Piece>();
  const pieceOf = (node: ScheduleNode, outer: Piece | null): Piece => {
    const frame = frames.get(node.id);
    const inside: Piece[] = [];
    const { width, height } = layouts.get(node.id) ?? EMPTY_FRAME;
    const area = frame ?? { ...node.position, width, height };
    const piece: Piece = {
      id: node.id,
      outer,
      header: frame?.header ?? null,
      inside,
      area: { x: area.x, y: area.y, width: area.width, height: area.height },
    };
    byId.set(node.id, piece);
    for (const member of frame?.members ?? []) inside.push(pieceOf(member, piece));
    return piece;
  };
  const outermost = schedule.nodes
    .filter(({ kind, id }) => kind !== 'service' || frames.has(id))
    .filter(({ service }) => service === undefined || !frames.has(service))
    .map((node) => pieceOf(node, null));
  return { outermost, byId, layouts };
}

/** Moves a piece with all that lies in it. */
export function movePiece(piece: Piece, to: Point): void {
  const { area } = piece;
  const [x, y] = [to.x - area.x, to.y - area.y];
  if (x === 0 && y === 0) return;
  piece.area = { ...area, x: to.x, y: to.y };
  for (const inner of piece.inside) {
    movePiece(inner, { x: inner.area.x + x, y: inner.area.y + y });
  }
}

/** Lets a frame lie around what is inside of it. */
export function fitFrame(piece: Piece): void {
  const { header, inside } = piece;
  if (header === null || inside.length === 0) return;
  const { x, y, width, height } = bounds(inside.map(({ area }) => area));
  const above = frameAbove(header);
  piece.area = {
    x: x - FRAME_ASIDE,
    y: y - above,
    width: Math.max(width + 2 * FRAME_ASIDE, EMPTY_FRAME.width),
    height: height + above + FRAME_ASIDE,
  };
}
