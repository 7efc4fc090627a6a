import { describe, expect, test } from 'vitest';

import { whatNext } from '#explain/whatNext.ts';
import { shownInstance } from '#trace/shownInstance.ts';
import { createStateCursor } from '#trace/stateCursor.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const DOCUMENT = schedule({
  horizon: 20,
  functions: {
    ring: [],
    hold: [{ do: 'returnDeferred', node: 'fetch', start: true }],
    body: [{ do: 'await', node: 'outer', start: true }],
    work: [{ do: 'block', for: 3 }],
    slice: [{ do: 'pause', node: 'job' }],
    burst: [{ do: 'raise', error: { type: 'ValueError', message: 'burst' } }],
    freeze: [
      { do: 'fire', node: 'frozen', value: 12 },
      { do: 'pause', node: 'frozen' },
    ],
    halt: [{ do: 'stop', node: 'server' }],
    wake: [{ do: 'block', for: 2 }],
  },
  nodes: [
    { kind: 'deferLater', id: 'fetch', delay: 5, starts: 'never' },
    { kind: 'deferLater', id: 'outer', delay: 1, call: 'hold', starts: 'never' },
    { kind: 'coroutine', id: 'main_task', call: 'body' },
    { kind: 'loopingCall', id: 'poll', interval: 2, call: 'ring' },
    { kind: 'callLater', id: 'alarm', delay: 8, call: 'ring' },
    { kind: 'deferred', id: 'answer' },
    { kind: 'deferred', id: 'limited', chain: [{ timeout: 9 }] },
    { kind: 'deferred', id: 'frozen', chain: [{ callback: 'freeze' }] },
    { kind: 'callLater', id: 'freezer', delay: 1, call: 'freeze' },
    { kind: 'deferredList', id: 'all_of', members: ['answer', 'limited'], startMembers: false },
    { kind: 'semaphore', id: 'limit', tokens: 1 },
    { kind: 'guarded', id: 'one', semaphore: 'limit', call: 'hold' },
    { kind: 'guarded', id: 'two', semaphore: 'limit', call: 'hold' },
    { kind: 'queue', id: 'mail' },
    { kind: 'queueGet', id: 'take', queue: 'mail' },
    { kind: 'deferToThread', id: 'job_one', call: 'work' },
    { kind: 'cooperate', id: 'job', call: 'slice' },
    { kind: 'deferLater', id: 'wrong', delay: 1, call: 'burst' },
    { kind: 'service', id: 'server' },
    { kind: 'callLater', id: 'stopper', delay: 15, call: 'halt' },
  ],
});

const { trace } = run(DOCUMENT);
const cursor = createStateCursor(trace);

/** What comes next of a node when all events of a time are over. */
function nextOf(id: string, time: number): readonly string[] {
  const index = trace.header.nodes.findIndex((node) => node.id === id);
  const state = cursor.at(trace.countUntil(time, true));
  const instance = shownInstance(state, index, trace.header.nodes[index]?.kind ?? '');
  if (instance === null) throw new Error(`${id} has not been started at ${time} s`);
  return whatNext(trace, state, instance);
}

describe('what comes next', () => {
  test('walks from what waits to what will happen of itself', () => {
    expect(nextOf('main_task', 2)).toEqual([
      '`main_task` goes on when `outer` has a result.',
      '`outer` goes on when `fetch #2` has a result.',
      'The reactor calls `fetch #2` at 6.000 s, unless it is cancelled or moved before.',
    ]);
  });

  test.each([
    ['poll', 3, 'The next tick of `poll` is due at 4.000 s.'],
    ['alarm', 3, 'The reactor calls `alarm` at 8.000 s, unless it is cancelled or moved before.'],
    ['alarm', 9, 'Nothing more comes of this start of `alarm`.'],
    ['answer', 3, '`answer` fires when somebody calls `callback()` or `errback()` on it.'],
    ['limited', 3, 'Nothing is due but its timeout, which cancels `limited` at 9.000 s.'],
    ['frozen', 3, 'The value of `frozen` goes no further until `unpause()` is called.'],
    ['all_of', 3, '`all_of` fires when its members have their results, or as its options say.'],
    ['two', 3, '`two` has its turn when a token of `limit` is given back.'],
    ['take', 3, '`take` has its turn when an object is put into `mail`.'],
    ['job_one', 1, 'A worker is at `job_one`, up to 3.000 s at least.'],
    ['job', 1, '`job` takes no step until `resume()` was called as often as `pause()`.'],
    [
      'wrong',
      3,
      'An errback can still be added to `wrong`. When nothing holds it any more, Twisted logs the error.',
    ],
    ['server', 3, '`server` runs until it is stopped.'],
    ['server', 16, '`server` does nothing more, unless it is started again.'],
  ])('of %s at %d s', (id, time, sentence) => {
    expect(nextOf(id, time)).toEqual([sentence]);
  });
});
