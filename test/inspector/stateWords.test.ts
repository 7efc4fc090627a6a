import { describe, expect, test } from 'vitest';

import { latenessWords, leftWords, pendingWords } from '#inspector/state/callWords.ts';
import { chainLines } from '#inspector/state/deferred/chainPlace.ts';
import { deferredWords } from '#inspector/state/deferred/deferredWords.ts';
import { functionNames } from '#inspector/state/functionNames.ts';
import type { DeferredState, InstanceState } from '#trace/instanceState.ts';

const DEFERRED: DeferredState = {
  called: false,
  result: null,
  place: 0,
  waitsOn: null,
  cancelled: false,
  taken: false,
  unhandled: false,
};

const INSTANCE: InstanceState = {
  node: 0,
  instance: 1,
  startedAt: 0,
  due: null,
  dueSince: 0,
  lateness: 0,
  inside: [],
  blockedUntil: null,
  ran: false,
  unscheduled: false,
  deferred: null,
  loop: null,
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
    words({ ...called, waitsOn: { node: 1, instance: 2 } }),
    words(called),
    words({ ...called, result: { is: 'json', json: null }, taken: true }),
  ]).toEqual([
    'waiting: Not fired yet: no value',
    'result: A result, on the callback rail: 12',
    "failure: A failure, on the errback rail: ValueError('empty')",
    "failure: Unhandled: a failure has passed the last link, and nobody waits for it: ValueError('empty')",
    'paused: Waits for fetch #2 and goes on with its result: no value',
    'paused: A function of its chain has returned a Deferred: no value',
    'plain: Its result went to the Deferred that waited for it; what is left is None: None',
  ]);
});

test('a pending call is said with its due time and how long that is', () => {
  const said = (fields: Partial<InstanceState>): readonly string[] => {
    const instance = { ...INSTANCE, ...fields };
    return [pendingWords(instance), leftWords(instance, 12.4), latenessWords(instance)];
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
    { callback: 'parse', errback: null },
    { callback: 'store', errback: 'report' },
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
  const node = {
    id: 'fetch',
    kind: 'deferLater',
    own: 'download',
    links: [
      { callback: 'parse', errback: null },
      { callback: 'close', errback: 'close' },
      { callback: 'parse', errback: 'download' },
    ],
    interval: null,
  };
  expect(functionNames(node)).toEqual(['download', 'parse', 'close']);
});
