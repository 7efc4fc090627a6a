import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { Inspector } from '#inspector/Inspector.tsx';
import { removeNodes } from '#schedule/nodeEdits.ts';
import type { ChainLink, Step } from '#schedule/schema.ts';
import type { Studio } from '#store/studio.ts';

import { renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const DOCUMENT = schedule({
  horizon: 30,
  functions: {
    tick: [
      { do: 'log', text: 'tick {call}' },
      { do: 'block', for: 0.5 },
      { do: 'raise', error: { type: 'ValueError', message: 'no' }, when: { call: 4 } },
    ],
    show: [],
    report: [{ do: 'return', input: true }],
  },
  nodes: [
    {
      kind: 'loopingCall',
      id: 'poll',
      interval: 5,
      call: 'tick',
      chain: [{ callback: 'show', errback: 'report' }, { both: 'show' }],
    },
    { kind: 'deferred', id: 'job' },
    { kind: 'deferred', id: 'other' },
  ],
});

/** The inspector with the loop selected. */
async function inspectLoop(): Promise<Rendered> {
  const rendered = await renderWithStudio(<Inspector />, DOCUMENT);
  act(() => {
    rendered.studio.select({ nodes: ['poll'] });
  });
  return rendered;
}

const stepsOf = (studio: Studio, name: string): readonly Step[] =>
  studio.history.getState().schedule.functions[name]?.steps ?? [];
const kindsOf = (studio: Studio): readonly string[] =>
  stepsOf(studio, 'tick').map((step) => step.do);
const chainOf = (studio: Studio): readonly ChainLink[] => {
  const [poll] = studio.history.getState().schedule.nodes;
  return poll !== undefined && 'chain' in poll ? poll.chain : [];
};
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

describe('the steps of a function', () => {
  test('are added from a menu with a line of help each, and typing goes on in the new one', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(group('Function tick').getByRole('button', { name: 'Add step' }));
    const fire = screen.getByRole('menuitem', { name: /^fire/ });
    expect(fire).toHaveTextContent('call a Deferred back with a value');
    await user.click(fire);
    expect(stepsOf(studio, 'tick').at(-1)).toEqual({ do: 'fire', node: 'job', value: null });
    expect(group('Step 4: fire').getByLabelText('Node')).toHaveFocus();
  });

  test('that need a node which is not there cannot be chosen, and say so', async () => {
    const { studio, user } = await inspectLoop();
    act(() => {
      studio.edit(removeNodes(['job', 'other']));
    });
    await user.click(group('Function tick').getByRole('button', { name: 'Add step' }));
    const cancel = screen.getByRole('menuitem', { name: /^cancel/ });
    expect(cancel).toHaveTextContent('needs a pending call or a Deferred: add one first');
    expect(cancel).toHaveAttribute('aria-disabled', 'true');
    await user.click(cancel);
    expect(kindsOf(studio)).toEqual(['log', 'block', 'raise']);
  });

  test('are moved by their buttons and by Alt and an arrow, with the focus', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('Move step 3 up'));
    expect(kindsOf(studio)).toEqual(['log', 'raise', 'block']);
    expect(button('Move step 2 up')).toHaveFocus();

    await user.click(group('Step 3: block').getByLabelText('Blocks for'));
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}');
    expect(kindsOf(studio)).toEqual(['block', 'log', 'raise']);
    expect(group('Step 1: block').getByLabelText('Blocks for')).toHaveFocus();
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(
      'The step is at place 1 of 3 now.',
    );
  });

  test('take their drafts along when they are moved', async () => {
    const { user } = await inspectLoop();
    await user.type(group('Step 2: block').getByLabelText('Blocks for'), 'x');
    await user.click(button('Move step 2 down'));
    expect(group('Step 3: block').getByLabelText('Blocks for')).toHaveValue('0.5x');
  });

  test('are moved by dragging their handles, and Esc gives that up', async () => {
    const { studio } = await inspectLoop();
    const names = ['Step 1: log', 'Step 2: block', 'Step 3: raise'];
    names.forEach((name, index) => {
      const row = screen.getByRole('group', { name }).closest('li')!;
      row.getBoundingClientRect = () => new DOMRect(0, index * 100, 100, 100);
    });
    const handle = button('Move step 1');
    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientY: 10 });
    fireEvent.pointerMove(handle, { pointerId: 1, clientY: 160 });
    fireEvent.keyDown(handle, { key: 'Escape' });
    fireEvent.pointerUp(handle, { pointerId: 1 });
    expect(kindsOf(studio)).toEqual(['log', 'block', 'raise']);

    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientY: 10 });
    fireEvent.pointerMove(handle, { pointerId: 1, clientY: 260 });
    fireEvent.pointerMove(handle, { pointerId: 1, clientY: 160 });
    fireEvent.pointerUp(handle, { pointerId: 1 });
    expect(kindsOf(studio)).toEqual(['block', 'log', 'raise']);
  });

  test('are deleted, and the focus goes to the next one', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('Delete step 1'));
    expect(kindsOf(studio)).toEqual(['block', 'raise']);
    expect(button('Delete step 1')).toHaveFocus();
    await user.keyboard('{Enter}{Enter}');
    expect(kindsOf(studio)).toEqual([]);
    expect(group('Function tick').getByRole('button', { name: 'Add step' })).toHaveFocus();
  });

  test('do something else with what fits of them', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('Step 3 does raise: change it'));
    await user.click(screen.getByRole('menuitem', { name: /^fail/ }));
    expect(stepsOf(studio, 'tick')[2]).toEqual({
      do: 'fail',
      node: 'job',
      error: { type: 'ValueError', message: 'no' },
      when: { call: 4 },
    });
  });
});

