import { MAX_NODES, type Schedule, type Step } from '#schedule/schema.ts';
import { freeIdentifier } from '#schedule/identifier.ts';
import { mayRunInThread } from '#schedule/language.ts';
import { functionNamed, takenNames } from '#schedule/places.ts';
import { newFunction, requireFunction, type ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import { t } from '#words/words.ts';

import { freeSpot } from './freeSpot.ts';

/** How far to the right of its caller the new node lies, in the graph's coordinates. */
const DISTANCE = 400;

/**
 * Lets a worker of the thread pool do the steps of a function: it starts a deferToThread in their
 * place and waits for it. Nothing where a worker cannot do the same: for steps that act on the program,
 * for those that look at the input, for coroutines, and where there are no threads.
 */
export function threadFixes(facts: ScheduleFacts, name: string): readonly ScheduleEdit[] {
  const { schedule } = facts;
  const steps = functionNamed(schedule, name)?.steps ?? [];
  const users = facts.usersOf(name);
  const [first] = users;
  if (first === undefined || schedule.clock === 'testClock') return [];
  if (schedule.nodes.length >= MAX_NODES || !steps.every(movesToThread)) return [];
  const waits = users.every(
    ({ node: { kind }, place }) => place.at !== 'own' || CAN_WAIT.has(kind),
  );
  return waits ? [runInThread(name, first.node.position)] : [];
}

/** Kinds that wait for a Deferred which their function returns, or for which it makes no difference. */
const CAN_WAIT: ReadonlySet<string> = new Set([
  'callLater',
  'deferLater',
  'loopingCall',
  'cooperate',
  'guarded',
  'outsideEvent',
]);

function movesToThread(step: Step): boolean {
  if (!mayRunInThread(step.do)) return false;
  if (step.do === 'return' && step.input === true) return false;
  if (step.do === 'log' && step.text.includes('{input}')) return false;
  return step.when?.input === undefined && step.when?.error === undefined;
}

function runInThread(name: string, at: Schedule['nodes'][number]['position']): ScheduleEdit {
  return {
    label: t('let a thread do what {{name}} does', { name }),
    apply(draft) {
      const definition = requireFunction(draft, name);
      const id = freeIdentifier(`${name}_job`, takenNames(draft));
      const call = freeIdentifier(`${name}_in_thread`, new Set([...takenNames(draft), id]));
      newFunction(draft, call);
      requireFunction(draft, call).steps = definition.steps;
      definition.steps = [{ do: 'returnDeferred', node: id, start: true }];
      draft.nodes.push({
        kind: 'deferToThread',
        id,
        position: freeSpot(draft, { x: at.x + DISTANCE, y: at.y }),
        starts: 'never',
        call,
        chain: [],
      });
    },
  };
}
