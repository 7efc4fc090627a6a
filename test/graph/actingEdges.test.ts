import { expect, test } from 'vitest';

import { actKeysOf, recentActs } from '#graph/state/actingEdges.ts';
import { deriveEdges } from '#schedule/edges.ts';
import type { Schedule } from '#schedule/schema.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

/** The arrows that have just acted at each of these times, after all that happens then. */
function acting(document: Schedule, times: readonly number[]): readonly (readonly string[])[] {
  const { trace } = run(document);
  return times.map((time) => {
    const acts = recentActs(trace, trace.countUntil(time, true), time);
    return deriveEdges(document)
      .filter((edge) => actKeysOf(edge).some((key) => acts.has(key)))
      .map((edge) => `${edge.id} ${edge.by === 'step' ? edge.does : edge.field} ${edge.target}`);
  });
}

test('an arrow lights up at the instant at which its step acts', () => {
  const document = schedule({
    functions: {
      tick: [
        { do: 'start', node: 'fetch', when: { call: 1 } },
        { do: 'fire', node: 'answer', value: 1, when: { call: 2 } },
        { do: 'cancel', node: 'alarm', when: { call: 3 } },
      ],
      go_on: [{ do: 'returnDeferred', node: 'wait', start: true }],
      failed: [{ do: 'start', node: 'wait' }],
      ring: [{ do: 'stop', node: 'poll' }],
      end: [{ do: 'fail', node: 'other', error: { type: 'ValueError', message: '' } }],
    },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval: 5, call: 'tick', chain: [{ both: 'end' }] },
      {
        kind: 'deferLater',
        id: 'fetch',
        starts: 'never',
        delay: 1,
        chain: [{ callback: 'go_on', errback: 'failed' }],
      },
      { kind: 'deferLater', id: 'wait', starts: 'never', delay: 1 },
      { kind: 'deferred', id: 'answer' },
      { kind: 'callLater', id: 'alarm', delay: 99, call: 'ring' },
      { kind: 'callLater', id: 'stopper', delay: 20, call: 'ring' },
      { kind: 'deferred', id: 'other', chain: [{ errback: 'go_on' }] },
    ],
  });
  expect(acting(document, [0, 0.5, 1, 5, 10, 20])).toEqual([
    ['poll/own/0 start fetch'],
    [],
    ['fetch/0:callback/0 returnDeferred wait'],
    ['poll/own/1 fire answer'],
    ['poll/own/2 cancel alarm'],
    [
      'poll/0:both/0 fail other',
      'stopper/own/0 stop poll',
      'other/0:errback/0 returnDeferred wait',
    ],
  ]);
});

test('stepping event by event, an arrow lights up only once its event has happened', () => {
  const document = schedule({
    functions: { f: [{ do: 'start', node: 'b' }] },
    nodes: [
      { kind: 'callLater', id: 'a', delay: 1, call: 'f' },
      { kind: 'deferred', id: 'b', starts: 'never' },
    ],
  });
  const { trace } = run(document);
  const lit = Array.from({ length: trace.length }, (_, count) => count).find(
    (count) => recentActs(trace, count + 1, 1).size > 0,
  );
  expect(trace.eventAt(lit!).kind).toBe('started');
});

test('the steps of a coroutine act when it begins and whenever it goes on', () => {
  const document = schedule({
    functions: {
      task: [
        { do: 'await', node: 'first', start: true },
        { do: 'put', node: 'rows', value: 1 },
        { do: 'await', node: 'second', start: true },
      ],
    },
    nodes: [
      { kind: 'coroutine', id: 'job', call: 'task' },
      { kind: 'deferLater', id: 'first', starts: 'never', delay: 1 },
      { kind: 'deferLater', id: 'second', starts: 'never', delay: 1 },
      { kind: 'queue', id: 'rows' },
      { kind: 'queueGet', id: 'take', queue: 'rows' },
    ],
  });
  expect(acting(document, [0, 0.5, 1])).toEqual([
    ['job/own/0 await first', 'take/queue queue rows'],
    [],
    ['job/own/1 put rows', 'job/own/2 await second', 'take/queue queue rows'],
  ]);
});

test('a call that is moved lights the arrow that moved it, and not one that made it', () => {
  const document = schedule({
    functions: {
      make: [{ do: 'start', node: 'alarm' }],
      move: [
        { do: 'delay', node: 'alarm', seconds: 1 },
        { do: 'pause', node: 'answer' },
        { do: 'resume', node: 'answer' },
        { do: 'reset', node: 'loop' },
      ],
      ring: [],
    },
    nodes: [
      { kind: 'outsideEvent', id: 'one', at: [1], call: 'make' },
      { kind: 'outsideEvent', id: 'two', at: [2], call: 'move' },
      { kind: 'callLater', id: 'alarm', starts: 'never', delay: 5, call: 'ring' },
      { kind: 'deferred', id: 'answer' },
      { kind: 'loopingCall', id: 'loop', interval: 9, call: 'ring' },
    ],
  });
  expect(acting(document, [1, 2])).toEqual([
    ['one/own/0 start alarm'],
    [
      'two/own/0 delay alarm',
      'two/own/1 pause answer',
      'two/own/2 resume answer',
      'two/own/3 reset loop',
    ],
  ]);
});

test('a list acts on its members when it begins to wait, a guard on its semaphore at each turn', () => {
  const document = schedule({
    functions: { work: [{ do: 'returnDeferred', node: 'pause', start: true }], go: [] },
    nodes: [
      { kind: 'deferredList', id: 'both', members: ['a', 'b'] },
      { kind: 'guarded', id: 'a', starts: 'never', semaphore: 'one', call: 'work' },
      { kind: 'guarded', id: 'b', starts: 'never', semaphore: 'one', call: 'work' },
      { kind: 'semaphore', id: 'one', tokens: 1 },
      { kind: 'deferLater', id: 'pause', starts: 'never', delay: 1, call: 'go' },
    ],
  });
  expect(acting(document, [0, 1, 2])).toEqual([
    [
      'both/members:0 member a',
      'both/members:1 member b',
      'a/semaphore semaphore one',
      'a/own/0 returnDeferred pause',
      'b/semaphore semaphore one',
    ],
    ['a/semaphore semaphore one', 'b/semaphore semaphore one', 'b/own/0 returnDeferred pause'],
    ['b/semaphore semaphore one'],
  ]);
});
