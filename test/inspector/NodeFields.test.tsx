import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { Inspector } from '#inspector/Inspector.tsx';
import type { ScheduleNode } from '#schedule/schema.ts';
import type { Studio } from '#store/studio.ts';

import { renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const DOCUMENT = schedule({
  horizon: 30,
  functions: {
    tick: [{ do: 'start', node: 'alarm' }],
    ring: [
      { do: 'log', text: 'ring' },
      { do: 'block', for: 0.5 },
    ],
    sleep: [
      { do: 'log', text: 'sleep' },
      { do: 'block', for: 0.5 },
    ],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'tick' },
    { kind: 'callLater', id: 'alarm', delay: 2, call: 'ring' },
    { kind: 'callLater', id: 'twin', delay: 2, call: 'sleep' },
    { kind: 'deferLater', id: 'fetch', delay: 1 },
    { kind: 'deferred', id: 'job', canceller: 'ring' },
  ],
});

/** The inspector with one node selected. */
async function inspect(id: string): Promise<Rendered> {
  const rendered = await renderWithStudio(<Inspector />, DOCUMENT, { now: () => 0 });
  act(() => {
    rendered.studio.select({ nodes: [id] });
  });
  return rendered;
}

const documentOf = (studio: Studio) => studio.history.getState().schedule;
const nodeOf = (studio: Studio, id: string): ScheduleNode | undefined =>
  documentOf(studio).nodes.find((node) => node.id === id);
const labels = (studio: Studio): readonly string[] =>
  studio.history.getState().past.map((entry) => entry.label);
const field = (name: string): HTMLElement => screen.getByLabelText(name);

