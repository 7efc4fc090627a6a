import { t } from '#words/words.ts';

import { requireNode, type ScheduleEdit } from './scheduleEdit.ts';

/** Lets the graph show the frame of a service without what lies in it, or with that again. */
export function foldService(id: string, isFolded: boolean): ScheduleEdit {
  return {
    label: isFolded
      ? t('fold the frame of {{id}}', { id })
      : t('unfold the frame of {{id}}', { id }),
    apply(draft) {
      const node = requireNode(draft, id);
      if (node.kind !== 'service') throw new Error(`${id} is a ${node.kind} and no service.`);
      if (isFolded) node.folded = true;
      else delete node.folded;
    },
  };
}
