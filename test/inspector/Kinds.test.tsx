import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { KIND_NAMES } from '#schedule/kindWords.ts';
import { t } from '#words/words.ts';

import { schedule } from '../support/schedules.ts';
import { button, choices, field, group, inspect } from './inspect.ts';

const DOCUMENT = schedule({
  functions: { ring: [], body: [], work: [] },
  nodes: [
    { kind: 'callLater', id: 'alarm', delay: 2, call: 'ring' },
    { kind: 'deferLater', id: 'fetch', delay: 1, starts: 'never' },
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'ring' },
    { kind: 'deferred', id: 'answer' },
    { kind: 'deferredList', id: 'all_of', members: ['answer', 'poll'], startMembers: false },
    { kind: 'deferredList', id: 'outer', members: ['all_of'], starts: 'never' },
    { kind: 'coroutine', id: 'main_task', call: 'body' },
    { kind: 'cooperate', id: 'job', count: 3, call: 'ring' },
    { kind: 'deferToThread', id: 'thread', call: 'work' },
    { kind: 'semaphore', id: 'limit', tokens: 2 },
    { kind: 'semaphore', id: 'lock', tokens: 1 },
    { kind: 'guarded', id: 'limited', semaphore: 'limit', call: 'ring' },
    { kind: 'queue', id: 'mail' },
    { kind: 'queue', id: 'post', size: 3 },
    { kind: 'queueGet', id: 'take', queue: 'mail' },
    { kind: 'service', id: 'server' },
    { kind: 'service', id: 'inner', service: 'server', starts: 'service' },
    { kind: 'outsideEvent', id: 'world', at: [1], call: 'ring' },
  ],
});

test('every kind is shown by its name, with what it does and no problem', async () => {
  const { select } = await inspect(DOCUMENT, 'alarm');
  const shown = new Set<string>();
  for (const { id, kind } of DOCUMENT.nodes) {
    select(id);
    expect(screen.getByText(t(KIND_NAMES[kind]), { selector: 'b' })).toBeVisible();
    expect(field('Name')).toHaveValue(id);
    expect(screen.queryByRole('alert')).toBeNull();
    shown.add(kind);
  }
  expect([...shown].toSorted()).toEqual(Object.keys(KIND_NAMES).toSorted());
});

describe('a delay', () => {
  test('is drawn at random by a button, with its parameters and its mean in words', async () => {
    const { fill, node, pick } = await inspect(DOCUMENT, 'alarm');
    await pick(button('Draw delay at random'), /^uniform/);
    expect(node('alarm')).toHaveProperty('delay', { uniform: [1, 3] });
    expect(field('Delay')).toHaveFocus();
    await fill(field('To'), '5s');
    expect(node('alarm')).toHaveProperty('delay', { uniform: [1, 5] });
    expect(screen.getByText('3 s on average; 9 of 10 are at most 4.6 s')).toBeVisible();
    await fill(field('From'), '7');
    expect(screen.getByRole('alert')).toHaveTextContent('must be [a, b] with a not above b');
    expect(node('alarm')).toHaveProperty('delay', { uniform: [1, 5] });
  });

  test('has each distribution with its own parameters, and goes back to a number', async () => {
    const { fill, node, pick, user, labels } = await inspect(DOCUMENT, 'alarm');
    await pick(button('Draw delay at random'), /^exponential/);
    await fill(field('Mean'), '200ms');
    expect(node('alarm')).toHaveProperty('delay', { exponential: 0.2 });
    await user.selectOptions(field('Delay'), 'normal');
    await fill(field('Deviation'), '0.1');
    expect(node('alarm')).toHaveProperty('delay', { normal: [0.2, 0.1] });
    await user.selectOptions(field('Delay'), 'lognormal');
    await fill(field('Median'), '1min');
    await fill(field('Sigma'), '11');
    expect(field('Sigma')).toHaveAccessibleDescription(/must be a number from 0 to 10, got 11/);
    await fill(field('Sigma'), '1');
    expect(node('alarm')).toHaveProperty('delay', { lognormal: [60, 1] });
    await user.selectOptions(field('Delay'), 'always the same');
    expect(node('alarm')).toHaveProperty('delay', 98.9);
    expect(field('Delay')).toHaveValue('98.9');
    expect(new Set(labels())).toEqual(new Set(['set delay of alarm']));
  });

  test('is one of a few, each with its weight', async () => {
    const { fill, node, pick, user } = await inspect(DOCUMENT, 'alarm');
    await pick(button('Draw delay at random'), /^one of a few/);
    await fill(group('Choice 1').getByLabelText('Weight'), '3');
    await user.click(button('Add a choice'));
    await fill(group('Choice 3').getByLabelText('Time'), '2h');
    expect(node('alarm')).toHaveProperty('delay', {
      choice: [
        [1, 3],
        [4, 1],
        [7200, 1],
      ],
    });
    expect(group('Choice 1').getByText('60 %')).toBeVisible();
    await fill(group('Choice 2').getByLabelText('Weight'), '0');
    expect(screen.getByRole('alert')).toHaveTextContent('must be a weight > 0, got 0');
    await user.click(button('Remove choice 2'));
    await user.click(button('Remove choice 2'));
    expect(node('alarm')).toHaveProperty('delay', { choice: [[1, 3]] });
    expect(button('Remove choice 1')).toBeDisabled();
  });
});

