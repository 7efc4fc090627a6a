import { ownFunction } from '#schedule/language.ts';
import { addOwnFunction, removeUnused } from '#schedule/nodeEdits.ts';
import { requireNode, type ScheduleEdit } from '#schedule/scheduleEdit.ts';

/** Gives a node a new, empty function in the place of its own one, which goes if nothing else calls it. */
export function replaceOwnFunction(id: string): ScheduleEdit {
  const added = addOwnFunction(id);
  return {
    ...added,
    apply(draft) {
      const before = ownFunction(requireNode(draft, id));
      added.apply(draft);
      if (before !== null) removeUnused(draft, [before]);
    },
  };
}
