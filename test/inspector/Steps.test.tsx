import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Step } from '#schedule/schema.ts';

import { schedule } from '../support/schedules.ts';
import { button, choices, field, group, inspect, type Inspected } from './inspect.ts';

const NODES = [
  { kind: 'callLater', id: 'alarm', delay: 2, call: 'f' },
  { kind: 'callLater', id: 'bell', delay: 2, call: 'other', starts: 'never' },
  { kind: 'loopingCall', id: 'poll', interval: 5, call: 'other' },
  { kind: 'deferred', id: 'answer' },
  { kind: 'deferLater', id: 'fetch', delay: 1, starts: 'never', chain: [{ errback: 'late' }] },
  { kind: 'cooperate', id: 'job', count: 2, call: 'other' },
  { kind: 'queue', id: 'mail' },
  { kind: 'queue', id: 'post' },
  { kind: 'service', id: 'server' },
  { kind: 'coroutine', id: 'main_task', call: 'body' },
  { kind: 'deferToThread', id: 'thread', call: 'work' },
];

/** The inspector at the node `alarm`, whose function has these steps. */
const withSteps = (...steps: readonly object[]): Promise<Inspected> =>
  inspect(
    schedule({
      functions: { f: steps, other: [], late: [], body: [], work: [] },
      nodes: NODES,
    }),
    'alarm',
  );

const step = ({ steps }: Inspected): Step | undefined => steps('f')[0];

describe('the fields of a step', () => {
  test('block: a duration, also a drawn one', async () => {
    const inspected = await withSteps({ do: 'block', for: 0.5 });
    await inspected.fill(field('Blocks for'), '20ms');
    expect(step(inspected)).toEqual({ do: 'block', for: 0.02 });
    await inspected.pick(button('Draw blocks for at random'), /^normal/);
    expect(step(inspected)).toEqual({ do: 'block', for: { normal: [0.02, 0.004] } });
  });

  test('log: a text', async () => {
    const inspected = await withSteps({ do: 'log', text: 'a' });
    await inspected.fill(field('Text'), 'at {now}');
    expect(step(inspected)).toEqual({ do: 'log', text: 'at {now}' });
  });

  test('start, stop, cancel, pause, resume: one of the nodes that they may name', async () => {
    const inspected = await withSteps(
      { do: 'start', node: 'bell' },
      { do: 'stop', node: 'poll' },
      { do: 'cancel', node: 'alarm' },
      { do: 'pause', node: 'answer' },
      { do: 'resume', node: 'answer' },
    );
    const { user, steps } = inspected;
    const nodeOf = (name: string): HTMLElement => group(name).getByLabelText('Node');
    await user.selectOptions(nodeOf('Step 1: start'), 'server');
    await user.selectOptions(nodeOf('Step 2: stop'), 'job');
    await user.selectOptions(nodeOf('Step 3: cancel'), 'main_task');
    await user.selectOptions(nodeOf('Step 4: pause'), 'job');
    await user.selectOptions(nodeOf('Step 5: resume'), 'job');
    expect(steps('f').map((each) => ('node' in each ? each.node : ''))).toEqual([
      'server',
      'job',
      'main_task',
      'job',
      'job',
    ]);
  });

  test('reset: seconds for a delayed call, none for a loop, in one step of the history', async () => {
    const inspected = await withSteps({ do: 'reset', node: 'alarm', seconds: 1 });
    const { user, labels } = inspected;
    await inspected.fill(field('Due in'), '3');
    expect(step(inspected)).toEqual({ do: 'reset', node: 'alarm', seconds: 3 });
    const before = labels().length;
    await user.selectOptions(group(/^Step 1/).getByLabelText('Node'), 'poll');
    expect(step(inspected)).toEqual({ do: 'reset', node: 'poll' });
    expect(labels()).toHaveLength(before + 1);
    expect(screen.queryByLabelText('Due in')).toBeNull();
    await user.selectOptions(group(/^Step 1/).getByLabelText('Node'), 'bell');
    expect(step(inspected)).toEqual({ do: 'reset', node: 'bell', seconds: 1 });
  });

  test('delay: seconds', async () => {
    const inspected = await withSteps({ do: 'delay', node: 'alarm', seconds: 1 });
    expect(choices('Node', group(/^Step 1/))).toEqual(['alarm', 'bell']);
    await inspected.fill(field('Later by'), '-2');
    expect(screen.getByRole('alert')).toHaveTextContent('must be a finite number >= 0, got -2');
    await inspected.fill(field('Later by'), '2min');
    expect(step(inspected)).toEqual({ do: 'delay', node: 'alarm', seconds: 120 });
  });

  test('fire and put: a value, as JSON or Python', async () => {
    const inspected = await withSteps(
      { do: 'fire', node: 'answer', value: null },
      { do: 'put', node: 'mail', value: null },
    );
    await inspected.fill(group('Step 1: fire').getByLabelText('Value'), "{'rows': [1, True]}");
    const put = group('Step 2: put');
    await inspected.user.selectOptions(put.getByLabelText('Node'), 'post');
    await inspected.fill(put.getByLabelText('Value'), "'it\\'s'");
    expect(inspected.steps('f')).toEqual([
      { do: 'fire', node: 'answer', value: { rows: [1, true] } },
      { do: 'put', node: 'post', value: "it's" },
    ]);
  });

  test('fail and raise: an error, whose known types are suggested', async () => {
    const inspected = await withSteps(
      { do: 'fail', node: 'answer', error: { type: 'ValueError', message: 'a' } },
      { do: 'raise', error: { type: 'ValueError', message: 'b' } },
    );
    const type = group('Step 1: fail').getByLabelText('Error type') as HTMLInputElement;
    const suggested = [...type.list!.options].map((option) => option.value);
    expect(suggested).toEqual(expect.arrayContaining(['KeyError', 'TimeoutError', 'TaskStopped']));
    expect(suggested).not.toContain('AlreadyCalled');
    await inspected.fill(type, 'KeyError');
    await inspected.fill(group('Step 2: raise').getByLabelText('Message'), 'no');
    await inspected.fill(group('Step 2: raise').getByLabelText('Error type'), 'KeyboardInterrupt');
    expect(screen.getByRole('alert')).toHaveTextContent('ends a Python program');
    expect(inspected.steps('f')).toMatchObject([
      { error: { type: 'KeyError', message: 'a' } },
      { error: { message: 'no' } },
    ]);
  });

  test('await: whether it starts, and what a failure does', async () => {
    const inspected = await inspect(
      schedule({
        functions: {
          f: [{ do: 'await', node: 'fetch', start: true }],
          other: [],
          late: [],
          work: [],
        },
        nodes: [
          ...NODES.filter(({ kind }) => kind !== 'coroutine' && kind !== 'callLater'),
          {
            kind: 'coroutine',
            id: 'main_task',
            call: 'f',
          },
        ],
      }),
      'main_task',
    );
    const { user } = inspected;
    await user.selectOptions(field('On a failure'), 'go on');
    expect(step(inspected)).toEqual({
      do: 'await',
      node: 'fetch',
      start: true,
      onError: 'continue',
    });
    await user.click(field('Start it first'));
    await user.selectOptions(field('On a failure'), 'raise it');
    expect(step(inspected)).toEqual({ do: 'await', node: 'fetch' });
  });
});