describe('a list', () => {
  test('has members added, moved and removed', async () => {
    const { node, pick, user } = await inspect(DOCUMENT, 'all_of');
    await user.click(button('Add member'));
    const items = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(items).toEqual([
      'fetch',
      'outerwaits for all_of itself',
      'main_task',
      'job',
      'thread',
      'limited',
      'take',
    ]);
    await user.keyboard('{Escape}');
    await pick(button('Add member'), 'fetch');
    await user.click(button('Move member 3 up'));
    await user.click(button('Delete member 1'));
    expect(node('all_of')).toHaveProperty('members', ['fetch', 'poll']);
    await user.click(group('Member 2: poll').getByRole('button', { name: 'poll' }));
    expect(field('Name')).toHaveValue('poll');
  });

  test('has flags, each with a sentence, and gatherResults takes two of them away', async () => {
    const { node, user, labels } = await inspect(DOCUMENT, 'all_of');
    await user.click(field('Start members'));
    await user.click(field('Fire on one callback'));
    await user.click(field('Fire on one errback'));
    await user.click(field('Consume errors'));
    expect(field('Consume errors')).toHaveAccessibleDescription(/counts as handled/);
    expect(node('all_of')).toMatchObject({
      startMembers: true,
      fireOnOneCallback: true,
      fireOnOneErrback: true,
      consumeErrors: true,
    });
    const before = labels().length;
    await user.selectOptions(field('Form'), 'gatherResults');
    expect(node('all_of')).toMatchObject({
      gather: true,
      fireOnOneCallback: false,
      fireOnOneErrback: false,
      consumeErrors: true,
    });
    expect(labels()).toHaveLength(before + 1);
    expect(screen.queryByLabelText('Fire on one errback')).toBeNull();
    await user.selectOptions(field('Form'), 'DeferredList');
    expect(node('all_of')).toHaveProperty('gather', false);
  });
});

test('a task has a number of steps, or none where it is endless', async () => {
  const { fill, node } = await inspect(DOCUMENT, 'job');
  await fill(field('Steps'), '');
  expect(node('job')).not.toHaveProperty('count');
  await fill(field('Steps'), '-1');
  expect(screen.getByRole('alert')).toHaveTextContent('must be a whole number from 0');
  await fill(field('Steps'), '12');
  expect(node('job')).toHaveProperty('count', 12);
});

