import { t } from '#words/words.ts';

import type { ScheduleEdge } from './edges.ts';
import { removeSteps } from './functionEdits.ts';
import { requireNode, type ScheduleEdit } from './scheduleEdit.ts';

/** Lets a list wait for one more node. @throws Error where `list` is none. */
export function addMember(list: string, member: string): ScheduleEdit {
  return {
    label: t('let {{list}} wait for {{member}}', { list, member }),
    apply(draft) {
      const node = requireNode(draft, list);
      if (node.kind !== 'deferredList') throw new Error(`${list} is a ${node.kind} and no list.`);
      node.members.push(member);
    },
  };
}

/**
 * Removes what draws these arrows: steps, and members of lists. The semaphore of a guarded call and
 * the queue of a get stay, for these cannot be without: see {@link canRemoveArrow}.
 */
export function removeArrows(edges: readonly ScheduleEdge[]): ScheduleEdit {
  const steps = edges.filter((edge) => edge.by === 'step');
  const members = edges.filter((edge) => edge.by === 'field' && edge.field === 'member');
  const stepRemoval = removeSteps(steps);
  return {
    label: t('delete {{count}} arrows', { count: edges.length }),
    apply(draft) {
      stepRemoval.apply(draft);
      for (const { source, target } of members) {
        const list = requireNode(draft, source);
        if (list.kind !== 'deferredList') continue;
        list.members = list.members.filter((member) => member !== target);
      }
    },
  };
}

/** Whether an arrow can be removed without its node: all but those to a semaphore or a queue can. */
export function canRemoveArrow(edge: ScheduleEdge): boolean {
  return edge.by === 'step' || edge.field === 'member';
}
