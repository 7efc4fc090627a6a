import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { Inspector } from '#inspector/Inspector.tsx';
import { describeEvent } from '#trace/describeEvent.ts';
import type { Studio } from '#store/studio.ts';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const CHAINED = schedule({
  horizon: 30,
  functions: {
    get: [{ do: 'return', value: 'a row' }],
    parse: [
      { do: 'start', node: 'second' },
      { do: 'returnDeferred', node: 'second' },
    ],
    show: [{ do: 'block', for: 0.5 }],
  },
  nodes: [
    {
      kind: 'deferLater',
      id: 'first',
      delay: 2,
      call: 'get',
      chain: [{ callback: 'parse' }, { both: 'show' }],
    },
    { kind: 'deferLater', id: 'second', delay: 3, call: 'get', starts: 'never' },
  ],
});

const documentOf = (studio: Studio) => studio.history.getState().schedule;
const field = (name: string): HTMLElement => screen.getByLabelText(name);

/** The sequence number of the first event that is said so. */
const find = ({ run }: Studio, said: string): number => {
  const { trace } = run.getState();
  return Array.from({ length: trace.length }, (_, sequence) => sequence).find(
    (sequence) => describeEvent(trace, sequence).text === said,
  )!;
};

describe('with nothing selected', () => {
  test('the fields are those of the document', async () => {
    const { studio, user } = await renderWithStudio(<Inspector />, POLL);
    await user.type(field('Name'), ' it');
    await user.type(field('Notes'), 'Line 1{Enter}Line 2');
    await user.clear(field('Horizon'));
    await user.type(field('Horizon'), '2min');
    expect(documentOf(studio)).toMatchObject({
      name: 'Test it',
      notes: 'Line 1\nLine 2',
      horizon: 120,
    });
  });

  test('a name of blanks is refused', async () => {
    const { studio, user } = await renderWithStudio(<Inspector />, POLL);
    await user.clear(field('Name'));
    expect(field('Name')).toHaveAccessibleDescription(
      'must not be empty: give the schedule a name',
    );
    expect(documentOf(studio).name).toBe('Test');
  });
});

test('several nodes are counted, and deleted together', async () => {
  const { studio, user } = await renderWithStudio(<Inspector />, CHAINED);
  act(() => {
    studio.select({ nodes: ['first', 'second'] });
  });
  expect(screen.getByRole('heading', { name: '2 nodes selected' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Delete 2 nodes' }));
  expect(documentOf(studio).nodes).toEqual([]);
});

test('an arrow is the step that it is drawn from', async () => {
  const { studio, user } = await renderWithStudio(<Inspector />, CHAINED);
  act(() => {
    studio.select({ edges: ['first/0:callback/1'] });
  });
  expect(screen.getByRole('heading', { name: 'first → second' })).toBeVisible();
  const step = within(screen.getByRole('group', { name: 'Step 2: returnDeferred' }));
  await user.click(step.getByLabelText('Start it first'));
  expect(documentOf(studio).functions['parse']?.steps[1]).toHaveProperty('start', true);
  await user.click(screen.getByRole('button', { name: 'Delete arrow' }));
  expect(documentOf(studio).functions['parse']?.steps).toEqual([{ do: 'start', node: 'second' }]);
});

describe('a selected event', () => {
  const select = ({ studio }: Rendered, sequence: number): void => {
    act(() => {
      studio.select({ event: sequence });
    });
  };

  test('is shown with its number, time, words and value in full', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    const sequence = find(rendered.studio, "get() → 'a row'");
    select(rendered, sequence);
    const card = screen.getByRole('region', { name: `event ${sequence + 1}` });
    expect(card).toHaveTextContent("2.000 sfirst get() → 'a row'Break on thisValue'a row'");
    expect(await within(card).findByRole('button', { name: 'why' })).toHaveAccessibleDescription(
      /^get returned 'a row' ?, so the next callback, parse ?, gets 'a row'/u,
    );
    expect(card).toHaveTextContent(/In Python\d+return "a row"$/u);
  });

  test('opens the rule that it follows', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    const { studio, user } = rendered;
    select(rendered, find(studio, "get() → 'a row'"));
    const why = await screen.findByRole('button', { name: 'why' });
    await user.click(why);
    expect(why).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('A value has a rail')).toBeVisible();
    expect(screen.getByRole('link', { name: 'In Twisted’s documentation' })).toBeVisible();
    select(rendered, find(studio, 'get() called'));
    expect(screen.queryByText('A value has a rail')).toBeNull();
  });

  test('shows the causes between it and the start when asked to', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    const { studio, user } = rendered;
    select(rendered, find(studio, "parse('a row') called"));
    const causes = await screen.findByRole('list', { name: 'Causes, the nearest first' });
    const { getAllByRole, getByRole } = within(causes);
    const first = getAllByRole('listitem').length;
    const more = getByRole('button', { name: /more between these$/u });
    const count = Number.parseInt(more.textContent, 10);
    await user.click(more);
    expect(getAllByRole('listitem')).toHaveLength(first - 1 + count);
  });

  test('leads to its cause, and the playhead goes right behind that', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    const { studio, user } = rendered;
    const entered = find(studio, 'get() called');
    select(rendered, find(studio, "get() → 'a row'"));
    await user.click(
      within(await screen.findByRole('list', { name: 'Causes, the nearest first' })).getByRole(
        'button',
        { name: `Event ${entered + 1} at 2.000 s: first get() called` },
      ),
    );
    expect(studio.view.getState().selection).toEqual({
      nodes: ['first'],
      edges: [],
      event: entered,
    });
    expect(studio.now.getState().count).toBe(entered + 1);
  });

  test('leads to its effects', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    const { studio, user } = rendered;
    select(rendered, find(studio, "parse('a row') called"));
    const effects = await screen.findByRole('list', { name: 'It led to 2 events:' });
    const names = within(effects)
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(names).toEqual([
      '2.000second started',
      "2.000first parse('a row') → Deferred of second",
    ]);
    await user.click(within(effects).getByRole('button', { name: /second started/ }));
    expect(studio.view.getState().selection.nodes).toEqual(['second']);
  });

  test('is deselected without the node', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    const { studio, user } = rendered;
    act(() => {
      studio.select({ event: 1, nodes: ['first'] });
    });
    await user.click(screen.getByRole('button', { name: 'Deselect the event' }));
    expect(studio.view.getState().selection).toMatchObject({ event: null, nodes: ['first'] });
  });

  test('that the run does not have yet is no error', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    select(rendered, 9999);
    expect(screen.getByRole('region', { name: 'event 10,000' })).toHaveTextContent(
      'not simulated yet',
    );
  });
});

