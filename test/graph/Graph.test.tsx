import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { emptySchedule } from '#schedule/documentEdits.ts';

import { schedule } from '../support/schedules.ts';
import { renderGraph } from './renderGraph.tsx';

const FEED = schedule({
  functions: {
    poll_feed: [{ do: 'returnDeferred', node: 'fetch', start: true }],
    download: [
      { do: 'raise', error: { type: 'ValueError', message: 'empty' }, when: { call: 2 } },
      { do: 'return', value: '12 rows' },
    ],
    store: [{ do: 'block', for: 0.5 }],
    report: [
      { do: 'log', text: 'failed' },
      { do: 'stop', node: 'poll' },
    ],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'poll_feed' },
    {
      kind: 'deferLater',
      id: 'fetch',
      position: { x: 400, y: 0 },
      starts: 'never',
      delay: 2,
      call: 'download',
      chain: [{ callback: 'store', errback: 'report' }],
    },
  ],
});

const graph = () => within(screen.getByRole('region', { name: 'Graph' }));

/** The card of a node: it is named by its id, its kind and its state. */
const card = (id: string): HTMLElement =>
  // An arrow's name begins with its source's id, too.
  graph().getByRole('group', {
    name: new RegExp(`^${id} (callLater|deferLater|LoopingCall|Deferred)`),
  });

/** What stands in a card's lines. */
const linesOf = (id: string): readonly (string | null)[] =>
  [...card(id).querySelectorAll('[class*="line"]')].map((line) => line.textContent);

