import { t } from '#words/words.ts';

import type { Report } from './checkSchedule.ts';
import { endingStep, givesDeferred, mayName, mayRunInThread, namesNode } from './language.ts';
import { placesOf } from './places.ts';
import type { DocumentPath } from './problem.ts';
import type { Schedule, ScheduleNode, Step } from './schema.ts';

type Nodes = ReadonlyMap<string, ScheduleNode>;

/** Who calls a function: only the first of each sort is kept, to be named. */
export interface Callers {
  coroutine: string | null;
  thread: string | null;
  other: string | null;
}

/** Checks the functions: what their steps name, whether they can run, and who may call them. */
export function checkFunctions(schedule: Schedule, nodes: Nodes, report: Report): void {
  const callers = callersOf(schedule);
  for (const [name, { steps }] of Object.entries(schedule.functions)) {
    const path = ['functions', name];
    const calledBy = callers.get(name) ?? { coroutine: null, thread: null, other: null };
    const end = endingStep(steps);
    if (calledBy.coroutine !== null && (calledBy.other ?? calledBy.thread) !== null) {
      report(
        path,
        t(
          'is the coroutine of {{coroutine}}, so {{other}} cannot call it: give {{other}} a function of its own',
          { coroutine: calledBy.coroutine, other: calledBy.other ?? calledBy.thread ?? '' },
        ),
      );
    }
    steps.forEach((step, index) => {
      const at = [...path, 'steps', index];
      if (end !== -1 && end < index) {
        report(
          at,
          t(
            'never runs: step {{number}} of {{name}} always ends it before. Remove it, or move it up',
            { number: end + 1, name },
          ),
        );
      }
      checkStep(step, at, nodes, report);
      checkCaller(step, at, calledBy, report);
    });
  }
}

function checkStep(step: Step, path: DocumentPath, nodes: Nodes, report: Report): void {
  const fault = targetFault(step, nodes);
  if (fault !== null) report([...path, 'node'], fault);
  else if (step.do === 'reset') checkReset(step, path, nodes, report);
}

function targetFault(step: Step, nodes: Nodes): string | null {
  if (!namesNode(step)) return null;
  const target = nodes.get(step.node);
  if (target === undefined) {
    return t('names the node {{node}}, which does not exist: add it or name another', {
      node: step.node,
    });
  }
  if (mayName(step.do, target.kind)) return null;
  const values = { do: step.do, node: step.node, kind: target.kind };
  return givesDeferred(target.kind)
    ? t('{{do}} cannot name {{node}}, which is a {{kind}}: name another node', values)
    : t(
        '{{do}} cannot name {{node}}, which is a {{kind}} and gives no Deferred: name another node',
        values,
      );
}

/** A delayed call is reset to a number of seconds; a loop begins its interval anew. */
function checkReset(
  step: Extract<Step, { do: 'reset' }>,
  path: DocumentPath,
  nodes: Nodes,
  report: Report,
): void {
  const isLoop = nodes.get(step.node)?.kind === 'loopingCall';
  if (isLoop === (step.seconds === undefined)) return;
  report(
    [...path, 'seconds'],
    isLoop
      ? t(
          'must not be given: {{node}} is a LoopingCall, whose reset() begins its interval anew. Remove it',
          { node: step.node },
        )
      : t('must be given: the reset of {{node}} says how many seconds from now it is due', {
          node: step.node,
        }),
  );
}

function checkCaller(step: Step, path: DocumentPath, callers: Callers, report: Report): void {
  const plain = callers.other ?? callers.thread;
  if (step.do === 'await' && callers.coroutine === null && plain !== null) {
    report(
      path,
      t(
        'can stand in a coroutine only, but {{node}} calls this function: let a coroutine node call it, or use returnDeferred',
        { node: plain },
      ),
    );
  }
  if (step.do === 'returnDeferred' && callers.coroutine !== null) {
    report(
      path,
      t('cannot stand in the coroutine of {{coroutine}}: use await, and return what you need', {
        coroutine: callers.coroutine,
      }),
    );
  }
  if (callers.thread !== null && !mayRunInThread(step.do)) {
    report(
      path,
      t(
        'cannot run in a thread, where {{thread}} calls this function: only block, log, return and raise can. Do it in the callback of its chain',
        { thread: callers.thread },
      ),
    );
  }
}

/** Which nodes call each function, and as what. */
export function callersOf(schedule: Schedule): ReadonlyMap<string, Callers> {
  const callers = new Map<string, Callers>();
  for (const node of schedule.nodes) {
    for (const { place, function: name } of placesOf(node)) {
      const found = callers.get(name) ?? { coroutine: null, thread: null, other: null };
      callers.set(name, found);
      const own = place.at === 'own' ? node.kind : null;
      if (own === 'coroutine') found.coroutine ??= node.id;
      else if (own === 'deferToThread') found.thread ??= node.id;
      else found.other ??= node.id;
    }
  }
  return callers;
}
