import { notStartedFixes } from '#lint/fixes/notStartedFixes.ts';
import { raiseFixes } from '#lint/document/functionRules.ts';
import { logErrback, logInsteadOfRaise } from '#lint/fixes/errbackFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import type { Finding } from '#lint/finding.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import { givesDeferred, ownFunction } from '#schedule/language.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { NONE, reprOf, type FailureValue } from '#trace/traceValue.ts';
import { loggedGroups, openGroups, type ErrorGroup } from '#trace/unhandledErrors.ts';
import { msg, t } from '#words/words.ts';

import { whenWords, type RunFacts, type RunRule } from './runReport.ts';

/** Errors that nobody handled, in the order in which they happened. */
export const errors: RunRule = (run) => {
  const { tally, status } = run;
  // While it runs, a failure may still be handled.
  const open = status.state === 'running' ? [] : openGroups(tally.errors);
  const found = [
    ...loggedGroups(tally.errors).map((group) => ({ group, rule: 'logged' as const })),
    ...open.map((group) => ({ group, rule: 'unhandled' as const })),
  ].toSorted((a, b) => a.group.first - b.group.first);
  return found.map(({ group, rule }) => errorFinding(run, group, rule));
};

const WORDS = {
  logged: msg(
    '{{error}} left its function, and the reactor logged it: catch it by an errback, or do not raise it',
  ),
  unhandled: msg('{{error}} is unhandled: give the chain an errback behind it'),
};

function errorFinding(
  { facts, tally: { trace } }: RunFacts,
  { first, count }: ErrorGroup,
  rule: keyof typeof WORDS,
): Finding {
  const subject = nodeName(trace, trace.nodeAt(first));
  const value = trace.valueAt(first) ?? NONE;
  const text = reprOf(value);
  const node = facts.nodes.get(subject);
  const failure = value.is === 'failure' ? value : null;
  return {
    key: `${rule} ${subject} ${text}`,
    rule,
    severity: 'error',
    nodes: node === undefined ? [] : [subject],
    subject,
    when: whenWords(trace, first, count),
    text: t(WORDS[rule], { error: text }),
    target: { to: 'event', sequence: first },
    fixes:
      node === undefined || failure === null
        ? []
        : [
            ...notStartedFixes(facts, node, failure.message, trace.timeAt(first)),
            ...errbackFixes(facts, node, rule),
            ...raisedFixes(facts, node, failure),
          ],
  };
}

function errbackFixes(
  facts: ScheduleFacts,
  node: ScheduleNode,
  rule: keyof typeof WORDS,
): readonly ScheduleEdit[] {
  const { id, kind } = node;
  if (rule === 'unhandled') {
    if (!givesDeferred(kind)) return [];
    const lists = facts.schedule.nodes.filter(
      (list) => list.kind === 'deferredList' && list.members.includes(id) && !list.consumeErrors,
    );
    return [
      logErrback(id),
      ...lists.map((list) =>
        titled(
          t('let {{id}} consume the errors of its members', { id: list.id }),
          setNodeFields(list.id, { consumeErrors: true }),
        ),
      ),
    ];
  }
  const isMoved = facts.stepsOn(id).some(({ step }) => step.do === 'reset' || step.do === 'delay');
  return kind === 'callLater' && !isMoved ? [logInsteadOfRaise(id)] : [];
}

/** The node's own function may raise it by a step. */
function raisedFixes(
  facts: ScheduleFacts,
  node: ScheduleNode,
  { type }: FailureValue,
): readonly ScheduleEdit[] {
  const own = ownFunction(node);
  return own === null || node.kind === 'deferred' ? [] : raiseFixes(facts, own, type);
}
