import { KIND_NAMES } from '#schedule/kindWords.ts';
import {
  mayName,
  mayRunInThread,
  stepsThatMayName,
  type NodeStepKind,
} from '#schedule/language.ts';
import type { NodeKind, StepKind } from '#schedule/schema.ts';
import { msg, oneOf, t, type Text } from '#words/words.ts';

import type { FunctionUse } from './functionUse.ts';

/** What each kind of step does, in a line of help; in the order of the menus. */
const HELP: Readonly<Record<StepKind, Text>> = {
  log: msg('print a line'),
  block: msg('keep the reactor busy for a time'),
  start: msg('start a node and go on'),
  await: msg('wait here for a node’s Deferred'),
  returnDeferred: msg('end here; who called waits for a node’s Deferred'),
  return: msg('end here with a value'),
  raise: msg('end here with an exception'),
  stop: msg('stop a loop, a task or a service'),
  cancel: msg('cancel a pending call or a Deferred'),
  pause: msg('hold a Deferred or a task'),
  resume: msg('let what was paused go on'),
  reset: msg('let a pending call or an interval begin anew'),
  delay: msg('put a pending call off'),
  fire: msg('call a Deferred back with a value'),
  fail: msg('fail a Deferred with an exception'),
  put: msg('put a value into a queue'),
  stopReactor: msg('end the run'),
};

/** A kind of step as a menu offers it. */
export interface StepChoice {
  readonly kind: StepKind;
  readonly help: Text;
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
    help:
      kind === 'block' && use.thread !== null ? msg('keep the worker busy for a time') : HELP[kind],
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
    return t('not in a thread, where {{thread}} calls this function', { thread });
  }
  if (kind === 'await' && coroutine === null && other !== null) {
    return t('only in the function of a coroutine');
  }
  if (kind === 'returnDeferred' && coroutine !== null) {
    return t('not in the coroutine of {{coroutine}}: await it', { coroutine });
  }
  return null;
}

/** What a step needs that may name nodes of many kinds; the others say the kinds. */
const NEEDS: Partial<Readonly<Record<StepKind, Text>>> = {
  start: msg('node that can be started'),
  await: msg('node that gives a Deferred'),
  returnDeferred: msg('node that gives a Deferred'),
  cancel: msg('pending call or a Deferred'),
};

function needsOf(kind: StepKind, present: ReadonlySet<NodeKind>): string | null {
  if (!isNodeStepKind(kind)) return null;
  const allowed = NODE_KINDS.filter((node) => mayName(kind, node));
  if (allowed.some((node) => present.has(node))) return null;
  const needed = NEEDS[kind];
  return t('needs a {{kind}}: add one first', {
    kind: needed === undefined ? oneOf(allowed.map((node) => t(KIND_NAMES[node]))) : t(needed),
  });
}
