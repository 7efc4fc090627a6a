import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useRef, useState } from 'react';

import type { Point } from '#graph/layout/freePlace.ts';
import type { Guide } from '#graph/layout/guides.ts';
import { moveEdit } from '#graph/edits/moveEdit.ts';
import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import { useStudio } from '#store/useStudio.ts';

import type { ScheduleEdge } from '#schedule/edges.ts';
import { insertNode } from '#schedule/insertNode.ts';
import { composeEdits } from '#graph/edits/composeEdits.ts';

import { selectedAfter } from './selected.ts';
import { useGuides } from './useGuides.ts';

/** What React Flow reports, and what is made of it. */
export interface FlowChanges {
  /** Where cards are while they are dragged. */
  readonly moved: ReadonlyMap<string, Point>;
  /** The lines on which they meet others. */
  readonly guides: readonly Guide[];
  readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<ArrowEdge>[]) => void;
}

interface InHand {
  readonly moved: ReadonlyMap<string, Point>;
  readonly guides: readonly Guide[];
}

const NONE: InHand = { moved: new Map(), guides: [] };

/** What else is going on while React Flow reports, and what dragging cards may do besides moving them. */
interface FlowSurroundings {
  /**
   * Whether cards are on their way to their places: arrow keys would begin where they are seen then,
   * and are not heard.
   */
  readonly glides: boolean;
  /** Whether a box is drawn that selects by rules of its own. */
  readonly isBoxing: () => boolean;
  /** Whether what is in hand is a copy now. */
  readonly isCopying: () => boolean;
  readonly duplicateTo: (places: ReadonlyMap<string, Point>) => void;
  /** The arrow that a card is put into which is let go over it, or null. */
  readonly takeInto: () => ScheduleEdge | null;
}

/**
 * React Flow's changes: selections go to the view, places to the document once a card is let go.
 * Measurements go nowhere, for the layout is computed.
 */
export function useFlowChanges({
  glides,
  isBoxing,
  isCopying,
  duplicateTo,
  takeInto,
}: FlowSurroundings): FlowChanges {
  const studio = useStudio();
  const snap = useGuides();
  const [inHand, setInHand] = useState(NONE);
  // What was shown last: React Flow lets go where the pointer is, and not where a guide has held.
  const shown = useRef(NONE.moved);

  // React Flow moves what is selected by arrow keys too, at once: then nothing was in hand before.
  const dragging = useRef(false);

  const settle = (places: ReadonlyMap<string, Point>): void => {
    const { schedule } = studio.history.getState();
    const known = new Set(schedule.nodes.map(({ id }) => id));
    const left = new Map([...places].filter(([id]) => known.has(id)));
    const isCopy = dragging.current && isCopying();
    const into = takeInto();
    const [id] = left.keys();
    const insertion = into === null || id === undefined ? null : insertNode(into, id);
    const move = isCopy ? null : moveEdit(schedule, left, dragging.current);
    const edit =
      insertion === null || move === null ? move : composeEdits(insertion.label, [move, insertion]);
    dragging.current = false;
    if (isCopy) duplicateTo(left);
    if (edit !== null) studio.edit(edit);
  };

  return {
    ...inHand,
    onNodesChange(changes) {
      const { selection } = studio.view.getState();
      const nodes = isBoxing() ? selection.nodes : selectedAfter(selection.nodes, changes);
      if (nodes !== selection.nodes) studio.select({ nodes });

      const dragged = new Map<string, Point>();
      const letGo = new Map<string, Point>();
      for (const change of changes) {
        if (change.type !== 'position' || change.position === undefined) continue;
        if (change.dragging === true) dragged.set(change.id, change.position);
        else letGo.set(change.id, shown.current.get(change.id) ?? change.position);
      }
      if (dragged.size > 0) {
        dragging.current = true;
        const { aside, guides } = snap(dragged);
        const moved = new Map(shown.current);
        for (const [id, { x, y }] of dragged) moved.set(id, { x: x + aside.x, y: y + aside.y });
        shown.current = moved;
        setInHand({ moved, guides });
      }
      if (letGo.size === 0) return;
      if (dragging.current || !glides) settle(letGo);
      shown.current = NONE.moved;
      setInHand(NONE);
    },
    onEdgesChange(changes) {
      if (isBoxing()) return;
      const { selection } = studio.view.getState();
      const edges = selectedAfter(selection.edges, changes);
      if (edges !== selection.edges) studio.select({ edges });
    },
  };
}
