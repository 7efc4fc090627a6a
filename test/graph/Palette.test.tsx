import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { POLL } from '../support/openStudio.ts';
import { renderGraph } from './renderGraph.tsx';

const palette = () => within(screen.getByRole('region', { name: 'Palette' }));

test('the palette offers every kind in groups with headings', async () => {
  await renderGraph(POLL);
  const headings = palette().getAllByRole('heading');
  const kinds = palette().getAllByRole('button');
  expect([headings.map((h) => h.textContent), kinds.map((k) => k.textContent)]).toEqual([
    ['Time', 'Deferred', 'Tasks and resources', 'Structure'],
    [
      'callLater once, after a delay',
      'LoopingCall again and again, no drift',
      'outside event what the world does',
      'deferLater a result, later',
      'Deferred fired by someone else',
      'DeferredList wait for many',
      'coroutine await in sequence',
      'cooperate a long job in slices',
      'deferToThread off the reactor',
      'DeferredSemaphore at most n at once',
      'guarded call runs when a token is free',
      'DeferredQueue producer, consumer',
      'queue.get takes the next object',
      'Service starts and stops together',
    ],
  ]);
});

test('a click adds a node and selects it', async () => {
  const { studio, user, edits } = await renderGraph(POLL);
  await user.click(palette().getByRole('button', { name: /^deferLater/ }));
  const { nodes } = studio.history.getState().schedule;
  expect([
    nodes.map(({ id, kind, starts }) => [id, kind, starts]),
    studio.view.getState().selection.nodes,
    edits(),
  ]).toEqual([
    [
      ['poll', 'loopingCall', 'program'],
      ['wait', 'deferLater', 'program'],
    ],
    ['wait'],
    ['add wait'],
  ]);
});

test('Enter and Space add a node too, each where no other card is', async () => {
  const { studio, user } = await renderGraph(POLL);
  palette()
    .getByRole('button', { name: /^Deferred / })
    .focus();
  await user.keyboard('{Enter}');
  await user.keyboard(' ');
  const { nodes } = studio.history.getState().schedule;
  const places = new Set(nodes.map(({ position }) => JSON.stringify(position)));
  expect([nodes.map(({ id }) => id), places.size]).toEqual([['poll', 'answer', 'answer_2'], 3]);
});

test('a kind that is dragged from the palette is added where it is dropped', async () => {
  const { studio, edits } = await renderGraph(POLL);
  const carried = new Map<string, string>();
  const dataTransfer = {
    setData: (type: string, data: string) => carried.set(type, data),
    get types() {
      return [...carried.keys()];
    },
  };
  fireEvent.dragStart(palette().getByRole('button', { name: /^Deferred / }), { dataTransfer });
  const drop = (from: object): void => {
    const pane = document.querySelector('.react-flow__pane')!;
    const event = createEvent.drop(pane, { dataTransfer: from });
    // happy-dom's drags have no place.
    fireEvent(pane, Object.assign(event, { clientX: 300, clientY: 200 }));
  };
  drop({ types: ['text/plain'] });
  drop(dataTransfer);
  expect([edits(), studio.view.getState().selection.nodes]).toEqual([['add answer'], ['answer']]);
});

test('a click on each kind adds a valid node of it, with the semaphore or queue that it needs', async () => {
  const { studio } = await renderGraph(POLL);
  for (const button of palette().getAllByRole('button')) fireEvent.click(button);
  const { nodes } = studio.history.getState().schedule;
  expect(nodes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'poll loopingCall',
    'later callLater',
    'loop loopingCall',
    'world outsideEvent',
    'wait deferLater',
    'answer deferred',
    'all_of deferredList',
    'task coroutine',
    'job cooperate',
    'work deferToThread',
    'limit semaphore',
    'limited guarded',
    'queue queue',
    'take queueGet',
    'service service',
  ]);
});