describe('a time', () => {
  test('is in the document with every valid keystroke, as one step of the history', async () => {
    const { studio, user } = await inspect('alarm');
    await user.clear(field('Delay'));
    await user.type(field('Delay'), '200ms');
    expect(field('Delay')).toHaveValue('200ms');
    expect(nodeOf(studio, 'alarm')).toHaveProperty('delay', 0.2);
    expect(labels(studio)).toEqual(['set delay of alarm']);

    await user.tab();
    expect(field('Delay')).toHaveValue('0.2');
  });

  test('that is refused stays in the field with its error, and the document as it was', async () => {
    const { studio, user } = await inspect('poll');
    await user.clear(field('Interval'));
    await user.type(field('Interval'), '-1');
    expect(screen.getByRole('alert')).toHaveTextContent('must be a finite number >= 0, got -1');
    expect(field('Interval')).toHaveAccessibleDescription('must be a finite number >= 0, got -1');
    expect(field('Interval')).toBeInvalid();
    expect(documentOf(studio)).toEqual(DOCUMENT);

    await user.tab();
    expect(field('Interval')).toHaveValue('-1');
  });

  test('goes back to what it was by Esc, which is spent by that', async () => {
    const { studio, user } = await inspect('poll');
    await user.type(field('Interval'), '0');
    expect(nodeOf(studio, 'poll')).toHaveProperty('interval', 50);
    await user.type(field('Interval'), 'x');
    expect(screen.getByRole('alert')).toHaveTextContent('got "50x"');
    await user.keyboard('{Escape}');
    expect(field('Interval')).toHaveValue('5');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(nodeOf(studio, 'poll')).toHaveProperty('interval', 5);
    expect(studio.view.getState().selection.nodes).toEqual(['poll']);
  });

  test('follows the document when that changes from elsewhere', async () => {
    const { studio, user } = await inspect('poll');
    await user.type(field('Interval'), '0');
    await user.type(field('Interval'), 'x');
    act(() => {
      studio.undo();
    });
    expect(field('Interval')).toHaveValue('5');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('of another node does not inherit a draft', async () => {
    const { studio, user } = await inspect('alarm');
    await user.type(field('Delay'), 'x');
    act(() => {
      studio.select({ nodes: ['twin'] });
    });
    expect(field('Delay')).toHaveValue('2');
  });

  test('of another function does not inherit a draft', async () => {
    const { user } = await inspect('alarm');
    await user.type(field('Text'), 'x');
    await user.clear(field('Blocks for'));
    await user.click(field('Calls'));
    await user.click(screen.getByRole('menuitem', { name: 'sleep' }));
    expect(field('Blocks for')).toHaveValue('0.5');
  });
});

describe('a name', () => {
  test('is taken by Enter, and every reference and the selection follow', async () => {
    const { studio, user } = await inspect('alarm');
    await user.clear(field('Name'));
    await user.type(field('Name'), 'bell');
    expect(documentOf(studio)).toEqual(DOCUMENT);
    await user.keyboard('{Enter}');
    expect(documentOf(studio).functions['tick']).toEqual({
      steps: [{ do: 'start', node: 'bell' }],
    });
    expect(studio.view.getState().selection.nodes).toEqual(['bell']);
    expect(field('Name')).toHaveValue('bell');
    expect(field('Name')).toHaveFocus();
  });

  test('that is illegal or taken is refused while it is typed, and stays out', async () => {
    const { studio, user } = await inspect('alarm');
    await user.clear(field('Name'));
    await user.type(field('Name'), 'poll');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'must be unique, but another node is called poll',
    );
    await user.tab();
    expect(documentOf(studio)).toEqual(DOCUMENT);
    expect(field('Name')).toHaveValue('poll');
  });

  test('of a function is followed by all that call it, and never joins two functions', async () => {
    const { studio, user } = await inspect('alarm');
    const name = within(screen.getByRole('group', { name: 'Function ring' })).getByLabelText(
      'Its name',
    );
    await user.clear(name);
    await user.type(name, 'tick{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('another function is called tick');
    await user.clear(name);
    await user.type(name, 'sound{Enter}');
    expect([nodeOf(studio, 'alarm'), nodeOf(studio, 'job')]).toMatchObject([
      { call: 'sound' },
      { canceller: 'sound' },
    ]);
  });
});

describe('the other fields', () => {
  test('of a loop are its first call, its count, its start and its label', async () => {
    const { studio, user } = await inspect('poll');
    await user.selectOptions(field('First call'), 'after one interval');
    await user.click(field('Pass the count'));
    await user.selectOptions(field('Starts'), 'only by a step');
    await user.type(field('Label'), 'Poll the feed');
    expect(nodeOf(studio, 'poll')).toMatchObject({
      now: false,
      withCount: true,
      starts: 'never',
      label: 'Poll the feed',
    });
    await user.clear(field('Label'));
    expect(nodeOf(studio, 'poll')).not.toHaveProperty('label');
  });

  test('are those of the kind', async () => {
    const { studio } = await inspect('poll');
    const shown = (id: string): readonly (string | null)[] => {
      act(() => {
        studio.select({ nodes: [id] });
      });
      return [...document.querySelectorAll('label')].map((label) => label.textContent);
    };
    expect([shown('fetch'), shown('job')]).toEqual([
      ['Name', 'Label', 'Delay', 'Starts', 'Calls'],
      ['Name', 'Label', 'Starts', 'Canceller', 'Its name', 'Text', 'Blocks for'],
    ]);
  });
});

describe('the function of a node', () => {
  const choose = async ({ user }: Rendered, label: string, item: RegExp): Promise<void> => {
    await user.click(field(label));
    await user.click(screen.getByRole('menuitem', { name: item }));
  };

  test('is an existing one, a new one, or none where the kind allows it', async () => {
    const rendered = await inspect('fetch');
    const { studio } = rendered;
    await choose(rendered, 'Calls', /^tick/);
    expect(nodeOf(studio, 'fetch')).toHaveProperty('call', 'tick');
    await choose(rendered, 'Calls', /^New function/);
    expect(nodeOf(studio, 'fetch')).toHaveProperty('call', 'do_fetch');
    expect(documentOf(studio).functions['do_fetch']).toEqual({ steps: [] });
    await choose(rendered, 'Calls', /^None/);
    expect(nodeOf(studio, 'fetch')).not.toHaveProperty('call');
    expect(Object.keys(documentOf(studio).functions)).toEqual(['tick', 'ring', 'sleep']);
  });

  test('takes the place of one that nothing else calls, which goes', async () => {
    const rendered = await inspect('poll');
    await choose(rendered, 'Calls', /^New function/);
    expect(Object.keys(documentOf(rendered.studio).functions)).toEqual([
      'ring',
      'sleep',
      'do_poll',
    ]);
  });

  test('is never none where the kind needs one', async () => {
    const { user } = await inspect('poll');
    await user.click(field('Calls'));
    const items = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(items).toEqual(['New functionempty, to be given steps', 'tick', 'ring', 'sleep']);
  });

  test('says who shares it, and leads there', async () => {
    const { studio, user } = await inspect('alarm');
    expect(screen.getByText(/^shared by/)).toHaveTextContent(
      'shared by 2 places: alarm; job, canceller',
    );
    await user.click(screen.getByRole('button', { name: 'job, canceller' }));
    expect(studio.view.getState().selection.nodes).toEqual(['job']);
  });
});

test('deleting a node takes it out of the document', async () => {
  const { studio, user } = await inspect('alarm');
  await user.click(screen.getByRole('button', { name: 'Delete node' }));
  expect(documentOf(studio).nodes.map((node) => node.id)).toEqual(['poll', 'twin', 'fetch', 'job']);
  expect(screen.getByRole('heading', { name: 'Schedule' })).toBeVisible();
});
