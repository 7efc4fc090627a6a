import { mayName, stepsThatMayName, type NodeStepKind } from '#schedule/language.ts';
import type { NodeKind } from '#schedule/schema.ts';

/** What an arrow to a node can mean, or why it cannot mean that. */
export interface Meaning {
  readonly does: NodeStepKind;
  readonly text: string;
  readonly refusal: string | null;
}

const ALL: readonly NodeStepKind[] = ['start', 'returnDeferred', 'stop', 'cancel', 'fire', 'fail'];

/** What an arrow to a node of this kind can mean, then what it cannot and why. */
export function meaningsOf(kind: NodeKind, target: string): readonly Meaning[] {
  const possible = stepsThatMayName(kind);
  const others = ALL.filter((does) => !mayName(does, kind));
  return [...possible, ...others].map((does) => ({
    does,
    text: meaningText(does, target),
    refusal: mayName(does, kind) ? null : REFUSALS[does],
  }));
}

/** A step that names a node, as an order: `start fetch, wait for it`. */
export function meaningText(does: NodeStepKind, target: string): string {
  if (does === 'returnDeferred') return `start ${target}, wait for it`;
  if (does === 'fire') return `fire ${target} with a result`;
  if (does === 'fail') return `fail ${target} with an error`;
  return `${does} ${target}`;
}

const REFUSALS: Readonly<Record<NodeStepKind, string>> = {
  start: 'Every node can be started.',
  returnDeferred: 'It gives no Deferred to wait for.',
  stop: 'Only a LoopingCall has stop().',
  cancel: 'A LoopingCall has no cancel(): stop it.',
  fire: 'Only a Deferred is fired by someone else.',
  fail: 'Only a Deferred is failed by someone else.',
};
