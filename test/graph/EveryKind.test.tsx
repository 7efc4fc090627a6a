import { act, createEvent, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { carriedTypes } from '#graph/palette/kinds.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Schedule } from '#schedule/schema.ts';

import everyKind from '../fixtures/every-kind.json';
import { schedule } from '../support/schedules.ts';
import { renderGraph } from './renderGraph.tsx';

let document: Schedule;

beforeEach(() => {
  const parsed = parseSchedule(everyKind);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  document = parsed.schedule;
});

/** The element of a card or a frame: reading by role is slow among so many. */
const node = (id: string): HTMLElement =>
  screen
    .getByRole('region', { name: 'Graph' })
    .querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)!;

/** What a card or a frame is called. */
const nameOf = (id: string): string =>
  (node(id).getAttribute('aria-labelledby') ?? '')
    .split(' ')
    // What is not there is no part of a name.
    .flatMap((part) => window.document.getElementById(part)?.textContent ?? [])
    .join(', ');

test('every kind is a card or a frame with its main parameter and its state at the playhead', async () => {
  const { studio } = await renderGraph(document);
  act(() => studio.seek(6.2));
  expect(document.nodes.map(({ id }) => nameOf(id))).toEqual([
    'feed, Service · 4 members, running',
    'poll, LoopingCall · every 5 s, waits for fetch #2',
    'fetch, deferLater · uniform 1–2 s, in 0.642 s',
    'retry, callLater · 1 s, not started',
    'heart, Service · 1 member, running',
    'heartbeat, LoopingCall · every 2 s, with count, tick 3',
    'rows, DeferredQueue · size 10, backlog 4, 1 waits',
    'take, queue.get, waits for rows',
    'save, deferToThread, result taken',
    'world, outside event · at 3 s, 7 s, …, in 0.8 s',
    'answer, Deferred, paused',
    'closing_time, callLater · 25 s, in 18.8 s',
    'end, callLater · 28 s, in 21.8 s',
    "morning, coroutine, 'done'",
    'login, deferLater · lognormal 0.5 s, σ 0.4, None',
    'both_reports, gatherResults · consumes errors, [None, None]',
    'sales, guarded call, None',
    'stock, guarded call, None',
    'printer, DeferredSemaphore · tokens 2, 2 of 2 free',
    'crunch, cooperate · 10 steps, <generator>',
  ]);
});

test('a timeout is shown pending while its timer runs', async () => {
  const { studio } = await renderGraph(
    schedule({
      nodes: [{ kind: 'deferLater', id: 'fetch', delay: 2, chain: [{ timeout: 3 }] }],
    }),
  );
  const shown = [1, 2].map((time) => {
    act(() => studio.seek(time));
    const timeout = within(node('fetch')).getByText('timeout 3 s');
    return timeout.getAttribute('data-pending');
  });
  expect(shown).toEqual(['true', 'false']);
});

test('arrow keys move a frame with all that lies in it', async () => {
  const { studio, user, edits } = await renderGraph(document);
  act(() => node('heart').focus());
  await user.keyboard('{Enter}{ArrowRight}');
  const { nodes } = studio.history.getState().schedule;
  const moved = nodes.filter(({ position: { x, y } }, index) => {
    const before = document.nodes[index]?.position;
    return before?.x !== x || before.y !== y;
  });
  expect([edits(), moved.map(({ id }) => id), moved.at(-1)?.position]).toEqual([
    ['move heart'],
    ['heart', 'heartbeat'],
    { x: 90, y: 500 },
  ]);
});

test('deleting a frame lets its members go on without it', async () => {
  const { studio, user } = await renderGraph(document);
  act(() => node('feed').focus());
  await user.keyboard('{Delete}');
  const { nodes } = studio.history.getState().schedule;
  const members = nodes.filter(({ id }) => ['poll', 'fetch', 'retry', 'heart'].includes(id));
  expect(members.map(({ id, service, starts }) => [id, service, starts])).toEqual([
    ['poll', undefined, 'program'],
    ['fetch', undefined, 'never'],
    ['retry', undefined, 'never'],
    ['heart', undefined, 'program'],
  ]);
});

test('a kind that is dropped in a frame is added to its service', async () => {
  const { studio, edits } = await renderGraph(document);
  const pane = window.document.querySelector('.react-flow__pane')!;
  const event = createEvent.drop(pane, { dataTransfer: { types: carriedTypes('callLater') } });
  // The point of the window that lies at (300, 350) in the graph's plane.
  const viewport = window.document.querySelector<HTMLElement>('.react-flow__viewport')!;
  const [x, y, zoom] = [...viewport.style.transform.matchAll(/-?[\d.]+/g)].map(Number);
  fireEvent(pane, Object.assign(event, { clientX: 350 * zoom! + x!, clientY: 385 * zoom! + y! }));
  const added = studio.history.getState().schedule.nodes.at(-1);
  expect([edits(), added?.service, added?.starts]).toEqual([['add later'], 'feed', 'service']);
});

test('an arrow that cannot be deleted says why', async () => {
  const { studio, edits } = await renderGraph(document);
  act(() => studio.select({ nodes: [], edges: ['sales/semaphore'] }));
  act(() => window.document.querySelector<HTMLElement>('.react-flow')!.focus());
  fireEvent.keyDown(window.document.querySelector('.react-flow')!, { key: 'Delete' });
  expect([edits(), screen.getByRole('alert').textContent]).toEqual([
    [],
    'sales cannot be without a semaphore: drag its handle to another one, or delete sales.×',
  ]);
});

test('C at a node that begins no arrow says so; at a thread it leads to the end of a rail', async () => {
  const { user } = await renderGraph(document);
  act(() => node('printer').focus());
  await user.keyboard('c');
  const said = screen.getByRole('alert').textContent;
  act(() => node('save').focus());
  await user.keyboard('c');
  const form = within(screen.getByRole('form', { name: 'Connect save' }));
  const refusal = form.getByRole('alert').textContent;
  await user.selectOptions(form.getByLabelText('From'), 'the end, after a result');
  await user.selectOptions(form.getByLabelText('To'), 'rows');
  const offered = within(form.getByLabelText('Does')).getAllByRole('option');
  expect([said, refusal, offered.map((option) => option.textContent)]).toEqual([
    'printer does nothing to other nodes by itself: an arrow can only end there.×',
    'save runs this function in a thread, where nothing may touch the reactor: drag the end of a rail of save instead.',
    ['put an object into rows'],
  ]);
});
