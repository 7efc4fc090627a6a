import type { FunctionUser, ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import { usualLength } from '#lint/facts/durations.ts';
import { threadFixes } from '#lint/fixes/threadFix.ts';
import { titled } from '#lint/fixes/titled.ts';
import type { Seconds } from '#base/units.ts';
import { removeStep, setStep } from '#schedule/functionEdits.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule, Step, When } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import type { Rule } from './report.ts';

/** Shorter blocks are felt by few, and often there to be looked at. */
const LONG_BLOCK: Seconds = 0.5;

/** Functions that no node calls. */
export const uncalledFunction: Rule = ({ schedule, usersOf }, report) => {
  for (const name of Object.keys(schedule.functions)) {
    if (usersOf(name).length > 0) continue;
    report.ofFunction(name, {
      rule: 'uncalledFunction',
      severity: 'hint',
      text: t('is called by no node: let one call it, or delete it'),
      fixes: [
        {
          label: t('delete the function {{name}}, which nobody calls', { name }),
          apply(draft: Schedule) {
            delete draft.functions[name];
          },
        },
      ],
    });
  }
};

/** Steps that block the reactor for long: nothing else runs meanwhile. */
export const blocksReactor: Rule = (facts, report) => {
  for (const [name, { steps }] of Object.entries(facts.schedule.functions)) {
    const inReactor = facts.usersOf(name).some((user) => !isWorker(user));
    if (!inReactor || !facts.callers(name).some((id) => facts.isLive(id))) continue;
    steps.forEach((step, index) => {
      if (step.do !== 'block' || usualLength(step.for) < LONG_BLOCK) return;
      report.ofFunction(
        name,
        {
          rule: 'blocksReactor',
          severity: 'hint',
          text: t(
            'blocks the reactor for {{time}}, and nothing else runs meanwhile: do it in a thread, or in slices by cooperate',
            { time: formatDuration(usualLength(step.for)) },
          ),
          fixes: threadFixes(facts, name),
        },
        index,
      );
    });
  }
};

/** Conditions of steps that cannot hold. */
export const conditionNeverHolds: Rule = (facts, report) => {
  for (const [name, { steps }] of Object.entries(facts.schedule.functions)) {
    const users = facts.usersOf(name);
    if (users.length === 0) continue;
    steps.forEach((step, index) => {
      const never = step.when === undefined ? null : neverHolds(step.when, users);
      if (never === null) return;
      const where = t('step {{number}} of {{name}}', { number: index + 1, name });
      report.ofFunction(
        name,
        {
          rule: 'conditionNeverHolds',
          severity: 'warning',
          text: t('never runs: {{why}}', { why: never.why }),
          fixes: [
            titled(never.label(where), setStep(name, index, withWhen(step, never.instead))),
            titled(
              t('delete {{step}}, which never runs', { step: where }),
              removeStep(name, index),
            ),
          ],
        },
        index,
      );
    });
  }
};

interface Never {
  readonly why: string;
  /** What the mend of a step is called. */
  readonly label: (step: string) => string;
  readonly instead: When;
}

function neverHolds(when: When, users: readonly FunctionUser[]): Never | null {
  const { fromCall, untilCall, chance, error, input, ...rest } = when;
  if (fromCall !== undefined && untilCall !== undefined && fromCall > untilCall) {
    return {
      why: t('its condition holds from call {{fromCall}} until call {{untilCall}}, which is none', {
        fromCall,
        untilCall,
      }),
      label: (step) =>
        t('let {{step}} run from call {{untilCall}} until call {{fromCall}}', {
          step,
          untilCall,
          fromCall,
        }),
      instead: { ...when, fromCall: untilCall, untilCall: fromCall },
    };
  }
  const { call, everyCall } = rest;
  const isOut =
    call !== undefined &&
    (call < (fromCall ?? 1) ||
      call > (untilCall ?? Infinity) ||
      (everyCall !== undefined && call % everyCall !== 0));
  if (isOut) {
    return {
      why: t('call {{call}} is none of the calls that its other conditions let through', { call }),
      label: (step) => t('let {{step}} run at call {{call}}', { step, call }),
      instead: without(when, ['fromCall', 'untilCall', 'everyCall']),
    };
  }
  if (chance === 0) {
    return {
      why: t('its chance is 0'),
      label: (step) => t('let {{step}} run whatever the chance', { step }),
      instead: without(when, ['chance']),
    };
  }
  if (error !== undefined && !users.some(({ place }) => isOn(place, ['errback', 'both']))) {
    return {
      why: t('it waits for {{error}}, but its function is no errback and gets no failure', {
        error,
      }),
      label: (step) => t('let {{step}} run without an error', { step }),
      instead: without(when, ['error']),
    };
  }
  if (input !== undefined && !users.some(getsResult)) {
    return {
      why: t('it waits for an input, but its function is called with no result'),
      label: (step) => t('let {{step}} run whatever the input', { step }),
      instead: without(when, ['input']),
    };
  }
  return null;
}

function getsResult({ node, place }: FunctionUser): boolean {
  if (place.at === 'own') return node.kind === 'loopingCall' && node.withCount;
  return isOn(place, ['callback', 'both']);
}

function isOn(place: FunctionUser['place'], sides: readonly string[]): boolean {
  return place.at === 'link' && sides.includes(place.side);
}

function without(when: When, keys: readonly (keyof When)[]): When {
  return Object.fromEntries(
    Object.entries(when).filter(([key]) => !(keys as readonly string[]).includes(key)),
  );
}

function withWhen(step: Step, when: When): Step {
  const { when: _, ...bare } = step;
  return Object.keys(when).length === 0 ? bare : { ...bare, when };
}

function isWorker({ node, place }: FunctionUser): boolean {
  return node.kind === 'deferToThread' && place.at === 'own';
}

/** The edits that delete steps of a function which raise such an error; none where no step does. */
export function raiseFixes(
  { schedule }: ScheduleFacts,
  name: string,
  type: string,
): readonly ScheduleEdit[] {
  const raises = (step: Step): boolean => step.do === 'raise' && step.error.type === type;
  const definition = Object.hasOwn(schedule.functions, name) ? schedule.functions[name] : undefined;
  if (definition?.steps.some(raises) !== true) return [];
  return [
    {
      label: t('let {{name}} not raise {{type}}', { name, type }),
      apply(draft) {
        const found = draft.functions[name];
        if (found !== undefined) found.steps = found.steps.filter((step) => !raises(step));
      },
    },
  ];
}