test('a semaphore has tokens, and says what one is and whom it guards', async () => {
  const { fill, node, user } = await inspect(DOCUMENT, 'limit');
  await fill(field('Tokens'), '0');
  expect(screen.getByRole('alert')).toHaveTextContent('must be a whole number from 1');
  await fill(field('Tokens'), '1');
  expect(node('limit')).toHaveProperty('tokens', 1);
  expect(field('Tokens')).toHaveAccessibleDescription('one at a time: a DeferredLock');
  expect(screen.queryByLabelText('Starts')).toBeNull();
  await user.click(button('limited'));
  expect(field('Name')).toHaveValue('limited');
});

test('a guarded call has one of the semaphores, a get one of the queues', async () => {
  const { node, select, user } = await inspect(DOCUMENT, 'limited');
  expect(choices('Semaphore')).toEqual(['limit', 'lock']);
  await user.selectOptions(field('Semaphore'), 'lock');
  expect(node('limited')).toHaveProperty('semaphore', 'lock');
  select('take');
  expect(choices('Queue')).toEqual(['mail', 'post']);
  await user.selectOptions(field('Queue'), 'post');
  expect(node('take')).toHaveProperty('queue', 'post');
});

test('a queue has a size and a backlog, each unlimited where it is empty', async () => {
  const { fill, node } = await inspect(DOCUMENT, 'post');
  await fill(field('Backlog'), '2');
  await fill(field('Size'), '');
  expect(node('post')).toMatchObject({ backlog: 2 });
  expect(node('post')).not.toHaveProperty('size');
  expect(field('Size')).toHaveAttribute('placeholder', 'unlimited');
  expect(screen.getByText('nothing takes from it yet: add a queue.get')).toBeVisible();
});

test('an outside event has moments', async () => {
  const { fill, node, labels } = await inspect(DOCUMENT, 'world');
  await fill(field('At'), '3, 7.5, 2min');
  expect(node('world')).toHaveProperty('at', [3, 7.5, 120]);
  await fill(field('At'), '3, -1');
  expect(screen.getByRole('alert')).toHaveTextContent('must be a finite number >= 0, got -1');
  expect(choices('Starts')).toEqual(['with the program', 'never: switched off']);
  expect(labels()).toEqual(['set at of world']);
});

describe('a service', () => {
  test('of a node is one that it does not hold, and its start follows in one step', async () => {
    const { node, user, labels, select } = await inspect(DOCUMENT, 'alarm');
    expect(choices('Service')).toEqual(['none', 'server', 'inner']);
    expect(choices('Starts')).toEqual(['with the program', 'only by a step']);
    await user.selectOptions(field('Service'), 'inner');
    expect(node('alarm')).toMatchObject({ service: 'inner', starts: 'service' });
    expect(choices('Starts')).toEqual(['with the program', 'with inner', 'only by a step']);
    await user.selectOptions(field('Service'), 'none');
    expect(node('alarm')).toHaveProperty('starts', 'program');
    expect(node('alarm')).not.toHaveProperty('service');
    expect(labels()).toEqual(['put alarm into inner', 'take alarm out of its service']);
    select('server');
    expect(screen.queryByLabelText('Service')).toBeNull();
    select('inner');
    expect(choices('Service')).toEqual(['none', 'server']);
  });

  test('shows its members, and gets and loses some', async () => {
    const { node, pick, user } = await inspect(DOCUMENT, 'server');
    await pick(button('Add member'), /^mail/);
    expect(node('mail')).toHaveProperty('service', 'server');
    expect(screen.getByText('made with the program')).toBeVisible();
    await user.click(button('Take inner out'));
    expect(node('inner')).not.toHaveProperty('service');
    expect(button('Add member')).toHaveFocus();
  });
});

test('a function that a kind cannot call is refused in words', async () => {
  const { node, pick } = await inspect(DOCUMENT, 'main_task');
  expect(field('Calls')).toHaveAccessibleDescription('only coroutines can call it; it may await');
  await pick(field('Calls'), 'ring');
  expect(node('main_task')).toHaveProperty('call', 'body');
  expect(screen.getByRole('alert')).toHaveTextContent(
    /Nothing was changed.*is the coroutine of main_task/,
  );
});
