import type { ChainLink, NodeKind, ScheduleNode, Step, StepKind } from './schema.ts';

/** Whether starting a node of this kind gives a Deferred: such a node has a chain and can be waited for. */
export function givesDeferred(kind: NodeKind): boolean {
  return kind !== 'callLater';
}

/** A step that names a node. */
export type NodeStep = Extract<Step, { node: string }>;
/** What a step that names a node does to it. */
export type NodeStepKind = NodeStep['do'];

/** Which kinds of node each step may name, as in the table of the schedule language. */
const STEP_TARGETS: Readonly<Record<NodeStepKind, readonly NodeKind[]>> = {
  start: ['callLater', 'deferLater', 'loopingCall', 'deferred'],
  stop: ['loopingCall'],
  cancel: ['callLater', 'deferLater', 'deferred'],
  fire: ['deferred'],
  fail: ['deferred'],
  returnDeferred: ['deferLater', 'loopingCall', 'deferred'],
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

/** The chain of a node; a node that gives no Deferred has none. */
export function chainOf(node: ScheduleNode): readonly ChainLink[] {
  return 'chain' in node ? node.chain : [];
}

/** The field that holds the function which a node itself calls, by kind. */
export type OwnFunctionField = 'call' | 'canceller';

/** Which field of a node of this kind names the function that it calls itself. */
export function ownFunctionField(kind: NodeKind): OwnFunctionField {
  return kind === 'deferred' ? 'canceller' : 'call';
}

/** The function that a node itself calls (a Deferred: its canceller), or null. */
export function ownFunction(node: ScheduleNode): string | null {
  return (node.kind === 'deferred' ? node.canceller : node.call) ?? null;
}
