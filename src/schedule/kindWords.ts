import { msg, type Text } from '#words/words.ts';

import type { NodeKind } from './schema.ts';

/** The kinds by Twisted's own words. */
export const KIND_NAMES: Readonly<Record<NodeKind, Text>> = {
  callLater: msg('callLater'),
  deferLater: msg('deferLater'),
  loopingCall: msg('LoopingCall'),
  deferred: msg('Deferred'),
  deferredList: msg('DeferredList'),
  coroutine: msg('coroutine'),
  cooperate: msg('cooperate'),
  deferToThread: msg('deferToThread'),
  semaphore: msg('DeferredSemaphore'),
  guarded: msg('guarded call'),
  queue: msg('DeferredQueue'),
  queueGet: msg('queue.get'),
  service: msg('Service'),
  outsideEvent: msg('outside event'),
};

/** What each kind is for, in a few words. */
export const KIND_SUMMARIES: Readonly<Record<NodeKind, Text>> = {
  callLater: msg('once, after a delay'),
  deferLater: msg('a result, later'),
  loopingCall: msg('again and again, no drift'),
  deferred: msg('fired by someone else'),
  deferredList: msg('wait for many'),
  coroutine: msg('await in sequence'),
  cooperate: msg('a long job in slices'),
  deferToThread: msg('off the reactor'),
  semaphore: msg('at most n at once'),
  guarded: msg('runs when a token is free'),
  queue: msg('producer, consumer'),
  queueGet: msg('takes the next object'),
  service: msg('starts and stops together'),
  outsideEvent: msg('what the world does'),
};
