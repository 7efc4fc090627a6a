import { startsNode } from '#lint/facts/liveNodes.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import { startFixes } from '#lint/fixes/startFixes.ts';
import { titled } from '#lint/fixes/titled.ts';
import { isResource } from '#schedule/language.ts';
import { removeNodes, setNodeFields } from '#schedule/nodeEdits.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { listWords, t } from '#words/words.ts';

import type { Rule } from './report.ts';

/** Nodes that nothing starts, and those that only such nodes would start. */
export const neverStarted: Rule = (facts, report) => {
  const listsOf = new Map<string, string[]>();
  for (const node of facts.schedule.nodes) {
    if (node.kind !== 'deferredList' || !node.startMembers) continue;
    for (const member of node.members) {
      listsOf.set(member, [...(listsOf.get(member) ?? []), node.id]);
    }
  }
  for (const node of facts.schedule.nodes) {
    const { id } = node;
    if (isResource(node.kind) || facts.isLive(id)) continue;
    const why = reasonOf(facts, node, listsOf.get(id) ?? []);
    report.ofNode(id, {
      rule: why === null ? 'neverStarted' : 'deadStarter',
      severity: 'warning',
      text:
        why === null
          ? t('is never started: let it start with the program, or let a step or a list start it')
          : t('is never started: {{why}}', { why }),
      fixes: [
        ...startFixes(facts, node),
        ...deadServiceFixes(facts, node),
        ...(why === null
          ? [titled(t('delete {{id}}, which nothing starts', { id }), removeNodes([id]))]
          : []),
      ],
    });
  }
};

/** Who would start a node, were it not for this; null: nobody. */
function reasonOf(
  { stepsOn, callers }: ScheduleFacts,
  { id, starts, service }: ScheduleNode,
  lists: readonly string[],
): string | null {
  if (starts === 'service' && service !== undefined) {
    return t('its service {{service}} is never started. Start {{service}}', { service });
  }
  const starter =
    lists[0] ??
    stepsOn(id)
      .filter(({ step }) => startsNode(step))
      .flatMap((entry) => callers(entry.function))
      .find((caller) => caller !== id);
  return starter === undefined
    ? null
    : t('only {{starter}} would start it, which is never started itself. Start {{starter}}', {
        starter,
      });
}

function deadServiceFixes(
  facts: ScheduleFacts,
  { starts, service }: ScheduleNode,
): ReturnType<typeof startFixes> {
  const owner = service === undefined ? undefined : facts.nodes.get(service);
  return starts === 'service' && owner !== undefined ? startFixes(facts, owner) : [];
}

/** Lists that wait for what nobody has started: starting them fails. */
export const membersNotStarted: Rule = ({ schedule, isLive }, report) => {
  for (const node of schedule.nodes) {
    if (node.kind !== 'deferredList') continue;
    if (node.members.length === 0) {
      report.ofNode(node.id, {
        rule: 'emptyList',
        severity: 'warning',
        text: t('waits for nothing, so it fires at once with an empty list: give it members'),
        fixes: [],
      });
    }
    const dead = node.members.filter((member) => !isLive(member));
    if (node.startMembers || dead.length === 0) continue;
    const fix = setNodeFields(node.id, { startMembers: true });
    report.ofNode(node.id, {
      rule: 'membersNotStarted',
      severity: 'warning',
      text: t(
        'waits for {{members}}, which nothing starts, so its own start fails: let it start its members',
        { members: listWords(dead) },
      ),
      fixes: isLive(node.id)
        ? [titled(t('let {{id}} start its members', { id: node.id }), fix)]
        : [],
    });
  }
};
