import { freeSpot } from '#lint/fixes/freeSpot.ts';
import { outsideFix } from '#lint/fixes/outsideFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import { newNodeId } from '#schedule/addNode.ts';
import { removeNodes } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { soon } from './deferredRules.ts';
import type { Rule } from './report.ts';

/** Semaphores that guard nothing. */
export const unusedSemaphore: Rule = ({ schedule }, report) => {
  const used = new Set(
    schedule.nodes.flatMap((node) => (node.kind === 'guarded' ? [node.semaphore] : [])),
  );
  for (const { id, kind } of schedule.nodes) {
    if (kind !== 'semaphore' || used.has(id)) continue;
    report.ofNode(id, {
      rule: 'unusedSemaphore',
      severity: 'hint',
      text: t('guards nothing: let a guarded call use it, or delete it'),
      fixes: [titled(t('delete {{id}}, which guards nothing', { id }), removeNodes([id]))],
    });
  }
};

/** Queues that are only filled, only emptied, or neither. */
export const queueEnds: Rule = (facts, report) => {
  const { schedule } = facts;
  const taken = new Set(
    schedule.nodes.flatMap((node) => (node.kind === 'queueGet' ? [node.queue] : [])),
  );
  for (const node of schedule.nodes) {
    const { id, kind } = node;
    if (kind !== 'queue') continue;
    const isFilled = facts.stepsOn(id).length > 0;
    const isEmptied = taken.has(id);
    if (isFilled && isEmptied) continue;
    if (!isFilled && !isEmptied) {
      report.ofNode(id, {
        rule: 'unusedQueue',
        severity: 'hint',
        text: t(
          'is used by nothing: let a step put into it and a queue.get take from it, or delete it',
        ),
        fixes: [titled(t('delete {{id}}, which nothing uses', { id }), removeNodes([id]))],
      });
    } else if (isFilled) {
      report.ofNode(id, {
        rule: 'nothingTakes',
        severity: 'warning',
        text: t('only grows: steps put into it, but no queue.get takes from it. Add one'),
        fixes: [
          addGet(node),
          titled(t('delete {{id}}, and the steps that put into it', { id }), removeNodes([id])),
        ],
      });
    } else {
      const at = soon(schedule);
      const label = t('put an object into {{id}} from an outside event at {{time}}', {
        id,
        time: formatDuration(at),
      });
      report.ofNode(id, {
        rule: 'nothingPuts',
        severity: 'warning',
        text: t(
          'stays empty: no step puts into it, so who takes from it waits for ever. Let a step put into it',
        ),
        fixes: [outsideFix(label, id, { do: 'put', node: id, value: 'object' }, [at])],
      });
    }
  }
};

function addGet({ id, position }: ScheduleNode): ScheduleEdit {
  return {
    label: t('add a queue.get that takes from {{id}} when the program starts', { id }),
    apply(draft) {
      draft.nodes.push({
        kind: 'queueGet',
        id: newNodeId(draft, 'queueGet'),
        position: freeSpot(draft, { x: position.x + 400, y: position.y }),
        starts: 'program',
        queue: id,
        chain: [],
      });
    },
  };
}
