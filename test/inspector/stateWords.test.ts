import { describe, expect, test } from 'vitest';

import { latenessWords, leftWords, pendingWords } from '#inspector/state/callWords.ts';
import { chainLines } from '#inspector/state/deferred/chainPlace.ts';
import { deferredWords } from '#inspector/state/deferred/deferredWords.ts';
import { functionNames } from '#inspector/state/functionNames.ts';
import { placeInLine, jobWords, turnWords } from '#inspector/state/kinds/lineWords.ts';
import { taskWords } from '#inspector/state/kinds/taskWords.ts';
import { momentsToCome } from '#inspector/state/momentsToCome.ts';
import type { DeferredState, InstanceState, TaskState } from '#trace/instanceState.ts';
import { createStateCursor } from '#trace/stateCursor.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { traceHeader } from '../support/traceHeader.ts';

const DEFERRED: DeferredState = {
  called: false,
  result: null,
  place: 0,
  waitsOn: null,
  cancelled: false,
  taken: false,
  unhandled: false,
  reported: false,
  pauses: 0,
};

const INSTANCE: InstanceState = {
  node: 0,
  instance: 1,
  startedAt: 0,
  due: null,
  furtherDues: [],
  lateness: 0,
  inside: [],
  blockedUntil: null,
  ran: false,
  unscheduled: false,
  deferred: null,
  timeouts: [],
  loop: null,
  body: null,
  task: null,
  job: null,
  turn: null,
  running: false,
};

const FAILURE = { is: 'failure', type: 'ValueError', message: 'empty' } as const;
const TWELVE = { is: 'json', json: 12 } as const;

const words = (fields: Partial<DeferredState>): string => {
  const { tone, text, value } = deferredWords({ ...DEFERRED, ...fields }, () => 'fetch #2');
  return `${tone}: ${text}: ${value ?? 'no value'}`;
};

test('what a Deferred has is said in words, with its value in full', () => {
  const called = { called: true };
  expect([
    words({}),
    words({ ...called, result: TWELVE }),
    words({ ...called, result: FAILURE }),
    words({ ...called, result: FAILURE, unhandled: true }),
    words({ ...called, result: FAILURE, unhandled: true, reported: true }),
    words({ ...called, waitsOn: { node: 1, instance: 2 } }),
    words(called),
    words({ ...called, result: { is: 'json', json: null }, taken: true }),
    words({ ...called, result: TWELVE, pauses: 1 }),
  ]).toEqual([
    'waiting: Not fired yet: no value',
    'result: A result, on the callback rail: 12',
    "failure: A failure, on the errback rail: ValueError('empty')",
    "failure: Unhandled: a failure has passed the last link, and nobody waits for it: ValueError('empty')",
    "failure: Unhandled: Twisted has logged the failure, for nobody can handle it any more: ValueError('empty')",
    'paused: Waits for fetch #2 and goes on with its result: no value',
    'paused: A function of its chain has returned a Deferred: no value',
    'plain: Its result went to the Deferred that waited for it; what is left is None: None',
    'paused: Paused: its value goes no further before it is resumed: 12',
  ]);
});

test('a pending call is said with its due time and how long that is', () => {
  const said = (fields: Partial<InstanceState>): readonly string[] => {
    const instance = { ...INSTANCE, ...fields };
    return [pendingWords(instance), leftWords(instance.due, 12.4), latenessWords(instance)];
  };
  expect([
    said({ due: 15 }),
    said({ due: 12.4 }),
    said({ ran: true, lateness: 0.25 }),
    said({ ran: true }),
    said({ unscheduled: true }),
    said({}),
  ]).toEqual([
    ['due at 15.000 s', '2.6 s', '–'],
    ['due at 12.400 s', '0 s', '–'],
    ['none: it has run', '–', '0.25 s late'],
    ['none: it has run', '–', 'on time'],
    ['cancelled', '–', '–'],
    ['none', '–', '–'],
  ]);
});