describe('the fields of a step', () => {
  test('are edited as they are typed, with the error beside the field', async () => {
    const { studio, user } = await inspectLoop();
    const type = group('Step 3: raise').getByLabelText('Error type');
    await user.clear(type);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'must be the name of an exception class, such as ValueError, got ""',
    );
    await user.type(type, 'KeyError');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.type(group('Step 1: log').getByLabelText('Text'), '!');
    expect(stepsOf(studio, 'tick')).toMatchObject([
      { text: 'tick {call}!' },
      { for: 0.5 },
      { error: { type: 'KeyError', message: 'no' } },
    ]);
  });

  test('of a value are JSON or Python, and say how Python shows it', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(group('Function tick').getByRole('button', { name: 'Add step' }));
    await user.click(screen.getByRole('menuitem', { name: /^fire/ }));
    const value = group('Step 4: fire').getByLabelText('Value');
    await user.clear(value);
    await user.type(value, 'no');
    expect(value).toHaveAccessibleDescription(
      'must be a value in Python or JSON: text is written in quotes, as "no"',
    );
    await user.clear(value);
    await user.type(value, 'True');
    expect(value).toHaveAccessibleDescription('in Python True');
    await user.tab();
    expect(value).toHaveValue('true');
    await user.selectOptions(group('Step 4: fire').getByLabelText('Node'), 'other');
    expect(stepsOf(studio, 'tick')[3]).toEqual({ do: 'fire', node: 'other', value: true });
  });

  test('are for a return its input or a value', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('errback report'));
    const step = group('Step 1: return');
    await user.selectOptions(step.getByLabelText('Returns'), 'a value');
    await user.clear(step.getByLabelText('Value'));
    await user.type(step.getByLabelText('Value'), '12');
    expect(stepsOf(studio, 'report')).toEqual([{ do: 'return', value: 12 }]);
    await user.selectOptions(step.getByLabelText('Returns'), 'its input');
    expect(stepsOf(studio, 'report')).toEqual([{ do: 'return', input: true }]);
  });

  test('are for a wait whether the node is started first', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(group('Function tick').getByRole('button', { name: 'Add step' }));
    await user.click(screen.getByRole('menuitem', { name: /^returnDeferred/ }));
    const starts = group('Step 4: returnDeferred').getByLabelText('Start it first');
    expect(stepsOf(studio, 'tick')[3]).toEqual({ do: 'returnDeferred', node: 'job', start: true });
    await user.click(starts);
    expect(stepsOf(studio, 'tick')[3]).toEqual({ do: 'returnDeferred', node: 'job' });
  });

  test('end with the condition, whose parts are added, changed and removed', async () => {
    const { studio, user } = await inspectLoop();
    const step = group('Step 3: raise');
    await user.click(step.getByRole('button', { name: 'And' }));
    await user.click(screen.getByRole('menuitem', { name: /^Every nth call/ }));
    await user.clear(step.getByLabelText('Every nth call'));
    await user.type(step.getByLabelText('Every nth call'), '0');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'must be a whole number from 1 to 1000000000, got 0',
    );
    await user.clear(step.getByLabelText('Every nth call'));
    await user.type(step.getByLabelText('Every nth call'), '3');
    expect(stepsOf(studio, 'tick')[2]).toHaveProperty('when', { call: 4, everyCall: 3 });
    await user.click(step.getByRole('button', { name: 'Remove the condition on call' }));
    await user.click(step.getByRole('button', { name: 'Remove the condition every nth call' }));
    expect(stepsOf(studio, 'tick')[2]).not.toHaveProperty('when');
    expect(step.getByRole('button', { name: 'Only when …' })).toBeVisible();
  });
});

describe('the callback chain', () => {
  test('gets a link at its end, whose new function is open at once', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('Add errback'));
    expect(chainOf(studio).at(-1)).toEqual({ errback: 'poll_failed' });
    expect(group('Link 3: errback poll_failed').getByLabelText('Its name')).toHaveValue(
      'poll_failed',
    );
  });

  test('gets the other side of a link, and loses a side', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('Add callback'));
    await user.click(button('Add errback to link 3'));
    expect(chainOf(studio)[2]).toEqual({ callback: 'poll_done', errback: 'poll_failed' });
    await user.click(button('Delete errback'));
    expect(chainOf(studio)[2]).toEqual({ callback: 'poll_done' });
    expect(Object.keys(studio.history.getState().schedule.functions)).not.toContain('poll_failed');
  });

  test('has its links moved and deleted', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('Move link 2'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(chainOf(studio)).toEqual([{ both: 'show' }, { callback: 'show', errback: 'report' }]);
    expect(button('Move link 1')).toHaveFocus();
    await user.click(button('Delete link 2'));
    expect(chainOf(studio)).toEqual([{ both: 'show' }]);
  });

  test('has a lone function put on another rail', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('both show'));
    await user.selectOptions(screen.getByLabelText('Rail'), 'errback: failures');
    expect(chainOf(studio)[1]).toEqual({ errback: 'show' });
    await user.selectOptions(screen.getByLabelText('Rail'), 'callback: results');
    expect(chainOf(studio)[1]).toEqual({ callback: 'show' });
    await user.selectOptions(screen.getByLabelText('Rail'), 'both');
    expect(chainOf(studio)).toEqual([{ callback: 'show', errback: 'report' }, { both: 'show' }]);
  });

  test('has a side call another function', async () => {
    const { studio, user } = await inspectLoop();
    await user.click(button('errback report'));
    await user.click(group('Link 1: callback show, errback report').getByLabelText('Calls'));
    await user.click(screen.getByRole('menuitem', { name: 'tick' }));
    expect(chainOf(studio)[0]).toEqual({ callback: 'show', errback: 'tick' });
  });
});
