import { outsideFix } from '#lint/fixes/outsideFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import type { Seconds } from '#base/units.ts';
import { chainOf } from '#schedule/language.ts';
import { addOwnFunction } from '#schedule/nodeEdits.ts';
import { removeSteps } from '#schedule/functionEdits.ts';
import type { Schedule, ScheduleNode, StepKind } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import type { Rule } from './report.ts';

/** Deferreds that no step fires: who waits for them waits for ever. */
export const nothingFires: Rule = (facts, report) => {
  for (const node of facts.schedule.nodes) {
    if (node.kind !== 'deferred' || !facts.isLive(node.id) || isEnded(facts, node)) continue;
    const at = soon(facts.schedule);
    report.ofNode(node.id, {
      rule: 'nothingFires',
      severity: 'warning',
      text: t(
        'is fired by nothing, so who waits for it waits for ever: let a step fire it, or fail it',
      ),
      fixes:
        node.starts === 'program'
          ? [
              outsideFix(
                t('fire {{id}} from an outside event at {{time}}', {
                  id: node.id,
                  time: formatDuration(at),
                }),
                node.id,
                { do: 'fire', node: node.id, value: null },
                [at],
              ),
            ]
          : [],
    });
  }
};

/** Whether something gives a Deferred a result, if only an end. */
export function isEnded(facts: ScheduleFacts, node: ScheduleNode): boolean {
  return does(facts, node.id, ['fire', 'fail', 'cancel']) || hasTimeout(node);
}

/** A second after the beginning, or what there is of it. */
export function soon({ horizon }: Schedule): Seconds {
  return horizon === 0 ? 0 : Math.min(1, horizon / 2);
}

/** Deferreds that are cancelled and do not hear of it. */
export const noCanceller: Rule = (facts, report) => {
  for (const node of facts.schedule.nodes) {
    if (node.kind !== 'deferred' || node.canceller !== undefined) continue;
    if (!does(facts, node.id, ['cancel']) && !hasTimeout(node)) continue;
    report.ofNode(node.id, {
      rule: 'noCanceller',
      severity: 'hint',
      text: t(
        'can be cancelled but has no canceller, so what it stands for goes on unheard: give it one',
      ),
      fixes: [titled(t('give {{id}} a canceller', { id: node.id }), addOwnFunction(node.id))],
    });
  }
};

/** What is paused and never resumed. */
export const nothingResumes: Rule = (facts, report) => {
  for (const { id, kind } of facts.schedule.nodes) {
    if (kind !== 'deferred' && kind !== 'cooperate') continue;
    const pauses = facts.stepsOn(id).filter(({ step }) => step.do === 'pause');
    if (pauses.length === 0 || does(facts, id, ['resume'])) continue;
    const steps = pauses.map((entry) => ({ function: entry.function, step: entry.index }));
    report.ofNode(id, {
      rule: 'nothingResumes',
      severity: 'warning',
      text: t('is paused by a step, but no step resumes it: let one resume it'),
      fixes: [titled(t('pause {{id}} no more', { id }), removeSteps(steps))],
    });
  }
};

function does(facts: ScheduleFacts, id: string, kinds: readonly StepKind[]): boolean {
  return facts.stepsOn(id).some(({ step }) => kinds.includes(step.do));
}

function hasTimeout(node: ScheduleNode): boolean {
  return chainOf(node).some(({ timeout }) => timeout !== undefined);
}
