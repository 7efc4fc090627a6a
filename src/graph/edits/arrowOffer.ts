import { kindRefusal, meaningText, stepRefusal, type ArrowDoes } from '#graph/words/meanings.ts';
import { givesDeferred, mayName, stepsThatMayName, type NodeStepKind } from '#schedule/language.ts';
import { nodeWithId } from '#schedule/places.ts';
import type { NodeKind, Schedule, ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import type { ArrowStart } from './arrowStarts.ts';
import { functionContext, resultMatters } from './functionContext.ts';

/** What an arrow can mean, or cannot and why. */
export interface Meaning {
  readonly does: ArrowDoes;
  readonly text: string;
  /** Null where it can mean that. */
  readonly refusal: string | null;
}

/** What an arrow from a place to a node can mean. */
export interface ArrowOffer {
  /** What it can mean, then what one may expect and it cannot. */
  readonly meanings: readonly Meaning[];
  /** What it most likely means; null where it can mean nothing. */
  readonly likeliest: ArrowDoes | null;
  /** Why it can mean nothing; null where it can. */
  readonly refusal: string | null;
}

/** What the end of an arrow must tell of itself. */
export type ArrowTarget = Pick<ScheduleNode, 'id' | 'kind' | 'starts'>;

/** What an arrow can mean that begins here and ends at this node. */
export function arrowOffer(schedule: Schedule, start: ArrowStart, target: ArrowTarget): ArrowOffer {
  const source = nodeWithId(schedule, start.node);
  if (source === null) return refused(t('There is no node {{node}}.', { node: start.node }));
  switch (start.from) {
    case 'function':
      return functionOffer(schedule, source, start, target);
    case 'rail': {
      const refusal = kindRefusal(target.kind);
      return refusal === null ? only(railStep(target.kind), target.id) : refused(refusal);
    }
    case 'field': {
      const refusal = fieldRefusal(source, start, target);
      return refusal === null ? only(start.field, target.id) : refused(refusal);
    }
  }
}

/** What a new link at the end of a rail does to a node of this kind. */
export function railStep(kind: NodeKind): NodeStepKind {
  if (kind === 'queue') return 'put';
  return givesDeferred(kind) ? 'returnDeferred' : 'start';
}

/** Why an arrow that begins here can lead nowhere; null where it can. */
export function startRefusal(schedule: Schedule, start: ArrowStart): string | null {
  const source = nodeWithId(schedule, start.node);
  if (source === null || start.from !== 'function') return null;
  const { runs, caller } = functionContext(schedule, source, start.place);
  return runs === 'inThread'
    ? t(
        '{{caller}} runs this function in a thread, where nothing may touch the reactor: drag the end of a rail of {{caller}} instead.',
        { caller: caller ?? '' },
      )
    : null;
}

function functionOffer(
  schedule: Schedule,
  source: ScheduleNode,
  start: Extract<ArrowStart, { from: 'function' }>,
  target: ArrowTarget,
): ArrowOffer {
  const refusal = startRefusal(schedule, start) ?? kindRefusal(target.kind);
  if (refusal !== null) return refused(refusal);
  const { kind, id } = target;
  const inCoroutine = functionContext(schedule, source, start.place).runs === 'asCoroutine';
  const wait = inCoroutine ? 'await' : 'returnDeferred';
  const other = inCoroutine ? 'returnDeferred' : 'await';
  const possible = stepsThatMayName(kind).filter((does) => does !== other);
  const expected = (['start', wait, 'stop', 'cancel'] as const).filter(
    (does) => !mayName(does, kind),
  );
  return {
    meanings: [
      ...possible.map((does) => ({ does, text: meaningText(does, id), refusal: null })),
      ...expected.map((does) => ({
        does,
        text: meaningText(does, id),
        refusal: stepRefusal(does, kind),
      })),
    ],
    likeliest: likeliestStep(
      target,
      inCoroutine || resultMatters(source, start.place) ? wait : null,
    ),
    refusal: null,
  };
}

/**
 * What an arrow most likely means. What the program starts by itself is waiting to be fired or
 * stopped; everything else is waiting to be started. `wait`: the step by which the function waits
 * for a Deferred; null where nobody would wait for it.
 */
export function likeliestStep(
  { kind, starts }: Pick<ScheduleNode, 'kind' | 'starts'>,
  wait: 'returnDeferred' | 'await' | null,
): NodeStepKind {
  if (kind === 'queue') return 'put';
  if (starts === 'program') {
    if (kind === 'deferred') return 'fire';
    return mayName('stop', kind) ? 'stop' : 'start';
  }
  return wait !== null && givesDeferred(kind) ? wait : 'start';
}

function fieldRefusal(
  source: ScheduleNode,
  { field }: Extract<ArrowStart, { from: 'field' }>,
  { id, kind }: ArrowTarget,
): string | null {
  if (field === 'semaphore') {
    return kind === 'semaphore'
      ? null
      : t('{{id}} cannot guard a call: only a DeferredSemaphore can.', { id });
  }
  if (field === 'queue') {
    return kind === 'queue'
      ? null
      : t('Nothing can be taken from {{id}}: it is no DeferredQueue.', { id });
  }
  if (id === source.id) return t('A list cannot wait for itself.');
  if (!givesDeferred(kind))
    return t('{{id}} gives no Deferred, so no list can wait for it.', { id });
  const isMember = source.kind === 'deferredList' && source.members.includes(id);
  return isMember ? t('{{list}} waits for {{id}} already.', { list: source.id, id }) : null;
}

function only(does: ArrowDoes, target: string): ArrowOffer {
  const meaning = { does, text: meaningText(does, target), refusal: null };
  return { meanings: [meaning], likeliest: does, refusal: null };
}

function refused(refusal: string): ArrowOffer {
  return { meanings: [], likeliest: null, refusal };
}
