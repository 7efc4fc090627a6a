import type { NodeKind } from './schema.ts';

/** The kinds by Twisted's own words. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  callLater: 'callLater',
  deferLater: 'deferLater',
  loopingCall: 'LoopingCall',
  deferred: 'Deferred',
  deferredList: 'DeferredList',
  coroutine: 'coroutine',
  cooperate: 'cooperate',
  deferToThread: 'deferToThread',
  semaphore: 'DeferredSemaphore',
  guarded: 'guarded call',
  queue: 'DeferredQueue',
  queueGet: 'queue.get',
  service: 'Service',
  outsideEvent: 'outside event',
};

/** What each kind is for, in a few words. */
export const KIND_SUMMARIES: Readonly<Record<NodeKind, string>> = {
  callLater: 'once, after a delay',
  deferLater: 'a result, later',
  loopingCall: 'again and again, no drift',
  deferred: 'fired by someone else',
  deferredList: 'wait for many',
  coroutine: 'await in sequence',
  cooperate: 'a long job in slices',
  deferToThread: 'off the reactor',
  semaphore: 'at most n at once',
  guarded: 'runs when a token is free',
  queue: 'producer, consumer',
  queueGet: 'takes the next object',
  service: 'starts and stops together',
  outsideEvent: 'what the world does',
};
