import { expect, test } from 'vitest';

import { kindWords } from '#graph/words/kindWords.ts';
import { stepText, whenWords } from '#graph/words/stepWords.ts';
import { edgeLabel, edgeSentence, type Said } from '#graph/words/edgeWords.ts';
import { durationWords } from '#graph/words/durationWords.ts';

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
        { do: 'block', for: { exponential: 1 } },
        { do: 'pause', node: 'answer' },
        { do: 'resume', node: 'answer', when: { chance: 0.07 } },
        { do: 'reset', node: 'poll', when: { input: 'x' } },
        { do: 'reset', node: 'alarm', seconds: 3, when: { error: 'KeyError', everyCall: 2 } },
        { do: 'delay', node: 'alarm', seconds: 0.5, when: { input: null } },
        { do: 'put', node: 'rows', value: [1] },
        { do: 'returnDeferred', node: 'fetch', start: true },
      ],
      co: [
        { do: 'await', node: 'fetch', start: true },
        { do: 'await', node: 'fetch', onError: 'continue' },
        { do: 'await', node: 'fetch', start: true, onError: 'continue' },
      ],
    },
    nodes: [
      { kind: 'deferLater', id: 'fetch', delay: 2 },
      { kind: 'loopingCall', id: 'poll', interval: 5, call: 'f' },
      { kind: 'deferred', id: 'answer' },
      { kind: 'callLater', id: 'alarm', delay: 1, call: 'f' },
      { kind: 'queue', id: 'rows' },
      { kind: 'coroutine', id: 'job', call: 'co' },
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
    'blocks exponential 1 s',
    'pause answer',
    'resume answer with chance 7 %',
    "reset poll on input 'x'",
    'reset alarm to 3 s every 2nd call, on KeyError',
    'delay alarm by 0.5 s on input None',
    'put [1] into rows',
    'start fetch, wait for it',
  ]);
  expect(functions['co']?.steps.map(stepText)).toEqual([
    'start fetch, await it',
    'await fetch, catch errors',
    'start fetch, await it, catch errors',
  ]);
});

test('an ordinal has the ending that English gives it', () => {
  const said = [2, 3, 4, 11, 12, 13, 21, 102, 111].map((everyCall) => whenWords({ everyCall }));
  expect(said.map((words) => words.replace(/^every | call$/g, ''))).toEqual(
    '2nd 3rd 4th 11th 12th 13th 21st 102nd 111th'.split(' '),
  );
});

test('a duration is said as it is drawn', () => {
  expect(
    [
      2,
      { uniform: [1, 2] as [number, number] },
      { uniform: [0.0005, 2] as [number, number] },
      { exponential: 3 },
      { normal: [1.8, 0.3] as [number, number] },
      { lognormal: [0.5, 0.4] as [number, number] },
      {
        choice: [
          [1, 3],
          [9, 1],
        ] as [number, number][],
      },
      {
        choice: [
          [1, 3],
          [2, 3],
          [3, 3],
          [4, 1],
        ] as [number, number][],
      },
    ].map(durationWords),
  ).toEqual([
    '2 s',
    'uniform 1–2 s',
    'uniform 500 µs – 2 s',
    'exponential 3 s',
    'normal 1.8 s ± 0.3 s',
    'lognormal 0.5 s, σ 0.4',
    '1 s or 9 s',
    'one of 4 durations',
  ]);
});

test('a kind is said with its main parameter', () => {
  const { nodes } = schedule({
    functions: { f: [], co: [] },
    nodes: [
      { kind: 'callLater', id: 'a', delay: 10, call: 'f' },
      { kind: 'deferLater', id: 'b', delay: 0.0005 },
      { kind: 'loopingCall', id: 'c', interval: 2.5, call: 'f' },
      { kind: 'loopingCall', id: 'c2', interval: 1, withCount: true, call: 'f' },
      { kind: 'deferred', id: 'd' },
      { kind: 'deferredList', id: 'e', members: [] },
      { kind: 'deferredList', id: 'e2', members: [], fireOnOneErrback: true, consumeErrors: true },
      { kind: 'deferredList', id: 'e3', members: [], gather: true },
      { kind: 'coroutine', id: 'g', call: 'co' },
      { kind: 'cooperate', id: 'h', call: 'f' },
      { kind: 'cooperate', id: 'h2', count: 10, call: 'f' },
      { kind: 'deferToThread', id: 'i', call: 'f' },
      { kind: 'semaphore', id: 'j', tokens: 2 },
      { kind: 'semaphore', id: 'j2', tokens: 1 },
      { kind: 'guarded', id: 'k', semaphore: 'j', call: 'f' },
      { kind: 'queue', id: 'l' },
      { kind: 'queue', id: 'l2', size: 10, backlog: 0 },
      { kind: 'queueGet', id: 'm', queue: 'l' },
      { kind: 'service', id: 'n' },
      { kind: 'outsideEvent', id: 'o', at: [3, 7], call: 'f' },
      { kind: 'outsideEvent', id: 'o2', at: [3, 7, 9], call: 'f' },
      { kind: 'outsideEvent', id: 'o3', at: [], call: 'f' },
    ],
  });
  expect(nodes.map((node) => kindWords(node))).toEqual([
    'callLater · 10 s',
    'deferLater · 500 µs',
    'LoopingCall · every 2.5 s',
    'LoopingCall · every 1 s, with count',
    'Deferred',
    'DeferredList',
    'DeferredList · fires on one errback, consumes errors',
    'gatherResults',
    'coroutine',
    'cooperate · endless',
    'cooperate · 10 steps',
    'deferToThread',
    'DeferredSemaphore · tokens 2',
    'DeferredLock',
    'guarded call',
    'DeferredQueue',
    'DeferredQueue · size 10, backlog 0',
    'queue.get',
    'Service',
    'outside event · at 3 s, 7 s',
    'outside event · at 3 s, 7 s, …',
    'outside event · never',
  ]);
});

test('an arrow says what draws it, in a word and in a sentence', () => {
  const steps = [
    'start',
    'stop',
    'cancel',
    'reset',
    'delay',
    'fire',
    'fail',
    'pause',
    'resume',
    'put',
    'returnDeferred',
    'await',
  ] as const;
  const fields = ['member', 'semaphore', 'queue'] as const;
  const said = (edge: Said, starts: boolean): string =>
    `${edgeLabel(edge, starts)} | ${edgeSentence('a', edge, starts, 'b')}`;
  expect([
    ...steps.map((does) => said({ by: 'step', does }, false)),
    ...fields.map((field) => said({ by: 'field', field }, false)),
    said({ by: 'step', does: 'returnDeferred' }, true),
    said({ by: 'step', does: 'await' }, true),
    said({ by: 'field', field: 'member' }, true),
  ]).toEqual([
    'starts | a starts b',
    'stops | a stops b',
    'cancels | a cancels b',
    'resets | a resets b',
    'delays | a delays b',
    'fires | a fires b',
    'fails | a fails b',
    'pauses | a pauses b',
    'resumes | a resumes b',
    'puts into | a puts into b',
    'waits for | a waits for b',
    'awaits | a awaits b',
    'waits for | a waits for b',
    'is guarded by | a is guarded by b',
    'takes from | a takes from b',
    'starts, waits | a starts b and waits for it',
    'starts, awaits | a starts b and awaits it',
    'starts, waits | a starts b and waits for it',
  ]);
});
