import type { FieldEdge, ScheduleEdge } from '#schedule/edges.ts';
import type { NodeStepKind } from '#schedule/language.ts';

/** What an arrow says of what draws it. `starts`: whether that starts the target first. */
export function edgeLabel(edge: Said, starts: boolean): string {
  if (edge.by === 'field') {
    return edge.field === 'member' && starts ? 'starts, waits' : FIELD_WORDS[edge.field];
  }
  if (!waits(edge.does)) return STEP_WORDS[edge.does];
  if (edge.does === 'await') return starts ? 'starts, awaits' : 'awaits';
  return starts ? 'starts, waits' : 'waits for';
}

/** An arrow as a sentence: `poll starts fetch and waits for it`. */
export function edgeSentence(source: string, edge: Said, starts: boolean, target: string): string {
  const waitsFor = edge.by === 'field' ? edge.field === 'member' : waits(edge.does);
  if (waitsFor && starts) {
    const awaits = edge.by === 'step' && edge.does === 'await';
    return `${source} starts ${target} and ${awaits ? 'awaits' : 'waits for'} it`;
  }
  return `${source} ${edgeLabel(edge, false)} ${target}`;
}

/** What the words of an arrow follow from. */
export type Said =
  | Pick<Extract<ScheduleEdge, { by: 'step' }>, 'by' | 'does'>
  | Pick<FieldEdge, 'by' | 'field'>;

const FIELD_WORDS: Readonly<Record<FieldEdge['field'], string>> = {
  member: 'waits for',
  semaphore: 'is guarded by',
  queue: 'takes from',
};

type Waiting = 'returnDeferred' | 'await';

function waits(does: NodeStepKind): does is Waiting {
  return does === 'returnDeferred' || does === 'await';
}

const STEP_WORDS: Readonly<Record<Exclude<NodeStepKind, Waiting>, string>> = {
  start: 'starts',
  stop: 'stops',
  cancel: 'cancels',
  reset: 'resets',
  delay: 'delays',
  fire: 'fires',
  fail: 'fails',
  pause: 'pauses',
  resume: 'resumes',
  put: 'puts into',
};
