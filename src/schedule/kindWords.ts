import type { NodeKind } from './schema.ts';

/** The kinds by Twisted's own words. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  callLater: 'callLater',
  deferLater: 'deferLater',
  loopingCall: 'LoopingCall',
  deferred: 'Deferred',
};

/** What each kind is for, in a few words. */
export const KIND_SUMMARIES: Readonly<Record<NodeKind, string>> = {
  callLater: 'once, after a delay',
  deferLater: 'a result, later',
  loopingCall: 'again and again, no drift',
  deferred: 'fired by someone else',
};
