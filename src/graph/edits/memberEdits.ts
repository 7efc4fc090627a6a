import { requireNode, type ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';

/** Lets a list wait for one more node. */
export function addMember(list: string, member: string): ScheduleEdit {
  return {
    label: `let ${list} wait for ${member}`,
    apply(draft) {
      requireList(draft, list).members.push(member);
    },
  };
}

/** Takes members out of lists, by their index. */
export function removeMembers(
  members: readonly { readonly source: string; readonly index: number }[],
): ScheduleEdit {
  return {
    label: members.length === 1 ? 'delete an arrow' : `delete ${members.length} arrows`,
    apply(draft) {
      const gone = new Map<string, Set<number>>();
      for (const { source, index } of members) {
        gone.set(source, (gone.get(source) ?? new Set()).add(index));
      }
      for (const [source, indexes] of gone) {
        const list = requireList(draft, source);
        list.members = list.members.filter((_, index) => !indexes.has(index));
      }
    },
  };
}

/** @throws Error where the node is no list. */
function requireList(
  draft: Schedule,
  id: string,
): Extract<Schedule['nodes'][number], { kind: 'deferredList' }> {
  const node = requireNode(draft, id);
  if (node.kind === 'deferredList') return node;
  throw new Error(`${id} is a ${node.kind} and has no members.`);
}