describe('the menu of steps', () => {
  const offered = async ({ user }: Inspected, name: string): Promise<readonly string[]> => {
    await user.click(group(`Function ${name}`).getByRole('button', { name: 'Add step' }));
    const items = screen.getAllByRole('menuitem');
    const free = items.filter((item) => item.getAttribute('aria-disabled') !== 'true');
    return free.map((item) => item.querySelector('span')?.textContent ?? '');
  };

  test('has everything but await in a plain function, with the reason', async () => {
    const inspected = await withSteps();
    const names = await offered(inspected, 'f');
    expect(names).toHaveLength(16);
    expect(names).not.toContain('await');
    expect(screen.getByRole('menuitem', { name: /^await/ })).toHaveTextContent(
      'only in the function of a coroutine',
    );
  });

  test('has await and no returnDeferred in a coroutine', async () => {
    const inspected = await withSteps();
    inspected.select('main_task');
    const names = await offered(inspected, 'body');
    expect(names).toContain('await');
    expect(names).not.toContain('returnDeferred');
    await inspected.user.click(screen.getByRole('menuitem', { name: /^await/ }));
    expect(inspected.steps('body')).toEqual([{ do: 'await', node: 'fetch', start: true }]);
  });

  test('has only block, log, return and raise in a thread', async () => {
    const inspected = await withSteps();
    inspected.select('thread');
    expect(await offered(inspected, 'work')).toEqual(['log', 'block', 'return', 'raise']);
  });

  test.each(
    (
      'log block start returnDeferred return raise stop cancel pause resume reset delay fire fail put ' +
      'stopReactor'
    ).split(' '),
  )('adds %s as the document allows it', async (kind) => {
    const inspected = await withSteps();
    await inspected.user.click(button('Add step'));
    await inspected.user.click(screen.getByText(kind, { selector: '[role=menuitem] > span' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(step(inspected)?.do).toBe(kind);
    expect(inspected.labels()).toEqual([`add ${kind} to f`]);
  });
});

describe('the condition of a step', () => {
  const only = async (inspected: Inspected, item: RegExp): Promise<void> =>
    inspected.pick(button(/^(Only when …|And)$/), item);

  test('has a chance, also in per cent', async () => {
    const inspected = await withSteps({ do: 'log', text: 'a' });
    await only(inspected, /^By chance/);
    await inspected.fill(field('By chance'), '30%');
    expect(step(inspected)).toHaveProperty('when', { chance: 0.3 });
    expect(field('By chance')).toHaveAccessibleDescription(/^30 % of the calls/);
    await inspected.fill(field('By chance'), '2');
    expect(screen.getByRole('alert')).toHaveTextContent('must be a number from 0 to 1, got 2');
  });

  test('has an input, as JSON or Python', async () => {
    const inspected = await withSteps({ do: 'log', text: 'a' });
    await only(inspected, /^On input/);
    expect(step(inspected)).toHaveProperty('when', { input: null });
    await inspected.fill(field('On input'), "['a', None]");
    expect(step(inspected)).toHaveProperty('when', { input: ['a', null] });
  });

  test('has an error where a failure can come, and says where none can', async () => {
    const inspected = await withSteps({ do: 'log', text: 'a' });
    await inspected.user.click(button('Only when …'));
    const item = screen.getByRole('menuitem', { name: /^On error/ });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveTextContent('no failure comes here');
    await inspected.user.keyboard('{Escape}');

    inspected.select('fetch');
    await inspected.user.click(button('errback late'));
    await inspected.pick(group('Function late').getByRole('button', { name: 'Add step' }), /^log/);
    await only(inspected, /^On error/);
    const error = field('On error') as HTMLInputElement;
    expect([...error.list!.options].map((option) => option.value)).toContain('AlreadyCalled');
    await inspected.fill(error, 'ConnectionError');
    expect(inspected.steps('late')[0]).toHaveProperty('when', { error: 'ConnectionError' });
    await inspected.user.click(button('Remove the condition on error'));
    expect(inspected.steps('late')[0]).not.toHaveProperty('when');
  });
});
