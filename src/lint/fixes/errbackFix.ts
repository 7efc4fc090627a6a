import {
  newFunction,
  requireChain,
  requireFunction,
  requireNode,
  type ScheduleEdit,
} from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** Adds an errback to the end of a node's chain that logs the failure and handles it. */
export function logErrback(id: string): ScheduleEdit {
  return {
    label: t('add an errback that logs to the chain of {{id}}', { id }),
    apply(draft) {
      addErrback(draft, id);
    },
  };
}

/** Makes a callLater a deferLater whose errback logs what its function raises. */
export function logInsteadOfRaise(id: string): ScheduleEdit {
  return {
    label: t('make {{id}} a deferLater whose errback logs', { id }),
    apply(draft) {
      const node = requireNode(draft, id);
      if (node.kind !== 'callLater') throw new Error(`${id} is a ${node.kind} and no callLater.`);
      const index = draft.nodes.indexOf(node);
      draft.nodes[index] = { ...node, kind: 'deferLater', chain: [] };
      addErrback(draft, id);
    },
  };
}

function addErrback(draft: Schedule, id: string): void {
  const name = newFunction(draft, `log_${id}`);
  // not shown: it becomes a part of the program
  requireFunction(draft, name).steps.push({ do: 'log', text: `${id} failed: {input}` });
  requireChain(draft, id).push({ errback: name });
}
