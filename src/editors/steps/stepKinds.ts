import { KIND_NAMES } from '#schedule/kindWords.ts';
import {
  mayName,
  mayRunInThread,
  stepsThatMayName,
  type NodeStepKind,
} from '#schedule/language.ts';
import type { NodeKind, StepKind } from '#schedule/schema.ts';

import type { FunctionUse } from './functionUse.ts';

/** What each kind of step does, in a line of help; in the order of the menus. */
const HELP: Readonly<Record<StepKind, string>> = {
  log: 'print a line',
  block: 'keep the reactor busy for a time',
  start: 'start a node and go on',
  await: 'wait here for a node’s Deferred',
  returnDeferred: 'end here; who called waits for a node’s Deferred',
  return: 'end here with a value',
  raise: 'end here with an exception',
  stop: 'stop a loop, a task or a service',
  cancel: 'cancel a pending call or a Deferred',
  pause: 'hold a Deferred or a task',
  resume: 'let what was paused go on',
  reset: 'let a pending call or an interval begin anew',
  delay: 'put a pending call off',
  fire: 'call a Deferred back with a value',
  fail: 'fail a Deferred with an exception',
  put: 'put a value into a queue',
  stopReactor: 'end the run',
};

/** A kind of step as a menu offers it. */
export interface StepChoice {
  readonly kind: StepKind;
  readonly help: string;
  /** Why it cannot be chosen: it has no meaning in the function, or no node that it may name. */
  readonly needs: string | null;
}

/** All kinds of step for a function that is used so, in a document with nodes of these kinds. */
export function stepChoices(
  present: ReadonlySet<NodeKind>,
  use: FunctionUse,
): readonly StepChoice[] {
  return STEP_KINDS.map((kind) => ({
    kind,
    help: kind === 'block' && use.thread !== null ? 'keep the worker busy for a time' : HELP[kind],
    needs: faultIn(kind, use) ?? needsOf(kind, present),
  }));
}

const STEP_KINDS = Object.keys(HELP) as readonly StepKind[];
const NODE_KINDS = Object.keys(KIND_NAMES) as readonly NodeKind[];

const NODE_STEP_KINDS: ReadonlySet<StepKind> = new Set(NODE_KINDS.flatMap(stepsThatMayName));

/** Whether a step of this kind names a node. */
export function isNodeStepKind(kind: StepKind): kind is NodeStepKind {
  return NODE_STEP_KINDS.has(kind);
}

/** Why a step of this kind cannot stand in a function that is used so. */
function faultIn(kind: StepKind, { coroutine, thread, other }: FunctionUse): string | null {
  if (thread !== null && !mayRunInThread(kind)) {
    return `not in a thread, where ${thread} calls this function`;
  }
  if (kind === 'await' && coroutine === null && other !== null) {
    return 'only in the function of a coroutine';
  }
  if (kind === 'returnDeferred' && coroutine !== null) {
    return `not in the coroutine of ${coroutine}: await it`;
  }
  return null;
}

/** What a step needs that may name nodes of many kinds; the others say the kinds. */
const NEEDS: Partial<Readonly<Record<StepKind, string>>> = {
  start: 'node that can be started',
  await: 'node that gives a Deferred',
  returnDeferred: 'node that gives a Deferred',
  cancel: 'pending call or a Deferred',
};

function needsOf(kind: StepKind, present: ReadonlySet<NodeKind>): string | null {
  if (!isNodeStepKind(kind)) return null;
  const allowed = NODE_KINDS.filter((node) => mayName(kind, node));
  if (allowed.some((node) => present.has(node))) return null;
  return `needs a ${NEEDS[kind] ?? listed(allowed)}: add one first`;
}

function listed(kinds: readonly NodeKind[]): string {
  const names = kinds.map((kind) => KIND_NAMES[kind]);
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
