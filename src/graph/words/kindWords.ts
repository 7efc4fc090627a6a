import { KIND_NAMES } from '#schedule/kindWords.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { durationWords } from './durationWords.ts';

/**
 * A node's kind and main parameter, such as `LoopingCall · every 5 s`. `members`: how many a service
 * has; null for other nodes.
 */
export function kindWords(node: ScheduleNode, members: number | null = null): string {
  const words =
    members === null ? parameterWords(node) : t('{{count}} members', { count: members });
  return words === '' ? kindName(node) : `${kindName(node)} · ${words}`;
}

/** A kind by Twisted's word for what its node is made of. */
function kindName(node: ScheduleNode): string {
  if (node.kind === 'deferredList' && node.gather) return 'gatherResults';
  if (node.kind === 'semaphore' && node.tokens === 1) return 'DeferredLock';
  return t(KIND_NAMES[node.kind]);
}

function parameterWords(node: ScheduleNode): string {
  switch (node.kind) {
    case 'callLater':
    case 'deferLater':
      return durationWords(node.delay);
    case 'loopingCall': {
      const every = t('every {{time}}', { time: formatDuration(node.interval) });
      return node.withCount ? t('{{every}}, with count', { every }) : every;
    }
    case 'deferredList':
      return listed([
        node.fireOnOneCallback && t('fires on one callback'),
        node.fireOnOneErrback && t('fires on one errback'),
        node.consumeErrors && t('consumes errors'),
      ]);
    case 'cooperate':
      return node.count === undefined ? t('endless') : t('{{count}} steps', { count: node.count });
    case 'semaphore':
      return node.tokens === 1 ? '' : t('tokens {{number}}', { number: node.tokens });
    case 'queue':
      return listed([
        node.size !== undefined && t('size {{number}}', { number: node.size }),
        node.backlog !== undefined && t('backlog {{number}}', { number: node.backlog }),
      ]);
    case 'outsideEvent':
      return momentWords(node.at);
    case 'deferred':
    case 'coroutine':
    case 'deferToThread':
    case 'guarded':
    case 'queueGet':
    case 'service':
      return '';
  }
}

/** More moments than this are not named. */
const MAX_MOMENTS = 2;

/** The first moments: `at 3 s, 7 s, …`. */
function momentWords(at: readonly number[]): string {
  if (at.length === 0) return t('never');
  const shown = at.slice(0, MAX_MOMENTS).map((moment) => formatDuration(moment));
  return t('at {{moments}}', {
    moments: [...shown, ...(at.length > MAX_MOMENTS ? ['…'] : [])].join(', '),
  });
}

function listed(words: readonly (string | false)[]): string {
  return words.filter((word) => word !== false).join(', ');
}
