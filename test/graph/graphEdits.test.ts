import { produce } from 'immer';
import { expect, test } from 'vitest';

import { stepText } from '#graph/words/stepWords.ts';
import { arrowStarts, arrowStartAt } from '#graph/edits/arrowStarts.ts';
import { addArrow, addArrowToNewNode, likeliestStep } from '#graph/edits/connectEdits.ts';
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
  const edit = addArrowToNewNode(start, 'callLater', 'later', { x: 10, y: 20 });
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
  const kinds = ['callLater', 'deferLater', 'loopingCall', 'deferred'] as const;
  expect([
    kinds.map((kind) => likeliestStep({ kind, starts: 'program' }, true)),
    kinds.map((kind) => likeliestStep({ kind, starts: 'never' }, true)),
    kinds.map((kind) => likeliestStep({ kind, starts: 'never' }, false)),
  ]).toEqual([
    ['start', 'start', 'stop', 'fire'],
    ['start', 'returnDeferred', 'returnDeferred', 'returnDeferred'],
    ['start', 'start', 'start', 'start'],
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
  const edit = removeSelection(['poll'], edges);
  expect([edit?.label, after(edit!)]).toEqual([
    'delete poll',
    ['fetch alarm answer', 'shared: start fetch'],
  ]);
});

test('deleting the arrows of a shared function deletes its step once', () => {
  const edit = removeSelection([], deriveEdges(document));
  expect([edit?.label, after(edit!)[2]]).toEqual(['delete an arrow', 'shared: ']);
});

test('deleting nothing is no edit', () => {
  expect(removeSelection([], [])).toBeNull();
});
