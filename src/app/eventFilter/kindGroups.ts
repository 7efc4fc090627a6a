// not shown in this file: the names of groups, which filters are written with in every language
import { KIND, KINDS, type EventKind } from '#trace/eventKinds.ts';
import { msg, type Text } from '#words/words.ts';

/**
 * Which events of a kind are meant: none, all, or only those that are special or are not. Special is
 * an event whose value is a failure, and a delayed call that runs late.
 */
export const NEVER = 0;
export const PLAIN = 1;
export const SPECIAL = 2;
export const ALWAYS = 3;

/** Several kinds under one name. */
export interface KindGroup {
  readonly name: string;
  /** What its events have in common, in a few words. */
  readonly words: Text;
  readonly always: readonly EventKind[];
  /** Kinds whose special events belong to it. */
  readonly special?: readonly EventKind[];
}

/** The groups of kinds that a filter can name. */
export const KIND_GROUPS: readonly KindGroup[] = [
  {
    name: 'failure',
    words: msg('all that fails'),
    always: ['raised', 'failed', 'timedOut', 'loggedError', 'unhandled', 'reported'],
    special: ['passed', 'returned', 'resumed', 'wentOn', 'became', 'ended'],
  },
  {
    name: 'late',
    words: msg('late calls, skipped ticks'),
    always: ['skipped'],
    special: ['ran'],
  },
  { name: 'tick', words: msg('ticks and steps'), always: ['ticked', 'skipped', 'stepped'] },
  {
    name: 'waiting',
    words: msg('somebody waits'),
    always: ['waits', 'bodyWaits', 'acquireWaits', 'getWaits', 'queued', 'pauseCalled'],
  },
  {
    name: 'output',
    words: msg('what is printed'),
    always: ['logged', 'loggedError', 'reported'],
  },
  {
    name: 'function',
    words: msg('functions called and left'),
    always: ['entered', 'returned', 'returnedDeferred', 'raised', 'blocked'],
  },
  {
    name: 'chain',
    words: msg('what Deferreds do'),
    always: [
      'fired',
      'failed',
      'passed',
      'waits',
      'resumed',
      'taken',
      'became',
      'cancelled',
      'unhandled',
      'handled',
      'reported',
      'pauseCalled',
      'resumeCalled',
      'timeoutSet',
      'timeoutCleared',
      'timedOut',
    ],
  },
  {
    name: 'call',
    words: msg('delayed calls'),
    always: ['scheduled', 'unscheduled', 'ran'],
  },
  {
    name: 'thread',
    words: msg('jobs in threads'),
    always: ['assigned', 'queued', 'jobBegan', 'jobEnded'],
  },
  {
    name: 'line',
    words: msg('semaphores and queues'),
    always: ['acquireWaits', 'acquired', 'released', 'getWaits', 'got', 'gaveUp', 'put', 'handed'],
  },
  {
    name: 'reactor',
    words: msg('what the reactor does'),
    always: [
      'startup',
      'passBegan',
      'passEnded',
      'stopRequested',
      'advanced',
      'tickPlanned',
      'tickCancelled',
      'tickBegan',
    ],
  },
];

/**
 * Which events a name means, by the code of the kind; null where it is neither a kind nor a group.
 * `*` stands for any letters in the names of kinds.
 */
export function eventsNamed(name: string): Uint8Array | null {
  const wanted = name.toLowerCase();
  const events = new Uint8Array(KINDS.length);
  const group = KIND_GROUPS.find((one) => one.name === wanted);
  if (group !== undefined) {
    for (const kind of group.special ?? []) events[KIND[kind]] = SPECIAL;
    for (const kind of group.always) events[KIND[kind]] = ALWAYS;
    return events;
  }
  const pattern = wildcard(wanted);
  const kinds = KINDS.filter((kind) => pattern.test(kind));
  for (const kind of kinds) events[KIND[kind]] = ALWAYS;
  return kinds.length === 0 ? null : events;
}

/** What a text with `*` for any characters matches as a whole, whatever its case. */
export function wildcard(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'iu');
}
