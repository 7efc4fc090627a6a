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
        `is the coroutine of ${calledBy.coroutine}, so ${calledBy.other ?? calledBy.thread} cannot call it: ` +
          `give ${calledBy.other ?? calledBy.thread} a function of its own`,
      );
    }
    steps.forEach((step, index) => {
      const at = [...path, 'steps', index];
      if (end !== -1 && end < index) {
        report(
          at,
          `never runs: step ${end + 1} of ${name} always ends it before. Remove it, or move it up`,
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
    return `names the node ${step.node}, which does not exist: add it or name another`;
  }
  if (mayName(step.do, target.kind)) return null;
  const why = givesDeferred(target.kind) ? '' : ' and gives no Deferred';
  return `${step.do} cannot name ${step.node}, which is a ${target.kind}${why}: name another node`;
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
      ? `must not be given: ${step.node} is a LoopingCall, whose reset() begins its interval anew. Remove it`
      : `must be given: the reset of ${step.node} says how many seconds from now it is due`,
  );
}

function checkCaller(step: Step, path: DocumentPath, callers: Callers, report: Report): void {
  const plain = callers.other ?? callers.thread;
  if (step.do === 'await' && callers.coroutine === null && plain !== null) {
    report(
      path,
      `can stand in a coroutine only, but ${plain} calls this function: ` +
        'let a coroutine node call it, or use returnDeferred',
    );
  }
  if (step.do === 'returnDeferred' && callers.coroutine !== null) {
    report(
      path,
      `cannot stand in the coroutine of ${callers.coroutine}: use await, and return what you need`,
    );
  }
  if (callers.thread !== null && !mayRunInThread(step.do)) {
    report(
      path,
      `cannot run in a thread, where ${callers.thread} calls this function: ` +
        'only block, log, return and raise can. Do it in the callback of its chain',
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
