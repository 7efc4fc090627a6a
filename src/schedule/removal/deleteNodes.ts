import { namesNode } from '#schedule/language.ts';
import { removeNodes, withDependents } from '#schedule/nodeEdits.ts';
import { functionNamed, placesOf } from '#schedule/places.ts';
import { requireFunction, type ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { healedStarts, type HealedStart } from './healedStarts.ts';

/**
 * Deletes nodes as `removeNodes` does, and lets what started them start what they went on to, where
 * that has one clear meaning. The label says what was healed, `told` what else is gone with them.
 */
export function deleteNodes(schedule: Schedule, ids: readonly string[]): ScheduleEdit {
  const removal = removeNodes(ids);
  const gone = withDependents(schedule, ids);
  const healed = healedStarts(schedule, gone);
  const told = toldOf(schedule, ids, gone, healed);
  return {
    label: [removal.label, ...healed.slice(0, 1).map(healedWords), ...moreWords(healed)].join(', '),
    ...(told === null ? {} : { told }),
    apply(draft) {
      // Of the draft: edits that were made of it in the same step may have moved steps.
      for (const { function: name, index, step } of healedStarts(
        draft,
        withDependents(draft, ids),
      )) {
        requireFunction(draft, name).steps[index] = step;
      }
      removal.apply(draft);
    },
  };
}

function healedWords({ starts, by }: HealedStart): string {
  return t('{{starts}} is started by {{by}}', { starts, by });
}

function moreWords(healed: readonly HealedStart[]): readonly string[] {
  return healed.length < 2 ? [] : [t('and {{number}} more healed', { number: healed.length - 1 })];
}

/** So many names are said; the others are counted. */
const NAMED = 4;

/** What a deletion does beside what was asked, in sentences; null where it does nothing else. */
function toldOf(
  schedule: Schedule,
  ids: readonly string[],
  gone: ReadonlySet<string>,
  healed: readonly HealedStart[],
): string | null {
  const asked = new Set(ids);
  const dependents = [...gone].filter((id) => !asked.has(id));
  const left = schedule.nodes.filter(({ id }) => !gone.has(id));
  const mended = new Set(healed.map((entry) => `${entry.function}/${entry.index}`));
  const called = new Set(left.flatMap((node) => placesOf(node).map((place) => place.function)));
  const steps = [...called].flatMap((name) =>
    (functionNamed(schedule, name)?.steps ?? []).flatMap((step, index) =>
      namesNode(step) && gone.has(step.node) && !mended.has(`${name}/${index}`)
        ? [t('{{step}} in {{name}}', { step: `${step.do} ${step.node}`, name })]
        : [],
    ),
  );
  const members = left.flatMap((node) =>
    node.kind === 'deferredList'
      ? node.members
          .filter((id) => gone.has(id))
          .map((id) => t('{{id}} in {{list}}', { id, list: node.id }))
      : [],
  );
  const breakpoints = schedule.breakpoints.filter(
    ({ node }) => node !== undefined && gone.has(node),
  ).length;
  const lost = [
    ...(steps.length === 0
      ? []
      : [
          steps.length === 1
            ? t('the step {{names}}', { names: few(steps) })
            : t('the steps {{names}}', { names: few(steps) }),
        ]),
    ...(members.length === 0
      ? []
      : [
          members.length === 1
            ? t('the member {{names}}', { names: few(members) })
            : t('the members {{names}}', { names: few(members) }),
        ]),
    ...(breakpoints === 0 ? [] : [t('{{count}} of the breakpoints', { count: breakpoints })]),
  ];
  const sentences = [
    ...healed.slice(0, NAMED).map((entry) => t('Now {{starts}} is started by {{by}}.', entry)),
    ...(dependents.length === 0
      ? []
      : [
          t('Deleted too, for they need what is gone: {{dependents}}.', {
            dependents: few(dependents),
          }),
        ]),
    ...(lost.length === 0 ? [] : [t('Gone with it: {{lost}}.', { lost: lost.join('; ') })]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function few(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more <= 0
    ? names.join(', ')
    : t('{{names}} and {{number}} more', { names: names.slice(0, NAMED).join(', '), number: more });
}
