import type { ChainLink, NodeKind, ScheduleNode, Step, StepKind } from './schema.ts';

/** The kinds whose start gives a Deferred, in the order of the palette. */
export const DEFERRED_KINDS = [
  'deferLater',
  'loopingCall',
  'deferred',
  'deferredList',
  'coroutine',
  'cooperate',
  'deferToThread',
  'guarded',
  'queueGet',
] as const satisfies readonly NodeKind[];

/** A kind whose nodes have a chain and can be waited for. */
export type DeferredKind = (typeof DEFERRED_KINDS)[number];

/** Whether starting a node of this kind gives a Deferred: such a node has a chain and can be waited for. */
export function givesDeferred(kind: NodeKind): kind is DeferredKind {
  return (DEFERRED_KINDS as readonly NodeKind[]).includes(kind);
}

/** A step that names a node. */
export type NodeStep = Extract<Step, { node: string }>;
/** What a step that names a node does to it. */
export type NodeStepKind = NodeStep['do'];

/** What one can cancel: whatever is pending and is not stopped. */
const CANCELLABLE = [
  'callLater',
  'deferLater',
  'deferred',
  'deferredList',
  'coroutine',
  'deferToThread',
  'guarded',
  'queueGet',
] as const satisfies readonly NodeKind[];

/** Which kinds of node each step may name, as in the table of the schedule language; likeliest first. */
const STEP_TARGETS: Readonly<Record<NodeStepKind, readonly NodeKind[]>> = {
  start: ['callLater', ...DEFERRED_KINDS, 'service'],
  returnDeferred: DEFERRED_KINDS,
  await: DEFERRED_KINDS,
  stop: ['loopingCall', 'cooperate', 'service'],
  cancel: CANCELLABLE,
  reset: ['callLater', 'loopingCall'],
  delay: ['callLater'],
  fire: ['deferred'],
  fail: ['deferred'],
  pause: ['deferred', 'cooperate'],
  resume: ['deferred', 'cooperate'],
  put: ['queue'],
};

/** Whether a step of this kind may name a node of that kind. */
export function mayName(step: NodeStepKind, kind: NodeKind): boolean {
  return STEP_TARGETS[step].includes(kind);
}

/** The steps that may name a node of this kind, the likeliest first. */
export function stepsThatMayName(kind: NodeKind): readonly NodeStepKind[] {
  return (Object.keys(STEP_TARGETS) as NodeStepKind[]).filter((step) => mayName(step, kind));
}

/** Whether the step names a node. */
export function namesNode(step: Step): step is NodeStep {
  return 'node' in step;
}

/** Whether a step ends its function: what stands behind it without a condition never runs. */
export function endsFunction(kind: StepKind): boolean {
  return kind === 'return' || kind === 'returnDeferred' || kind === 'raise';
}

/** The index of the step that always ends a function, or -1: behind it nothing runs. */
export function endingStep(steps: readonly Step[]): number {
  return steps.findIndex((step) => endsFunction(step.do) && step.when === undefined);
}

/** Whether a step may stand in a function that a worker of the thread pool runs. */
export function mayRunInThread(kind: StepKind): boolean {
  return kind === 'block' || kind === 'log' || kind === 'return' || kind === 'raise';
}

/** Whether nodes of this kind are made at program begin and never started: others only name them. */
export function isResource(kind: NodeKind): boolean {
  return kind === 'semaphore' || kind === 'queue';
}

/** The chain of a node; a node that gives no Deferred has none. */
export function chainOf(node: ScheduleNode): readonly ChainLink[] {
  return 'chain' in node ? node.chain : [];
}

/** The field that holds the function which a node itself calls, by kind. */
export type OwnFunctionField = 'call' | 'canceller';

/** What a node of each kind calls itself, and whether it must. */
const OWN_FUNCTIONS: Readonly<
  Record<NodeKind, { readonly field: OwnFunctionField; readonly required: boolean } | null>
> = {
  callLater: { field: 'call', required: true },
  deferLater: { field: 'call', required: false },
  loopingCall: { field: 'call', required: true },
  deferred: { field: 'canceller', required: false },
  deferredList: null,
  coroutine: { field: 'call', required: true },
  cooperate: { field: 'call', required: true },
  deferToThread: { field: 'call', required: true },
  semaphore: null,
  guarded: { field: 'call', required: true },
  queue: null,
  queueGet: null,
  service: null,
  outsideEvent: { field: 'call', required: true },
};

/** Which field of a node of this kind names the function that it calls itself; null: it calls none. */
export function ownFunctionField(kind: NodeKind): OwnFunctionField | null {
  return OWN_FUNCTIONS[kind]?.field ?? null;
}

/** Whether a node of this kind cannot be without a function of its own. */
export function needsOwnFunction(kind: NodeKind): boolean {
  return OWN_FUNCTIONS[kind]?.required ?? false;
}

/** The function that a node itself calls (a Deferred: its canceller), or null. */
export function ownFunction(node: ScheduleNode): string | null {
  if (node.kind === 'deferred') return node.canceller ?? null;
  return 'call' in node ? (node.call ?? null) : null;
}

/** A field of a node that names another node, with the name. */
export interface NodeReference {
  /** Its path within the node. */
  readonly path: readonly (string | number)[];
  readonly node: string;
  readonly as: 'member' | 'semaphore' | 'queue' | 'service';
}

/** The nodes that a node names in its own fields. */
export function referencesOf(node: ScheduleNode): readonly NodeReference[] {
  const references: NodeReference[] = [];
  if (node.kind === 'deferredList') {
    node.members.forEach((member, index) => {
      references.push({ path: ['members', index], node: member, as: 'member' });
    });
  }
  if (node.kind === 'guarded') {
    references.push({ path: ['semaphore'], node: node.semaphore, as: 'semaphore' });
  }
  if (node.kind === 'queueGet') {
    references.push({ path: ['queue'], node: node.queue, as: 'queue' });
  }
  if (node.service !== undefined) {
    references.push({ path: ['service'], node: node.service, as: 'service' });
  }
  return references;
}
