import { KIND_NAMES } from '#schedule/kindWords.ts';
import { mayName, stepsThatMayName, type NodeStepKind } from '#schedule/language.ts';
import type { NodeKind, StepKind } from '#schedule/schema.ts';

/** What each kind of step does, in a line of help; in the order of the menus. */
const HELP: Readonly<Record<StepKind, string>> = {
  log: 'print a line',
  block: 'keep the reactor busy for a time',
  start: 'start a node and go on',
  returnDeferred: 'end here; who called waits for a node’s Deferred',
  return: 'end here with a value',
  raise: 'end here with an exception',
  stop: 'stop a LoopingCall',
  cancel: 'cancel a pending call or a Deferred',
  fire: 'call a Deferred back with a value',
  fail: 'fail a Deferred with an exception',
  stopReactor: 'end the run',
};

/** A kind of step as a menu offers it. */
export interface StepChoice {
  readonly kind: StepKind;
  readonly help: string;
  /** Why it cannot be chosen: there is no node yet that it may name. */
  readonly needs: string | null;
}

/** All kinds of step for a document with nodes of these kinds. */
export function stepChoices(present: ReadonlySet<NodeKind>): readonly StepChoice[] {
  return STEP_KINDS.map((kind) => ({ kind, help: HELP[kind], needs: needsOf(kind, present) }));
}

const STEP_KINDS = Object.keys(HELP) as readonly StepKind[];
const NODE_KINDS = Object.keys(KIND_NAMES) as readonly NodeKind[];

const NODE_STEP_KINDS: ReadonlySet<StepKind> = new Set(NODE_KINDS.flatMap(stepsThatMayName));

/** Whether a step of this kind names a node. */
export function isNodeStepKind(kind: StepKind): kind is NodeStepKind {
  return NODE_STEP_KINDS.has(kind);
}

function needsOf(kind: StepKind, present: ReadonlySet<NodeKind>): string | null {
  if (!isNodeStepKind(kind)) return null;
  const allowed = NODE_KINDS.filter((node) => mayName(kind, node));
  if (allowed.some((node) => present.has(node))) return null;
  const names = allowed.map((node) => KIND_NAMES[node]);
  const last = names.at(-1) ?? '';
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
  return `needs a ${list}: add one first`;
}
