import { expect, test } from 'vitest';

import { addBreakpoint } from '#schedule/breakpointEdits.ts';
import { deleteNodes } from '#schedule/removal/deleteNodes.ts';
import type { Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const NEVER = { starts: 'never' };

/** A chain: poll starts fetch, whose callback starts save, which starts tidy. */
const chain = schedule({
  functions: {
    tick: [{ do: 'start', node: 'fetch' }],
    then_save: [{ do: 'returnDeferred', node: 'save', start: true }],
    store: [{ do: 'start', node: 'tidy' }],
    clean: [{ do: 'cancel', node: 'fetch' }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'tick' },
    { kind: 'deferLater', id: 'fetch', delay: 1, chain: [{ callback: 'then_save' }], ...NEVER },
    { kind: 'deferLater', id: 'save', delay: 1, call: 'store', ...NEVER },
    { kind: 'callLater', id: 'tidy', delay: 1, call: 'clean', ...NEVER },
  ],
});

function after(ids: readonly string[], from: Schedule): Schedule {
  const result = edited(newHistory(from), deleteNodes(from, ids), 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule;
}

test('what a deleted node went on to is started by what started it, and it is said', () => {
  const { label, told } = deleteNodes(chain, ['fetch']);
  const { functions } = after(['fetch'], chain);
  expect([label, told, functions]).toEqual([
    'delete fetch, save is started by poll',
    'Now save is started by poll. Gone with it: the step cancel fetch in clean.',
    {
      tick: { steps: [{ do: 'start', node: 'save' }] },
      store: { steps: [{ do: 'start', node: 'tidy' }] },
      clean: { steps: [] },
    },
  ]);
});

test('several that follow each other are healed over, and waiting stays where it can', () => {
  expect(after(['fetch', 'save'], chain).functions['tick']).toEqual({
    steps: [{ do: 'start', node: 'tidy' }],
  });
  const waiting = schedule({
    functions: {
      run: [{ do: 'await', node: 'one', start: true }],
      next: [{ do: 'start', node: 'two' }],
    },
    nodes: [
      { kind: 'coroutine', id: 'task', call: 'run' },
      { kind: 'deferLater', id: 'one', delay: 1, call: 'next', ...NEVER },
      { kind: 'deferLater', id: 'two', delay: 1, ...NEVER },
    ],
  });
  expect(after(['one'], waiting).functions['run']).toEqual({
    steps: [{ do: 'await', node: 'two', start: true }],
  });
});

test.each([
  [
    'two others are started',
    [
      { do: 'start', node: 'b' },
      { do: 'start', node: 'c' },
    ],
    'callLater',
  ],
  ['it is started under a condition', [{ do: 'start', node: 'b', when: { call: 2 } }], 'callLater'],
  ['a circle would be closed', [{ do: 'start', node: 'a' }], 'callLater'],
])('nothing is healed where %s', (_, steps, kind) => {
  const document = schedule({
    functions: { first: [{ do: 'start', node: 'gone' }], middle: steps, last: [] },
    nodes: [
      { kind: 'callLater', id: 'a', delay: 1, call: 'first' },
      { kind, id: 'gone', delay: 1, call: 'middle', ...NEVER },
      { kind: 'callLater', id: 'b', delay: 1, call: 'last' },
      { kind: 'callLater', id: 'c', delay: 1, call: 'last' },
    ],
  });
  expect([
    deleteNodes(document, ['gone']).label,
    after(['gone'], document).functions['first'],
  ]).toEqual(['delete gone', { steps: [] }]);
});

test('what a loop does at each tick is not started once instead', () => {
  const document = schedule({
    functions: { first: [{ do: 'start', node: 'loop' }], tick: [{ do: 'start', node: 'b' }] },
    nodes: [
      { kind: 'callLater', id: 'a', delay: 1, call: 'first' },
      { kind: 'loopingCall', id: 'loop', interval: 1, call: 'tick', ...NEVER },
      { kind: 'deferred', id: 'b' },
    ],
  });
  expect(after(['loop'], document).functions['first']).toEqual({ steps: [] });
});

test('what goes with a semaphore, from lists and from the breakpoints is said', () => {
  const plain = schedule({
    functions: { ask: [] },
    nodes: [
      { kind: 'semaphore', id: 'limit', tokens: 1 },
      { kind: 'guarded', id: 'fetch', semaphore: 'limit', call: 'ask', ...NEVER },
      { kind: 'deferredList', id: 'all', members: ['fetch'] },
    ],
  });
  const marked = edited(
    newHistory(plain),
    addBreakpoint({ on: 'event', node: 'fetch', enabled: true }),
    0,
  );
  if (!marked.ok) throw new Error('refused');
  expect(deleteNodes(marked.history.schedule, ['limit']).told).toBe(
    'Deleted too, for they need what is gone: fetch. Gone with it: the member fetch in all; a breakpoint.',
  );
});
