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
      .map(({ id, does, target }) => `${id} ${does} ${target}`);
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
