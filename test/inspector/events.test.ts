import { expect, test } from 'vitest';

import { effectsOf } from '#explain/effectsOf.ts';
import { eventValue } from '#inspector/event/eventValue.ts';
import { firstStart } from '#inspector/state/firstStart.ts';
import { describeEvent } from '#trace/describeEvent.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const LONG = 'a text that is longer than what a list shows of it';

const { trace } = run(
  schedule({
    horizon: 20,
    functions: {
      tick: [
        { do: 'log', text: 'tick {call}\nsecond line' },
        { do: 'start', node: 'fetch', when: { call: 2 } },
        { do: 'block', for: 0.123456789 },
      ],
      get: [{ do: 'return', value: LONG }],
    },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval: 5, call: 'tick' },
      { kind: 'deferLater', id: 'fetch', delay: 1, call: 'get', starts: 'never' },
      { kind: 'deferred', id: 'job', starts: 'never' },
    ],
  }),
);

const said = (sequence: number): string => describeEvent(trace, sequence).text;
const find = (text: string): number =>
  Array.from({ length: trace.length }, (_, sequence) => sequence).find((sequence) =>
    said(sequence).startsWith(text),
  )!;

test('the direct effects of an event are those that have it as their cause', () => {
  const effects = effectsOf(trace, trace.length, find('tick() called'));
  expect({ said: effects.events.map(said), isCut: effects.isCut }).toEqual({
    said: ['tick 1\nsecond line', 'blocks 0.123457 s', 'tick() → None'],
    isCut: false,
  });
});

test('only the events that are there are searched for effects', () => {
  const cause = find('tick() called');
  expect(effectsOf(trace, cause + 2, cause).events.map(said)).toEqual(['tick 1\nsecond line']);
});

test('the value of an event is shown uncut, and not where the description has all of it', () => {
  expect([
    eventValue(trace, find('get() →')),
    eventValue(trace, find('tick 1\n')),
    eventValue(trace, find('blocks')),
    eventValue(trace, find('due at')),
    eventValue(trace, find('started')),
  ]).toEqual([
    { label: 'Value', text: `'${LONG}'` },
    { label: 'Output', text: 'tick 1\nsecond line' },
    { label: 'Seconds', text: '0.123456789' },
    null,
    null,
  ]);
});

test('the first start of a node is found where there is one', () => {
  const starts = [0, 1, 2].map((node) => firstStart(trace, trace.length, node));
  expect(starts.map((start) => (start === null ? null : trace.timeAt(start)))).toEqual([
    0,
    5,
    null,
  ]);
});
