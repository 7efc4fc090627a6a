import type { Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

const RAISE = { do: 'raise', error: { type: 'ValueError', message: 'no' } };
const NEVER = { starts: 'never', chain: [] };

/** Schedules in which something is questionable, by the rules that find it. */
export const QUESTIONABLE: Readonly<Record<string, Schedule>> = {
  noTime: schedule({
    horizon: 0,
    functions: { go: [] },
    nodes: [{ kind: 'callLater', id: 'a', delay: 0, call: 'go' }],
  }),
  noEffect: {
    ...schedule({
      functions: { go: [] },
      nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'go' }],
    }),
    advances: [1],
  },
  neverStarted: schedule({
    functions: { go: [{ do: 'fire', node: 'alone', value: 1 }] },
    nodes: [
      { kind: 'callLater', id: 'first', delay: 1, call: 'go' },
      { ...NEVER, kind: 'deferred', id: 'alone' },
    ],
  }),
  deadStarter: schedule({
    functions: { go: [], begin: [{ do: 'start', node: 'second' }] },
    nodes: [
      { kind: 'callLater', id: 'here', delay: 1, call: 'go' },
      { kind: 'callLater', id: 'first', delay: 1, call: 'begin', starts: 'never' },
      { kind: 'callLater', id: 'second', delay: 1, call: 'go', starts: 'never' },
    ],
  }),
  membersNotStarted: schedule({
    functions: { go: [] },
    nodes: [
      { kind: 'deferredList', id: 'list', members: ['alone'], startMembers: false },
      { ...NEVER, kind: 'deferLater', id: 'alone', delay: 1, call: 'go' },
    ],
  }),
  nothingFires: schedule({ nodes: [{ kind: 'deferred', id: 'd', chain: [] }] }),
  nothingResumes: schedule({
    functions: { stop: [{ do: 'pause', node: 'd' }], go: [{ do: 'fire', node: 'd', value: 1 }] },
    nodes: [
      { kind: 'deferred', id: 'd', chain: [] },
      { kind: 'callLater', id: 'early', delay: 1, call: 'stop' },
      { kind: 'callLater', id: 'late', delay: 2, call: 'go' },
    ],
  }),
  queues: schedule({
    functions: { fill: [{ do: 'put', node: 'only_filled', value: 1 }] },
    nodes: [
      { kind: 'queue', id: 'unused', starts: 'never' },
      { kind: 'queue', id: 'only_filled', starts: 'never' },
      { kind: 'queue', id: 'only_emptied', starts: 'never' },
      { kind: 'loopingCall', id: 'filling', interval: 20, call: 'fill', chain: [] },
      { kind: 'queueGet', id: 'get', queue: 'only_emptied', chain: [] },
    ],
  }),
  unusedSemaphore: schedule({
    nodes: [{ kind: 'semaphore', id: 'tokens', tokens: 1, starts: 'never' }],
  }),
  conditionNeverHolds: schedule({
    functions: {
      tick: [
        { do: 'log', text: 'a', when: { fromCall: 3, untilCall: 2 } },
        { do: 'log', text: 'b', when: { call: 3, everyCall: 2 } },
        { do: 'log', text: 'c', when: { chance: 0 } },
        { do: 'log', text: 'd', when: { error: 'ValueError' } },
      ],
    },
    nodes: [{ kind: 'loopingCall', id: 'poll', interval: 20, call: 'tick', chain: [] }],
  }),
  horizon: schedule({
    horizon: 10,
    functions: { go: [] },
    nodes: [
      { kind: 'callLater', id: 'late', delay: 20, call: 'go' },
      { kind: 'outsideEvent', id: 'world', at: [1, 30], call: 'go' },
      { kind: 'deferLater', id: 'slow', delay: 1, call: 'go', chain: [{ timeout: 50 }] },
    ],
  }),
  neverRests: schedule({
    horizon: 1,
    functions: { go: [] },
    nodes: [{ kind: 'cooperate', id: 'task', call: 'go', chain: [] }],
  }),
  blocksReactor: schedule({
    functions: { crunch: [{ do: 'block', for: 0.8 }] },
    nodes: [{ kind: 'callLater', id: 'work', delay: 1, call: 'crunch' }],
  }),
  uncalledFunction: schedule({
    functions: { go: [], unused: [{ do: 'log', text: 'x' }] },
    nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'go' }],
  }),
  uselessBreakpoint: {
    ...schedule({
      functions: { go: [] },
      nodes: [{ kind: 'callLater', id: 'a', delay: 1, call: 'go' }],
    }),
    breakpoints: [{ on: 'time', time: 70, enabled: true }],
  },
  errors: schedule({
    functions: { fail: [RAISE] },
    nodes: [
      { kind: 'deferLater', id: 'early', delay: 1, call: 'fail', chain: [] },
      { kind: 'callLater', id: 'late', delay: 2, call: 'fail' },
      { kind: 'outsideEvent', id: 'clicks', at: [3, 4], call: 'fail' },
    ],
  }),
  missedTicks: schedule({
    functions: { crunch: [{ do: 'block', for: 2.5 }] },
    nodes: [{ kind: 'loopingCall', id: 'poll', interval: 1, call: 'crunch', chain: [] }],
  }),
  waitsForEver: schedule({
    functions: { fire: [{ do: 'fire', node: 'd', value: 1, when: { call: 2 } }] },
    nodes: [
      { kind: 'deferred', id: 'd', chain: [] },
      { kind: 'callLater', id: 'a', delay: 1, call: 'fire' },
    ],
  }),
  neverGot: schedule({
    functions: { put: [{ do: 'put', node: 'q', value: 1, when: { call: 2 } }] },
    nodes: [
      { kind: 'queue', id: 'q', starts: 'never' },
      { kind: 'queueGet', id: 'get', queue: 'q', chain: [] },
      { kind: 'callLater', id: 'a', delay: 1, call: 'put' },
    ],
  }),
  ranLate: schedule({
    functions: { crunch: [{ do: 'block', for: 3 }], go: [] },
    nodes: [
      { kind: 'callLater', id: 'long', delay: 1, call: 'crunch' },
      { kind: 'callLater', id: 'kept', delay: 2, call: 'go' },
    ],
  }),
  emptyList: schedule({ nodes: [{ kind: 'deferredList', id: 'list', members: [] }] }),
  intervalZero: schedule({
    horizon: 1,
    functions: { go: [] },
    nodes: [{ kind: 'loopingCall', id: 'loop', interval: 0, call: 'go', chain: [] }],
  }),
  deadlock: schedule({
    functions: {
      hold: [{ do: 'returnDeferred', node: 'd', start: true }],
      go: [],
      fire: [{ do: 'fire', node: 'd', value: 1, when: { call: 2 } }],
    },
    nodes: [
      { kind: 'semaphore', id: 'token', tokens: 1, starts: 'never' },
      { ...NEVER, kind: 'deferred', id: 'd' },
      { kind: 'guarded', id: 'holder', semaphore: 'token', call: 'hold', chain: [] },
      { kind: 'guarded', id: 'waiter', semaphore: 'token', call: 'go', chain: [] },
      { kind: 'callLater', id: 'a', delay: 1, call: 'fire' },
    ],
  }),
  queueGrows: schedule({
    functions: { put: [{ do: 'put', node: 'q', value: 1 }] },
    nodes: [
      { kind: 'queue', id: 'q', starts: 'never' },
      { kind: 'queueGet', id: 'get', queue: 'q', chain: [] },
      { kind: 'loopingCall', id: 'filling', interval: 2, call: 'put', chain: [] },
    ],
  }),
  waitedForWorker: {
    ...schedule({
      functions: { work: [{ do: 'block', for: 1 }] },
      nodes: [
        { kind: 'deferToThread', id: 'one', call: 'work', chain: [] },
        { kind: 'deferToThread', id: 'two', call: 'work', chain: [] },
      ],
    }),
    threadPool: { min: 0, max: 1 },
  },
};