describe('the picture of a chain', () => {
  const links = [
    { callback: 'parse', errback: null, timeout: null },
    { callback: 'store', errback: 'report', timeout: null },
  ];
  const drawn = (
    fields: Partial<DeferredState>,
    running: readonly number[] = [],
  ): readonly string[] =>
    chainLines(
      links,
      { ...DEFERRED, ...fields },
      running.map((link) => ({ name: 'f', link, entered: 0, input: null })),
    ).map((line) => (line.is === 'value' ? 'value' : `${line.number} ${line.state}`));

  test('has no value before the Deferred has fired', () => {
    expect(drawn({})).toEqual(['1 ahead', '2 ahead']);
  });

  test('has the value behind the links that it has passed', () => {
    expect([
      drawn({ called: true }),
      drawn({ called: true, place: 1 }),
      drawn({ called: true, place: 2 }),
    ]).toEqual([
      ['value', '1 ahead', '2 ahead'],
      ['1 passed', 'value', '2 ahead'],
      ['1 passed', '2 passed', 'value'],
    ]);
  });

  test('shows the link that is at work', () => {
    expect(drawn({ called: true, place: 1 }, [1])).toEqual(['1 passed', 'value', '2 running']);
  });

  test('is one of the run, which may have fewer links than a value has passed', () => {
    expect(drawn({ called: true, place: 7 })).toEqual(['1 passed', '2 passed', 'value']);
  });
});

test('the functions of a node are named once, its own first', () => {
  const { nodes } = traceHeader({
    id: 'fetch',
    kind: 'deferLater',
    own: 'download',
    links: [
      { callback: 'parse', errback: null, timeout: null },
      { callback: null, errback: null, timeout: 3 },
      { callback: 'close', errback: 'close', timeout: null },
      { callback: 'parse', errback: 'download', timeout: null },
    ],
  });
  expect(nodes.map(functionNames)).toEqual([['download', 'parse', 'close']]);
});

test('a task goes on, or it is said why not; a wait is one of its pauses', () => {
  const said = (fields: Partial<TaskState>): string =>
    taskWords({ steps: 3, waitsOn: null, pauses: 0, ended: false, ...fields });
  const waitsOn = { node: 1, instance: 1 };
  expect([
    said({}),
    said({ pauses: 1 }),
    said({ pauses: 1, waitsOn }),
    said({ pauses: 3, waitsOn }),
    said({ ended: true }),
  ]).toEqual([
    'yes',
    'no: paused once',
    'no: its last step gave a Deferred',
    'no: it waits, and is paused 2 times',
    'no: it has ended',
  ]);
});

test('who waits in a line has a place in it', () => {
  const line = [
    { node: 4, instance: 1 },
    { node: 4, instance: 2 },
  ];
  expect([
    placeInLine(line, { node: 4, instance: 2 }),
    placeInLine(line, { node: 5, instance: 2 }),
  ]).toEqual(['2 of 2', null]);
  expect([
    jobWords({ is: 'given', worker: null }, null),
    jobWords({ is: 'queued', worker: null }, '2 of 2'),
    jobWords({ is: 'running', worker: 1 }, null),
    jobWords({ is: 'done', worker: 1 }, null),
  ]).toEqual([
    'given to the pool',
    'waits for a worker, place 2 of 2',
    'runs in worker 1',
    'done by worker 1',
  ]);
  expect([
    turnWords('waits', 'semaphore', '1 of 3'),
    turnWords('has', 'semaphore', null),
    turnWords('released', 'semaphore', null),
    turnWords('waits', 'queue', null),
    turnWords('got', 'queue', null),
    turnWords('gaveUp', 'queue', null),
    turnWords(null, 'queue', null),
  ]).toEqual([
    'waits for a token, place 1 of 3',
    'has a token',
    'has given its token back',
    'waits for a value',
    'has got a value',
    'was cancelled while it waited',
    'has not asked for a value',
  ]);
});

test('an outside event has the moments to come that have not run', () => {
  const { trace } = run(
    schedule({
      functions: { f: [] },
      nodes: [
        { id: 'clicks', kind: 'outsideEvent', at: [7, 1, 3], call: 'f' },
        { id: 'other', kind: 'outsideEvent', at: [2], call: 'f' },
      ],
    }),
  );
  const state = createStateCursor(trace).at(trace.countUntil(1, true));
  expect(momentsToCome(state, 0)).toEqual([3, 7]);
});