test('a card is named by its id, its kind and its state at the playhead', async () => {
  const { studio } = await renderGraph(FEED);
  const names = [0, 1, 2.1, 3, 7].map((time) => {
    act(() => studio.seek(time));
    return graph()
      .getAllByRole('group', { name: /·/ })
      .map((element) =>
        (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          // What is not there is no part of a name.
          .flatMap((id) => {
            const part = document.getElementById(id);
            const named = part?.querySelector('[aria-label]') ?? part;
            return named?.getAttribute('aria-label') ?? named?.textContent ?? [];
          })
          .join(', '),
      );
  });
  expect(names).toEqual([
    [
      'poll, LoopingCall · every 5 s, waits for fetch',
      'fetch, deferLater · 2 s, in 2 s, 1 problem',
    ],
    [
      'poll, LoopingCall · every 5 s, waits for fetch',
      'fetch, deferLater · 2 s, in 1 s, 1 problem',
    ],
    [
      'poll, LoopingCall · every 5 s, waits for fetch',
      'fetch, deferLater · 2 s, blocks, 0.4 s, 1 problem',
    ],
    ['poll, LoopingCall · every 5 s, tick 1', 'fetch, deferLater · 2 s, None, 1 problem'],
    [
      'poll, LoopingCall · every 5 s, stopped after tick 2',
      'fetch, deferLater · 2 s, None, 1 problem',
    ],
  ]);
});

test('a card shows its functions with their steps', async () => {
  await renderGraph(FEED);
  expect([linesOf('poll'), linesOf('fetch')]).toEqual([
    ['start fetch, wait for it'],
    ['raises ValueError on call 2', "returns '12 rows'", 'blocks 0.5 s', 'stop poll', 'log failed'],
  ]);
});

test('the value rides on its rail', async () => {
  const { studio } = await renderGraph(FEED);
  const marbles = [1, 2.1, 7].map((time) => {
    act(() => studio.seek(time));
    return [...card('fetch').querySelectorAll('[data-rail][title]')].map(
      (marble) => `${marble.getAttribute('data-rail')}: ${marble.getAttribute('title')}`,
    );
  });
  expect(marbles).toEqual([[], ["callback: result: '12 rows'"], ['callback: result: None']]);
});

test('an arrow is named by what its step does, and Delete removes the step', async () => {
  const { studio, user, edits } = await renderGraph(FEED);
  const arrow = graph().getByLabelText('fetch stops poll');
  await user.click(arrow);
  const selected = studio.view.getState().selection.edges;
  await user.keyboard('{Delete}');
  expect([
    selected,
    edits(),
    studio.history.getState().schedule.functions['report']?.steps.map((step) => step.do),
  ]).toEqual([['fetch/0:errback/1'], ['delete an arrow'], ['log']]);
});

test('Enter selects a card, Backspace deletes it', async () => {
  const { studio, user, edits } = await renderGraph(FEED);
  act(() => card('poll').focus());
  await user.keyboard('{Enter}');
  const selected = studio.view.getState().selection.nodes;
  await user.keyboard('{Backspace}');
  const { nodes } = studio.history.getState().schedule;
  expect([selected, edits(), nodes.map(({ id }) => id)]).toEqual([
    ['poll'],
    ['delete poll'],
    ['fetch'],
  ]);
});

test('arrow keys move the selected cards, and each move can be undone', async () => {
  const { studio, user, edits } = await renderGraph(FEED);
  act(() => card('fetch').focus());
  await user.keyboard('{Enter}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
  expect([edits(), studio.history.getState().schedule.nodes[1]?.position]).toEqual([
    ['move fetch'],
    { x: 410, y: 40 },
  ]);
});

test('Ctrl+A selects all cards', async () => {
  const { studio, user } = await renderGraph(FEED);
  act(() => card('fetch').focus());
  await user.keyboard('{Control>}a{/Control}');
  expect(studio.view.getState().selection.nodes).toEqual(['poll', 'fetch']);
});

test('F2 renames in place; a name that is refused says why, Esc leaves it as it was', async () => {
  const { studio, user, edits } = await renderGraph(FEED);
  act(() => card('fetch').focus());
  await user.keyboard('{F2}store{Enter}');
  const refusal = graph().getByRole('alert').textContent;
  await user.keyboard('{Escape}');
  const after = studio.history.getState().schedule.nodes.map(({ id }) => id);
  fireEvent.doubleClick(within(card('fetch')).getByText('fetch', { selector: '[id]' }));
  await user.keyboard('get_feed{Enter}');
  expect([refusal, after, edits()]).toEqual([
    'The name must be unique, but a function is called store: rename one.',
    ['poll', 'fetch'],
    ['rename fetch to get_feed'],
  ]);
});

test('C connects a card: from where, to which, and what it does', async () => {
  const { studio, user, edits } = await renderGraph(FEED);
  act(() => card('fetch').focus());
  await user.keyboard('{Enter}c');
  const form = within(graph().getByRole('form', { name: 'Connect fetch' }));
  const options = (label: string): readonly (string | null)[] =>
    within(form.getByLabelText(label))
      .getAllByRole('option')
      .map((option) => option.textContent);
  const offered = [options('From'), options('To'), options('Does')];
  await user.selectOptions(form.getByLabelText('From'), 'callback store');
  await user.selectOptions(form.getByLabelText('Does'), 'start poll');
  await user.click(form.getByRole('button', { name: 'Connect' }));
  expect([
    offered,
    edits(),
    studio.history.getState().schedule.functions['store']?.steps.map((step) => step.do),
    graph().queryByRole('form'),
  ]).toEqual([
    [
      [
        'its function download',
        'callback store',
        'errback report',
        'the end, after a result',
        'the end, after a failure',
      ],
      ['poll', 'fetch (itself)'],
      ['start poll', 'start poll, wait for it', 'stop poll', 'reset poll, so that it waits anew'],
    ],
    ['let fetch start poll'],
    ['block', 'start'],
    null,
  ]);
});

test('a double click on the empty canvas offers what can be added there', async () => {
  const { user, edits } = await renderGraph(FEED);
  fireEvent.doubleClick(document.querySelector('.react-flow__pane')!);
  const menu = graph().getByRole('menu', { name: 'Add a node' });
  const items = within(menu).getAllByRole('menuitem');
  await user.keyboard('{ArrowDown}{End}{ArrowUp}');
  const focused = document.activeElement?.textContent;
  await user.keyboard('{Enter}');
  expect([items.length, focused, edits(), graph().queryByRole('menu')]).toEqual([
    14,
    'queue.get takes the next object',
    ['add take'],
    null,
  ]);
});

test('Esc closes a menu and adds nothing', async () => {
  const { user, edits } = await renderGraph(FEED);
  fireEvent.doubleClick(document.querySelector('.react-flow__pane')!);
  await user.keyboard('{Escape}');
  expect([graph().queryByRole('menu'), edits()]).toEqual([null, []]);
});

test('an empty canvas says what to do', async () => {
  const { studio, user } = await renderGraph(emptySchedule());
  const offered = graph()
    .getAllByRole('button', { name: /^Add a first/ })
    .map((button) => button.getAttribute('aria-label'));
  await user.click(graph().getByRole('button', { name: /^Add a first LoopingCall/ }));
  expect([
    offered,
    studio.history.getState().schedule.nodes.map(({ id }) => id),
    graph().queryByText('Nothing is scheduled yet'),
  ]).toEqual([
    [
      'Add a first callLater: once, after a delay',
      'Add a first LoopingCall: again and again, no drift',
      'Add a first deferLater: a result, later',
      'Add a first Deferred: fired by someone else',
    ],
    ['loop'],
    null,
  ]);
});

test('Delete is for the card with the focus, whatever is selected', async () => {
  const { studio, user } = await renderGraph(FEED);
  act(() => studio.select({ nodes: ['poll'] }));
  act(() => card('fetch').focus());
  await user.keyboard('{Delete}');
  expect(studio.history.getState().schedule.nodes.map(({ id }) => id)).toEqual(['poll']);
});
