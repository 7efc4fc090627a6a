import { visibleArea } from '#graph/canvas/visibleArea.ts';
import { composeEdits } from '#graph/edits/composeEdits.ts';
import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { areasOf } from '#graph/layout/areasOf.ts';
import { frameAt, titleMiddle, type Frames } from '#graph/layout/frames.ts';
import { freePlace, onGrid, type Area, type Point } from '#graph/layout/freePlace.ts';
import { nearestFree } from '#graph/layout/nearestFree.ts';
import { CARD_WIDTH } from '#graph/layout/metrics.ts';
import { addNode, newNodeId } from '#schedule/addNode.ts';
import type { ScheduleEdge } from '#schedule/edges.ts';
import { insertNode } from '#schedule/insertNode.ts';
import { setService } from '#schedule/nodeEdits.ts';
import type { Problem } from '#schedule/problem.ts';
import type { NodeKind } from '#schedule/schema.ts';
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

/**
 * Adds a node at a place of the graph, into the service whose frame is there, or at a free place in
 * view, and selects it. `into`: the arrow that it is put into, where it is.
 */
export function useAddNode(): (
  kind: NodeKind,
  place: Point | null,
  into?: ScheduleEdge | null,
) => Added {
  const studio = useStudio();
  return (kind, place, into = null) => {
    const { schedule } = studio.history.getState();
    const frames = scheduleFrames(schedule);
    const id = newNodeId(schedule, kind);
    const view = visibleArea(studio) ?? UNSEEN;
    const areas = areasOf(schedule, frames);
    const wanted = place ?? freePlace([...areas.values()], view, NEW_CARD);
    // Between two cards there may be less room than a third one needs.
    const corner =
      into === null
        ? onGrid(wanted)
        : nearestFree({ ...wanted, ...NEW_CARD }, cardsOf(areas, frames));
    const frame = place === null ? null : frameAt(frames, titleMiddle(corner));
    const adding = addNode(kind, id, corner);
    const insertion = into === null ? null : insertNode(into, id);
    const edits = [
      adding,
      ...(frame === null ? [] : [setService(id, frame.id)]),
      ...(insertion === null ? [] : [insertion]),
    ];
    const problems = studio.edit(composeEdits(insertion?.label ?? adding.label, edits));
    if (problems.length === 0) studio.select({ nodes: [id], edges: [] });
    return { id, problems };
  };
}

/** The areas of what is no frame. */
function cardsOf(areas: ReadonlyMap<string, Area>, frames: Frames): readonly Area[] {
  return [...areas].flatMap(([id, area]) => (frames.has(id) ? [] : [area]));
}
