import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { schedule } from '../support/schedules.ts';
import { button, inspect, type Inspected } from './inspect.ts';

const DOCUMENT = schedule({
  horizon: 20,
  functions: {
    ring: [],
    fill: [
      { do: 'put', node: 'mail', value: 1 },
      { do: 'put', node: 'mail', value: 'two' },
      { do: 'put', node: 'mail', value: [3] },
    ],
    hold: [{ do: 'returnDeferred', node: 'fetch', start: true }],
    body: [{ do: 'await', node: 'fetch', start: true }],
    slice: [{ do: 'pause', node: 'job', when: { call: 2 } }],
    work: [{ do: 'block', for: 3 }],
    halt: [{ do: 'stop', node: 'server' }],
    freeze: [
      { do: 'pause', node: 'answer' },
      { do: 'fire', node: 'answer', value: 12 },
    ],
  },
  nodes: [
    { kind: 'semaphore', id: 'limit', tokens: 1 },
    { kind: 'queue', id: 'mail' },
    { kind: 'outsideEvent', id: 'world', at: [1, 4], call: 'fill' },
    { kind: 'deferLater', id: 'fetch', delay: 5, starts: 'never' },
    { kind: 'guarded', id: 'first', semaphore: 'limit', call: 'hold' },
    { kind: 'guarded', id: 'second', semaphore: 'limit', call: 'hold' },
    { kind: 'queueGet', id: 'take', queue: 'mail' },
    { kind: 'coroutine', id: 'main_task', call: 'body' },
    { kind: 'cooperate', id: 'job', call: 'slice' },
    { kind: 'deferToThread', id: 'one', call: 'work' },
    { kind: 'deferToThread', id: 'two', call: 'work' },
    { kind: 'deferred', id: 'answer', chain: [{ callback: 'ring' }, { timeout: 8 }] },
    {
      kind: 'deferredList',
      id: 'all_of',
      members: ['answer', 'one'],
      startMembers: false,
    },
    { kind: 'service', id: 'server' },
    {
      kind: 'callLater',
      id: 'inside',
      delay: 6,
      call: 'ring',
      service: 'server',
      starts: 'service',
    },
    { kind: 'callLater', id: 'stopper', delay: 2, call: 'halt' },
    { kind: 'callLater', id: 'freezer', delay: 2, call: 'freeze' },
  ],
});
DOCUMENT.threadPool = { min: 0, max: 1 };

/** The tab of a node at a virtual time. */
async function at(id: string, time: number): Promise<Inspected> {
  const inspected = await inspect(DOCUMENT, id);
  act(() => {
    inspected.studio.seek(time);
  });
  await inspected.user.click(screen.getByRole('tab', { name: /^At / }));
  return inspected;
}

/** The facts on the screen, each with how it stands. */
function facts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    screen
      .getAllByRole('term')
      .map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? '']),
  );
}

describe('at a time', () => {
  test('a semaphore has free tokens, holders and a line, which lead there', async () => {
    const { user, studio } = await at('limit', 1);
    expect(facts()).toEqual({
      'Tokens free': '0 of 1',
      'Held by': 'first',
      'Wait in line': 'second',
    });
    await user.click(button('second'));
    expect(studio.view.getState().selection.nodes).toEqual(['second']);
    expect(facts()).toMatchObject({ Semaphore: 'limit', Token: 'waits for a token, place 1 of 1' });
  });

  test('a queue has what is stored and who waits', async () => {
    const { studio, select } = await at('mail', 0.5);
    expect(facts()).toEqual({ Stored: '0 values', 'Wait in line': 'take' });
    act(() => {
      studio.seek(1);
    });
    expect(facts()).toEqual({ Stored: '2 values', 'Wait in line': '–' });
    expect(screen.getByText("'two' [3]")).toBeVisible();
    select('take');
    expect(facts()).toMatchObject({ Queue: 'mail', Value: 'has got a value', Called: 'yes' });
  });

  test('a coroutine has what it awaits', async () => {
    await at('main_task', 1);
    expect(facts()['Awaits']).toMatch(/^fetch/);
    expect(facts()).toHaveProperty('Called', 'no');
  });

  test('a task has its steps, and whether it goes on', async () => {
    await at('job', 1);
    expect(facts()).toMatchObject({ Steps: '2', 'Goes on': 'no: paused once', 'Waits for': '–' });
  });

  test('a job has its worker, or its place in the line', async () => {
    const { select, studio } = await at('one', 1);
    expect(facts()).toMatchObject({
      'Its job': 'runs in worker 0',
      'Workers busy': '1 of at most 1',
      'In line': '1 job',
    });
    select('two');
    expect(facts()).toHaveProperty('Its job', 'waits for a worker, place 1 of 1');
    act(() => {
      studio.seek(10);
    });
    expect(facts()).toHaveProperty('Its job', 'done by worker 0');
  });

  test('a list has its members, each as it stands', async () => {
    await at('all_of', 5);
    const members = screen
      .getAllByRole('listitem')
      .filter((item) => within(item).queryByRole('button') !== null)
      .slice(0, 2);
    expect(members.map((member) => within(member).getByRole('button').textContent)).toEqual([
      'answer',
      'one',
    ]);
    expect(members.map((member) => member.textContent)).toEqual(['answerpaused', 'oneNone']);
  });

  test('explains itself: what brought it there, and what is to come', async () => {
    await at('second', 4);
    expect(await screen.findByText(/stands in line/u)).toHaveTextContent(
      'limit has no free token: second stands in line.',
    );
    const next = screen.getByRole('list', { name: 'What comes next' });
    expect(next).toHaveTextContent('second has its turn when a token of limit is given back.');
  });

  test('a service runs or not, with its members', async () => {
    const { studio } = await at('server', 1);
    expect(facts()).toHaveProperty('Running', 'yes');
    expect(screen.getByText('in 5 s')).toBeVisible();
    act(() => {
      studio.seek(3);
    });
    expect(facts()).toHaveProperty('Running', 'no');
    expect(screen.getByText('cancelled')).toBeVisible();
  });

  test('an outside event has its next moment, not its last', async () => {
    const { studio } = await at('world', 0.5);
    expect(facts()).toMatchObject({
      'Next call': 'at 1.000 s',
      'Time left': '0.5 s',
      'Still to come': '2 calls',
    });
    expect(screen.getByText('in 0.5 s')).toBeVisible();
    act(() => {
      studio.seek(5);
    });
    expect(facts()).toMatchObject({ 'Next call': 'none', 'Still to come': '0 calls' });
  });

  test('a chain has the timeouts that run, and a Deferred says that it is paused', async () => {
    const { studio } = await at('answer', 1);
    expect(facts()).toHaveProperty('Link 2', '7 s left, until 8.000 s');
    expect(facts()).not.toHaveProperty('Paused');
    act(() => {
      studio.seek(3);
    });
    expect(facts()).toMatchObject({ Called: 'yes', Paused: 'until it is resumed' });
    const chain = screen.getByRole('list', { name: 'Place in the callback chain' });
    expect(within(chain).getByText('timeout 8 s')).toBeVisible();
  });
});