describe('the state of a node at the playhead', () => {
  /** The state tab at a time, as its terms and what stands beside them. */
  const factsAt = async (
    { studio, user }: Rendered,
    id: string,
    time: number,
  ): Promise<Record<string, string | null>> => {
    act(() => {
      studio.select({ nodes: [id] });
      studio.seek(time);
    });
    await user.click(screen.getByRole('tab', { name: `At ${time.toFixed(3)} s` }));
    const terms = [...document.querySelectorAll('dt')];
    return Object.fromEntries(
      terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? null]),
    );
  };
  const chain = (): readonly (string | null)[] =>
    within(screen.getByRole('list', { name: 'Place in the callback chain' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent);

  test('of a loop is its ticks and its pending call', async () => {
    const rendered = await renderWithStudio(<Inspector />, POLL);
    expect(await factsAt(rendered, 'poll', 7)).toEqual({
      Started: 'at 0.000 s',
      'Pending call': 'due at 10.000 s',
      'Time left': '3 s',
      'Last call': 'on time',
      Running: 'yes',
      Ticks: '2',
      Skipped: '0',
      'Waits for': '–',
      Called: 'no',
      'Links passed': 'no links',
      Cancelled: 'no',
      check_feed: '2',
    });
    expect(screen.getByText('Not fired yet')).toBeVisible();
  });

  test('of a failed loop is a failure that nobody has handled', async () => {
    const rendered = await renderWithStudio(<Inspector />, POLL);
    const facts = await factsAt(rendered, 'poll', 15);
    expect(facts).toMatchObject({ Running: 'no', Ticks: '4', Called: 'yes' });
    expect(
      screen.getByText('Unhandled: a failure has passed the last link, and nobody waits for it'),
    ).toBeVisible();
    expect(screen.getByText("ValueError('empty')", { selector: 'pre' })).toBeVisible();
  });

  test('of a waiting Deferred is whom it waits for, and its place in the chain', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    expect(await factsAt(rendered, 'first', 4)).toMatchObject({
      'Links passed': '1 of 2',
      'Waits for': 'second',
      get: '1',
      parse: '1',
      show: '0',
    });
    expect(chain()).toEqual(['callback parse', 'waits', 'both show']);
  });

  test('names the function that it is inside of', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    await factsAt(rendered, 'first', 5);
    act(() => {
      rendered.studio.seekEvent(find(rendered.studio, 'blocks 0.5 s') + 1);
    });
    expect(screen.getByRole('button', { name: /show\('a row'\) called$/ })).toBeVisible();
    expect(chain()).toEqual(['callback parse', "'a row'", 'both showruns']);
  });

  test('before its start says when that is, and leads there', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    await factsAt(rendered, 'second', 1);
    expect(screen.getByText('Not started yet')).toBeVisible();
    await rendered.user.click(screen.getByRole('button', { name: 'Starts at 2.000 s' }));
    expect(screen.queryByText('Not started yet')).toBeNull();
    expect(screen.getByRole('tab', { name: 'At 2.000 s' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  test('of a node that nothing starts says so', async () => {
    const document = schedule({
      functions: { ring: [] },
      nodes: [{ kind: 'callLater', id: 'alarm', delay: 1, call: 'ring', starts: 'never' }],
    });
    const rendered = await renderWithStudio(<Inspector />, document);
    await factsAt(rendered, 'alarm', 0);
    expect(
      screen.getByText('Nothing starts it in this run. Let the program start it, or a step.'),
    ).toBeVisible();
  });

  test('is kept in sight when another node is selected', async () => {
    const rendered = await renderWithStudio(<Inspector />, CHAINED);
    await factsAt(rendered, 'first', 4);
    act(() => {
      rendered.studio.select({ nodes: ['second'] });
    });
    expect(screen.getByRole('tab', { name: 'At 4.000 s' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});
