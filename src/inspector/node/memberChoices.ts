import { givesDeferred } from '#schedule/language.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** A node that a list could wait for. */
export interface MemberChoice {
  readonly id: string;
  /** Why it cannot become a member; null where it can. */
  readonly fault: string | null;
}

/** The nodes that a list does not wait for yet, of those that give a Deferred. */
export function memberChoices(
  schedule: Schedule,
  list: Extract<ScheduleNode, { kind: 'deferredList' }>,
): readonly MemberChoice[] {
  const present = new Set(list.members);
  const waiting = whoWaitsFor(schedule, list.id);
  return schedule.nodes
    .filter(({ id, kind }) => givesDeferred(kind) && id !== list.id && !present.has(id))
    .map(({ id }) => ({
      id,
      fault: waiting.has(id) ? t('waits for {{id}} itself', { id: list.id }) : null,
    }));
}

/** The lists that wait for a node, through their members at any depth. */
function whoWaitsFor(schedule: Schedule, id: string): ReadonlySet<string> {
  const found = new Set<string>([id]);
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const node of schedule.nodes) {
      if (node.kind !== 'deferredList' || found.has(node.id)) continue;
      if (!node.members.includes(next)) continue;
      found.add(node.id);
      open.push(node.id);
    }
  }
  return found;
}
