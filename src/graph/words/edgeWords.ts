import type { FieldEdge, ScheduleEdge } from '#schedule/edges.ts';
import type { NodeStepKind } from '#schedule/language.ts';
import { msg, t, type Text } from '#words/words.ts';

/** What an arrow says of what draws it. `starts`: whether that starts the target first. */
export function edgeLabel(edge: Said, starts: boolean): string {
  if (edge.by === 'field') {
    return edge.field === 'member' && starts ? t('starts, waits') : t(FIELD_WORDS[edge.field]);
  }
  if (!waits(edge.does)) return t(STEP_WORDS[edge.does]);
  if (edge.does === 'await') return starts ? t('starts, awaits') : t('awaits');
  return starts ? t('starts, waits') : t('waits for');
}

/** An arrow as a sentence: `poll starts fetch and waits for it`. */
export function edgeSentence(source: string, edge: Said, starts: boolean, target: string): string {
  const waitsFor = edge.by === 'field' ? edge.field === 'member' : waits(edge.does);
  if (waitsFor && starts) {
    const awaits = edge.by === 'step' && edge.does === 'await';
    return awaits
      ? t('{{source}} starts {{target}} and awaits it', { source, target })
      : t('{{source}} starts {{target}} and waits for it', { source, target });
  }
  return t('{{source}} {{does}} {{target}}', { source, does: edgeLabel(edge, false), target });
}

/** What the words of an arrow follow from. */
export type Said =
  | Pick<Extract<ScheduleEdge, { by: 'step' }>, 'by' | 'does'>
  | Pick<FieldEdge, 'by' | 'field'>;

const FIELD_WORDS: Readonly<Record<FieldEdge['field'], Text>> = {
  member: msg('waits for'),
  semaphore: msg('is guarded by'),
  queue: msg('takes from'),
};

type Waiting = 'returnDeferred' | 'await';

function waits(does: NodeStepKind): does is Waiting {
  return does === 'returnDeferred' || does === 'await';
}

const STEP_WORDS: Readonly<Record<Exclude<NodeStepKind, Waiting>, Text>> = {
  start: msg('starts'),
  stop: msg('stops'),
  cancel: msg('cancels'),
  reset: msg('resets'),
  delay: msg('delays'),
  fire: msg('fires'),
  fail: msg('fails'),
  pause: msg('pauses'),
  resume: msg('resumes'),
  put: msg('puts into'),
};
