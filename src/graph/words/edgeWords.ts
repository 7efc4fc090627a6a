import type { NodeStepKind } from '#schedule/language.ts';

/** What an arrow says of what its step does: `starts`, `waits for`. */
export function edgeLabel(does: NodeStepKind, starts: boolean): string {
  if (does === 'returnDeferred') return starts ? 'starts, waits' : 'waits for';
  return LABELS[does];
}

const LABELS: Readonly<Record<Exclude<NodeStepKind, 'returnDeferred'>, string>> = {
  start: 'starts',
  stop: 'stops',
  cancel: 'cancels',
  fire: 'fires',
  fail: 'fails',
};

/** An arrow as a sentence: `poll starts fetch and waits for it`. */
export function edgeSentence(
  source: string,
  does: NodeStepKind,
  starts: boolean,
  target: string,
): string {
  if (does !== 'returnDeferred') return `${source} ${LABELS[does]} ${target}`;
  return starts ? `${source} starts ${target} and waits for it` : `${source} waits for ${target}`;
}
