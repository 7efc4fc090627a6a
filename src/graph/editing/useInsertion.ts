import { createContext, useRef, useState } from 'react';

import type { Point } from '#graph/layout/freePlace.ts';
import { deriveEdges, type ScheduleEdge } from '#schedule/edges.ts';
import { canInsert } from '#schedule/insertNode.ts';
import type { NodeKind } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

/** The id of the arrow that takes what is in hand between its ends; null: none does. */
export const InsertionContext = createContext<string | null>(null);

/** What is in hand over the canvas. */
interface InHand {
  readonly kind: NodeKind;
  /** The id of the node; null: it is to be added. */
  readonly id: string | null;
}

/** Finds the arrow that a card is let go over, to be put between its ends. */
export interface Insertion {
  /** The arrow that would take it. */
  readonly into: ScheduleEdge | null;
  /** Looks what lies below a point of the window. */
  readonly over: (point: Point, inHand: InHand) => void;
  /** The arrow that takes it; nothing is in hand after that. */
  readonly take: () => ScheduleEdge | null;
}

/** What is in hand over this canvas, and the arrow that would take it. */
export function useInsertion(): Insertion {
  const { history } = useStudio();
  const [into, setInto] = useState<ScheduleEdge | null>(null);
  // React Flow may hold the handler of an earlier render while it drags.
  const found = useRef<ScheduleEdge | null>(null);
  const find = (edge: ScheduleEdge | null): void => {
    if (edge?.id === found.current?.id) return;
    found.current = edge;
    setInto(edge);
  };
  return {
    into,
    over(point, { kind, id }) {
      const arrow = arrowAt(point, id);
      if (arrow === null) {
        find(null);
        return;
      }
      const edges = deriveEdges(history.getState().schedule);
      const isFree = !edges.some(({ source, target }) => source === id || target === id);
      const edge = edges.find((candidate) => candidate.id === arrow);
      find(edge !== undefined && isFree && canInsert(edge, kind) ? edge : null);
    },
    take() {
      const { current } = found;
      find(null);
      return current;
    },
  };
}

/** The arrow below a point, where no other card lies over it. */
function arrowAt({ x, y }: Point, inHand: string | null): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const arrow = element.closest('.react-flow__edge')?.getAttribute('data-id') ?? null;
    if (arrow !== null) return arrow;
    const card = element.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
    if (card !== null && card !== inHand) return null;
  }
  return null;
}
