import { produce } from 'immer';
import { expect, test } from 'vitest';

import { stepText } from '#graph/words/stepWords.ts';
import { arrowStarts, arrowStartAt } from '#graph/edits/arrowStarts.ts';
import { likeliestStep } from '#graph/edits/arrowOffer.ts';
import { addArrow, addArrowToNewNode } from '#graph/edits/connectEdits.ts';
import { removeSelection } from '#graph/edits/removeSelection.ts';
import { deriveEdges } from '#schedule/edges.ts';
import { edited, newHistory } from '#store/history.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { Schedule } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';

const document = schedule({
  functions: {
    tick: [
      { do: 'log', text: 'tick' },
      { do: 'return', value: 1 },
    ],
    shared: [{ do: 'start', node: 'fetch' }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'tick', chain: [{ both: 'shared' }] },
    { kind: 'deferLater', id: 'fetch', delay: 1, starts: 'never' },
    { kind: 'callLater', id: 'alarm', delay: 1, call: 'shared' },
    { kind: 'deferred', id: 'answer' },
  ],
});

const OWN = { from: 'function', node: 'poll', place: { at: 'own' } } as const;

/** The functions after an edit, a line each: nothing that would not be a valid document passes. */
function after(edit: ScheduleEdit, from: Schedule = document): readonly string[] {
  const result = edited(newHistory(from), edit, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { functions, nodes } = result.history.schedule;
  return [
    nodes.map(({ id }) => id).join(' '),
    ...Object.entries(functions).map(
      ([name, { steps }]) => `${name}: ${steps.map(stepText).join('; ')}`,
    ),
  ];
}

test('a new arrow is a step before the one that always ends the function', () => {
  const edit = addArrow(OWN, 'start', 'fetch');
  expect([edit.label, after(edit)[1]]).toEqual([
    'let poll start fetch',
    'tick: log tick; start fetch; returns 1',
  ]);
});

test('a new arrow of a function that nothing ends is its last step', () => {
  const place = { at: 'link', link: 0, side: 'both' } as const;
  const edit = addArrow({ from: 'function', node: 'poll', place }, 'returnDeferred', 'fetch');
  expect(after(edit)[2]).toBe('shared: start fetch; start fetch, wait for it');
});

test('an arrow from a rail to a new node is one step of the history', () => {
  const start = { from: 'rail', node: 'fetch', rail: 'errback' } as const;
  const edit = addArrowToNewNode(start, 'start', {
    kind: 'callLater',
    id: 'later',
    position: { x: 10, y: 20 },
    service: null,
  });
  const changed = produce(document, (draft) => edit.apply(draft));
  expect([edit.label, after(edit).slice(3), changed.nodes.slice(-1), changed.nodes[1]]).toEqual([
    'add later after fetch',
    ['do_later: ', 'or_later: start later'],
    [
      {
        kind: 'callLater',
        id: 'later',
        position: { x: 10, y: 20 },
        starts: 'never',
        delay: 1,
        call: 'do_later',
      },
    ],
    { ...document.nodes[1], chain: [{ errback: 'or_later' }] },
  ]);
});

test('the likeliest meaning fires and stops what runs already, and starts the rest', () => {
  const kinds = [
    'callLater',
    'deferLater',
    'loopingCall',
    'deferred',
    'cooperate',
    'service',
    'queue',
  ] as const;
  expect([
    kinds.map((kind) => likeliestStep({ kind, starts: 'program' }, 'returnDeferred')),
    kinds.map((kind) => likeliestStep({ kind, starts: 'never' }, 'await')),
    kinds.map((kind) => likeliestStep({ kind, starts: 'never' }, null)),
  ]).toEqual([
    ['start', 'start', 'stop', 'fire', 'stop', 'stop', 'put'],
    ['start', 'await', 'await', 'await', 'await', 'start', 'put'],
    ['start', 'start', 'start', 'start', 'start', 'start', 'put'],
  ]);
});

test('an arrow can begin at every function of a node and at the ends of its rails', () => {
  const said = document.nodes.map((node) =>
    arrowStarts(node).map(({ key, text }) => `${key}: ${text}`),
  );
  expect(said).toEqual([
    [
      'own: its function tick',
      '0:both: shared, on both rails',
      'rail:callback: the end, after a result',
      'rail:errback: the end, after a failure',
    ],
    [
      'own: its function (a new one)',
      'rail:callback: the end, after a result',
      'rail:errback: the end, after a failure',
    ],
    ['own: its function shared'],
    [
      'rail:callback: the end, after a result',
      'rail:errback: the end, after a failure',
      'own: its canceller (a new one)',
    ],
  ]);
});

test('a handle that a node does not have begins no arrow', () => {
  expect(arrowStartAt(document.nodes[2]!, 'rail:callback')).toBeNull();
});

test('deleting a card keeps the steps of a function that another card calls too', () => {
  const edges = deriveEdges(document).filter(({ source }) => source === 'poll');
  const { edit } = removeSelection(document, ['poll'], edges);
  expect([edit?.label, after(edit!)]).toEqual([
    'delete poll',
    ['fetch alarm answer', 'shared: start fetch'],
  ]);
});

test('deleting the arrows of a shared function deletes its step once', () => {
  const { edit } = removeSelection(document, [], deriveEdges(document));
  expect([edit?.label, after(edit!)[2]]).toEqual(['delete an arrow', 'shared: ']);
});

test('deleting nothing is no edit', () => {
  expect(removeSelection(document, [], [])).toEqual({ edit: null, refusal: null });
});

const lists = schedule({
  functions: { f: [{ do: 'start', node: 'a' }] },
  nodes: [
    { kind: 'deferredList', id: 'all', members: ['a', 'b', 'c'] },
    { kind: 'guarded', id: 'a', starts: 'never', semaphore: 'one', call: 'f' },
    { kind: 'deferred', id: 'b', starts: 'never' },
    { kind: 'queueGet', id: 'c', starts: 'never', queue: 'rows' },
    { kind: 'semaphore', id: 'one', tokens: 1 },
    { kind: 'queue', id: 'rows' },
  ],
});

/** Removes the arrows with these ids: the members that are left, and what is said. */
function removing(ids: readonly string[], nodes: readonly string[] = []): readonly unknown[] {
  const edges = deriveEdges(lists).filter(({ id }) => ids.includes(id));
  const { edit, refusal } = removeSelection(lists, nodes, edges);
  const now = edit === null ? lists : produce(lists, (draft) => edit.apply(draft));
  const list = now.nodes.find(({ id }) => id === 'all');
  return [edit?.label, list?.kind === 'deferredList' ? list.members : null, refusal];
}

test('deleting an arrow of a list removes the member', () => {
  expect([
    removing(['all/members:1']),
    removing(['all/members:0', 'all/members:2']),
    removing(['all/members:0', 'a/own/0']),
    removing(['all/members:1', 'all/members:2'], ['c']),
  ]).toEqual([
    ['delete an arrow', ['a', 'c'], null],
    ['delete 2 arrows', ['b'], null],
    ['delete 2 arrows', ['b', 'c'], null],
    ['delete c', ['a'], null],
  ]);
});

test('a guarded call and a get cannot lose what they need, and it is said', () => {
  expect([removing(['a/semaphore']), removing(['c/queue', 'all/members:0'])]).toEqual([
    [
      undefined,
      ['a', 'b', 'c'],
      'a cannot be without a semaphore: drag its handle to another one, or delete a.',
    ],
    [
      'delete an arrow',
      ['b', 'c'],
      'c cannot be without a queue: drag its handle to another one, or delete c.',
    ],
  ]);
});
