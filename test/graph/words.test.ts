import { expect, test } from 'vitest';

import { kindWords } from '#graph/words/kindWords.ts';
import { stepText, whenWords } from '#graph/words/stepWords.ts';
import { edgeLabel, edgeSentence } from '#graph/words/edgeWords.ts';
import { meaningsOf } from '#graph/words/meanings.ts';

import { schedule } from '../support/schedules.ts';

test('a step is said in few words, with its condition', () => {
  const { functions } = schedule({
    functions: {
      f: [
        { do: 'block', for: 0.4 },
        { do: 'log', text: 'check {call}\nat {now}' },
        { do: 'log', text: 'a text that is far too long for a single line of a card' },
        { do: 'start', node: 'fetch' },
        { do: 'stop', node: 'poll', when: { fromCall: 2, untilCall: 5 } },
        { do: 'cancel', node: 'fetch', when: { everyCall: 2 } },
        { do: 'fire', node: 'answer', value: null },
        { do: 'fire', node: 'answer', value: { rows: [1, true] } },
        { do: 'fail', node: 'answer', error: { type: 'KeyError', message: 'x' } },
        { do: 'return', value: null, when: { untilCall: 3 } },
        { do: 'return', input: true, when: { fromCall: 4, everyCall: 3 } },
        { do: 'returnDeferred', node: 'fetch', when: { call: 1 } },
        { do: 'raise', error: { type: 'ValueError', message: '' }, when: { call: 4 } },
        { do: 'stopReactor', when: { everyCall: 1 } },
        { do: 'returnDeferred', node: 'fetch', start: true },
      ],
    },
    nodes: [
      { kind: 'deferLater', id: 'fetch', delay: 2 },
      { kind: 'loopingCall', id: 'poll', interval: 5, call: 'f' },
      { kind: 'deferred', id: 'answer' },
    ],
  });
  expect(functions['f']?.steps.map(stepText)).toEqual([
    'blocks 0.4 s',
    'log check {call} at {now}',
    'log a text that is far too long for…',
    'start fetch',
    'stop poll on calls 2 to 5',
    'cancel fetch every 2nd call',
    'fire answer',
    "fire answer with {'rows': [1, True]}",
    'fail answer with KeyError',
    'returns None until call 3',
    'returns its input from call 4, every 3rd call',
    'wait for fetch on call 1',
    'raises ValueError on call 4',
    'stops the reactor',
    'start fetch, wait for it',
  ]);
});

test('an ordinal has the ending that English gives it', () => {
  const said = [2, 3, 4, 11, 12, 13, 21, 102, 111].map((everyCall) => whenWords({ everyCall }));
  expect(said.map((words) => words.replace(/^every | call$/g, ''))).toEqual(
    '2nd 3rd 4th 11th 12th 13th 21st 102nd 111th'.split(' '),
  );
});

test('a kind is said with its main parameter', () => {
  const { nodes } = schedule({
    functions: { f: [] },
    nodes: [
      { kind: 'callLater', id: 'a', delay: 10, call: 'f' },
      { kind: 'deferLater', id: 'b', delay: 0.0005 },
      { kind: 'loopingCall', id: 'c', interval: 2.5, call: 'f' },
      { kind: 'deferred', id: 'd' },
    ],
  });
  expect(nodes.map(kindWords)).toEqual([
    'callLater · 10 s',
    'deferLater · 500 µs',
    'LoopingCall · every 2.5 s',
    'Deferred',
  ]);
});

test('an arrow says what its step does, in a word and in a sentence', () => {
  const does = ['start', 'stop', 'cancel', 'fire', 'fail', 'returnDeferred'] as const;
  expect([
    ...does.map((step) => `${edgeLabel(step, false)} | ${edgeSentence('a', step, false, 'b')}`),
    `${edgeLabel('returnDeferred', true)} | ${edgeSentence('a', 'returnDeferred', true, 'b')}`,
  ]).toEqual([
    'starts | a starts b',
    'stops | a stops b',
    'cancels | a cancels b',
    'fires | a fires b',
    'fails | a fails b',
    'waits for | a waits for b',
    'starts, waits | a starts b and waits for it',
  ]);
});

test('what an arrow to a node cannot mean comes last and says why', () => {
  const said = meaningsOf('callLater', 'alarm').map(
    ({ text, refusal }) => `${text} | ${refusal ?? 'yes'}`,
  );
  expect(said).toEqual([
    'start alarm | yes',
    'cancel alarm | yes',
    'start alarm, wait for it | It gives no Deferred to wait for.',
    'stop alarm | Only a LoopingCall has stop().',
    'fire alarm with a result | Only a Deferred is fired by someone else.',
    'fail alarm with an error | Only a Deferred is failed by someone else.',
  ]);
});
