import { foldLanes, moveLane, setLaneHeight } from '#schedule/timelineEdits.ts';
import type { LaneHeight } from '#schedule/schema.ts';
import { useStudio } from '#store/useStudio.ts';

import type { LaneEntry } from './arrangeLanes.ts';
import type { LaneMove } from './laneMoves.ts';

/** What can be changed of the layout of the lanes: each is an edit of the document. */
export interface LaneEdits {
  readonly move: (entry: LaneEntry, to: LaneMove | null) => void;
  /** Folds the members of a service away, or brings them back. */
  readonly fold: (entry: LaneEntry, isFolded: boolean) => void;
  readonly foldAll: (isFolded: boolean) => void;
  readonly setHeight: (entry: LaneEntry, height: LaneHeight) => void;
}

/** The edits of the lanes. The reactor's lane stays as it is. */
export function useLaneEdits(): LaneEdits {
  const studio = useStudio();
  return {
    move({ id, siblings }, to) {
      if (id !== null && to !== null) studio.edit(moveLane(id, to.before, siblings));
    },
    fold({ id }, isFolded) {
      if (id !== null) studio.edit(foldLanes([id], isFolded));
    },
    foldAll(isFolded) {
      const { nodes } = studio.history.getState().schedule;
      const owners = new Set(nodes.map(({ service }) => service));
      const services = nodes.filter(({ id }) => owners.has(id)).map(({ id }) => id);
      studio.edit(foldLanes(services, isFolded));
    },
    setHeight({ id }, height) {
      if (id !== null) studio.edit(setLaneHeight(id, height));
    },
  };
}
