import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useRef, useState } from 'react';

import type { Point } from '#graph/layout/freePlace.ts';
import { moveEdit } from '#graph/edits/moveEdit.ts';
import type { ArrowEdge, FlowNode } from '#graph/flow/flowTypes.ts';
import { useStudio } from '#store/useStudio.ts';

import type { ScheduleEdge } from '#schedule/edges.ts';
import { insertNode } from '#schedule/insertNode.ts';
import { composeEdits } from '#graph/edits/composeEdits.ts';

import { selectedAfter } from './selected.ts';

/** What React Flow reports, and what is made of it. */
export interface FlowChanges {
  /** Where cards are while they are dragged. */
  readonly moved: ReadonlyMap<string, Point>;
  readonly onNodesChange: (changes: NodeChange<FlowNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<ArrowEdge>[]) => void;
}

const NONE: ReadonlyMap<string, Point> = new Map();

/** What else is going on while React Flow reports. */
interface FlowSurroundings {
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
  isBoxing,
  isCopying,
  duplicateTo,
  takeInto,
}: FlowSurroundings): FlowChanges {
  const studio = useStudio();
  const [moved, setMoved] = useState(NONE);

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
    moved,
    onNodesChange(changes) {
      const { selection } = studio.view.getState();
      const nodes = isBoxing() ? selection.nodes : selectedAfter(selection.nodes, changes);
      if (nodes !== selection.nodes) studio.select({ nodes });

      const inHand = new Map<string, Point>();
      const letGo = new Map<string, Point>();
      for (const change of changes) {
        if (change.type !== 'position' || change.position === undefined) continue;
        (change.dragging === true ? inHand : letGo).set(change.id, change.position);
      }
      if (inHand.size > 0) {
        dragging.current = true;
        setMoved((before) => new Map([...before, ...inHand]));
      }
      if (letGo.size === 0) return;
      settle(letGo);
      setMoved(NONE);
    },
    onEdgesChange(changes) {
      if (isBoxing()) return;
      const { selection } = studio.view.getState();
      const edges = selectedAfter(selection.edges, changes);
      if (edges !== selection.edges) studio.select({ edges });
    },
  };
}
