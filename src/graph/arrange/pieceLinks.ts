import type { CssPixels } from '#base/units.ts';
import { fieldKey, stepKey, TARGET } from '#graph/layout/ports.ts';
import { deriveEdges, type ScheduleEdge } from '#schedule/edges.ts';
import type { Schedule } from '#schedule/schema.ts';

import type { BoxLink } from './box.ts';
import type { Piece, Pieces } from './pieces.ts';

/** Gives the links between pieces that lie in the same frame, or outside of all. */
export type LinksBetween = (pieces: readonly Piece[]) => readonly BoxLink[];

/** What arrows do that tell of an end or of a change, not of what comes next. */
const WEAK: ReadonlySet<string> = new Set(['stop', 'cancel', 'pause', 'resume', 'reset', 'delay']);

/**
 * The arrows of a schedule as links between pieces: one that leads from inside a frame to the
 * outside, or into another frame, is a link of the frames.
 */
export function pieceLinks(schedule: Schedule, pieces: Pieces): LinksBetween {
  const arrows = deriveEdges(schedule).flatMap((edge) => {
    const source = pieces.byId.get(edge.source);
    const target = pieces.byId.get(edge.target);
    if (source === undefined || target === undefined || source === target) return [];
    return [{ source, target, y: portY(edge, pieces), weak: isWeak(edge) }];
  });
  return (chosen) => {
    const outer = chosen[0]?.outer ?? null;
    const known = new Set(chosen);
    return arrows.flatMap(({ source, target, y, weak }): readonly BoxLink[] => {
      const from = pieceIn(source, outer);
      const to = pieceIn(target, outer);
      if (from === null || to === null || from === to) return [];
      if (!known.has(from) || !known.has(to)) return [];
      const sourceY = source.area.y - from.area.y + y;
      const targetY = target.area.y - to.area.y + TARGET.y;
      return [{ source: from.id, target: to.id, sourceY, targetY, weak }];
    });
  };
}

/** The piece directly inside of `outer` that a piece is, or lies in; null where it lies elsewhere. */
function pieceIn(piece: Piece, outer: Piece | null): Piece | null {
  let at: Piece | null = piece;
  while (at !== null && at.outer !== outer) at = at.outer;
  return at;
}

function isWeak(edge: ScheduleEdge): boolean {
  return edge.by === 'step' && WEAK.has(edge.does);
}

/** How far below the upper edge of its card an arrow leaves. */
function portY(edge: ScheduleEdge, { layouts }: Pieces): CssPixels {
  const layout = layouts.get(edge.source);
  const id =
    edge.by === 'step'
      ? layout?.portOfStep.get(stepKey(edge.place, edge.step))
      : layout?.field?.portOfName.get(fieldKey(edge.field, edge.index));
  return layout?.ports.find((port) => port.id === id)?.y ?? TARGET.y;
}
