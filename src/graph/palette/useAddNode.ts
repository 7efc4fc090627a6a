import { cardLayout, CARD_WIDTH } from '#graph/layout/cardLayout.ts';
import { freePlace, onGrid, type Area, type Point } from '#graph/layout/freePlace.ts';
import { visibleArea } from '#graph/canvas/visibleArea.ts';
import { addNode, newNodeId } from '#schedule/nodeEdits.ts';
import { functionNamed } from '#schedule/places.ts';
import type { Problem } from '#schedule/problem.ts';
import type { NodeKind, Schedule } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

/** What came of adding a node: its id, or why it was refused. */
export interface Added {
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** About what a new card takes. */
const NEW_CARD = { width: CARD_WIDTH, height: 160 };

/** Where cards go while no graph says what is in view. */
const UNSEEN: Area = { x: 0, y: 0, width: 900, height: 600 };

/** Adds a node at a place of the graph, or at a free one in view, and selects it. */
export function useAddNode(): (kind: NodeKind, place: Point | null) => Added {
  const studio = useStudio();
  return (kind, place) => {
    const { schedule } = studio.history.getState();
    const id = newNodeId(schedule, kind);
    const free = place ?? freePlace(cardAreas(schedule), visibleArea(studio) ?? UNSEEN, NEW_CARD);
    const problems = studio.edit(addNode(kind, id, onGrid(free)));
    if (problems.length === 0) studio.select({ nodes: [id], edges: [] });
    return { id, problems };
  };
}

function cardAreas(schedule: Schedule): readonly Area[] {
  return schedule.nodes.map((node) => {
    const { width, height } = cardLayout(node, (name) => functionNamed(schedule, name));
    return { ...node.position, width, height };
  });
}
