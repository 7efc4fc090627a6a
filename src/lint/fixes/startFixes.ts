import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { titled } from './titled.ts';

/** Lets a node start with its service, where that is started, or with the program. */
export function startFixes(facts: ScheduleFacts, node: ScheduleNode): readonly ScheduleEdit[] {
  if (!canStartAtOnce(facts, node)) return [];
  const { id, service } = node;
  const fixes: ScheduleEdit[] = [];
  if (service !== undefined && node.starts !== 'service' && facts.isLive(service)) {
    fixes.push(
      titled(
        t('start {{id}} with {{service}}', { id, service }),
        setNodeFields(id, { starts: 'service' }),
      ),
    );
  }
  const withProgram = setNodeFields(id, { starts: 'program' });
  return [...fixes, titled(t('start {{id}} when the program starts', { id }), withProgram)];
}

/** A list that starts no members needs those to be there. */
function canStartAtOnce({ isLive }: ScheduleFacts, node: ScheduleNode): boolean {
  return node.kind !== 'deferredList' || node.startMembers || node.members.every(isLive);
}
