import type { NodeKind, ScheduleNode } from '#schedule/schema.ts';

import { withFullStop } from './docstring.ts';

/** What a node is, in the docstring of the method that starts it. */
const WORDS: Readonly<Record<NodeKind, string>> = {
  callLater: 'delayed call',
  deferLater: 'deferLater',
  loopingCall: 'LoopingCall',
  deferred: 'Deferred',
  deferredList: 'DeferredList',
  coroutine: 'coroutine',
  cooperate: 'cooperative task',
  deferToThread: 'thread call',
  semaphore: 'semaphore',
  guarded: 'guarded call',
  queue: 'queue',
  queueGet: 'queue get',
  service: 'service',
  outsideEvent: 'outside event',
};

/** The docstring of a start method: what is started, and the node's label. */
export function startWords(node: ScheduleNode): string {
  const what = `Start the ${WORDS[node.kind]} ${node.id}`;
  const label = node.label?.trim() ?? '';
  return label === '' ? `${what}.` : `${what}: ${withFullStop(label)}`;
}
