import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Events } from '#app/events/Events.tsx';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import { EMPTY_HEADER } from '#trace/traceHeader.ts';
import { createTrace } from '#trace/traceTable.ts';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio } from '../support/renderWithStudio.tsx';

const region = (): HTMLElement => screen.getByRole('region', { name: 'Events' });
const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Events of the run' });
const rows = (): readonly HTMLElement[] => within(list()).getAllByRole('option');
const names = (): readonly (string | null)[] => rows().map((row) => row.getAttribute('aria-label'));

/** The name of the row of the playhead. */
const current = (): string | null | undefined =>
  rows()
    .find((row) => row.getAttribute('aria-current') === 'true')
    ?.getAttribute('aria-label');

/** The name of the row that the keyboard is at. */
function active(): string | null | undefined {
  const id = list().getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.getAttribute('aria-label');
}

test('the list reads as the program runs, and ends with how the run ended', async () => {
  await renderWithStudio(<Events />);
  await screen.findByRole('option', { name: /run ended/ });
  expect(names()).toEqual([
    '0.000 reactor starts',
    '0.000 poll started',
    '0.000 poll tick 1',
    '0.000 poll check 1',
    '0.000 poll check_feed() → None',
    '5.000 poll tick 2',
    '5.000 poll check 2',
    '5.000 poll check_feed() → None',
    '10.000 poll tick 3',
    '10.000 poll check 3',
    '10.000 poll check_feed() → None',
    '15.000 poll tick 4',
    '15.000 poll check 4',
    "15.000 poll check_feed() raised ValueError('empty')",
    "15.000 poll failed with ValueError('empty')",
    "15.000 poll unhandled so far: ValueError('empty')",
    '15.000 run ended: nothing is pending',
  ]);
});

test('details show the small print too', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.click(screen.getByRole('switch', { name: 'Details' }));
  expect(names().slice(0, 9)).toEqual([
    '0.000 reactor starts',
    '0.000 poll started',
    '0.000 poll tick 1',
    '0.000 poll check_feed() called',
    '0.000 poll check 1',
    '0.000 poll check_feed() → None',
    '0.000 poll goes on',
    '0.000 poll due at 5 s',
    '5.000 reactor pass begins',
  ]);
});

test('a filter keeps what has its words, and says how many', async () => {
  const { user, studio } = await renderWithStudio(<Events />);
  const field = screen.getByRole('combobox', { name: 'Filter events' });
  await user.type(field, 'tick');
  expect([names().slice(0, -1), within(region()).getByText(/ of /).textContent]).toEqual([
    ['0.000 poll tick 1', '5.000 poll tick 2', '10.000 poll tick 3', '15.000 poll tick 4'],
    `4 of ${studio.run.getState().trace.length}`,
  ]);
});

test('before a run has begun the filter knows the nodes of the schedule', async () => {
  const { user, studio } = await renderWithStudio(<Events />);
  act(() => {
    studio.run.setState({ trace: createTrace(EMPTY_HEADER) });
  });
  const field = screen.getByRole<HTMLInputElement>('combobox');
  await user.type(field, 'node:po{ArrowDown}{Enter}');
  const completed = field.value;
  await user.type(field, 'node:pol ');
  expect([completed, within(region()).getByText(/there is no node/).textContent]).toEqual([
    'node:poll ',
    'node:pol: there is no node pol. Nodes: poll, reactor.',
  ]);
});

test('Esc empties the filter', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.type(screen.getByRole('combobox'), 'nowhere');
  const filtered = names().length;
  await user.keyboard('{Escape}');
  expect([filtered, names()[0]]).toEqual([1, '0.000 reactor starts']);
});

test('the row of the playhead follows it', async () => {
  const { studio } = await renderWithStudio(<Events />);
  const seen = [current()];
  for (const go of [studio.toStart, studio.step, studio.nextInstant, studio.toEnd]) {
    act(() => {
      go();
    });
    seen.push(current());
  }
  expect(seen).toEqual([
    '0.000 poll check_feed() → None',
    undefined,
    '0.000 reactor starts',
    '5.000 poll check_feed() → None',
    "15.000 poll unhandled so far: ValueError('empty')",
  ]);
});

test('a press on a row selects its event and its node, and goes there', async () => {
  const { user, studio } = await renderWithStudio(<Events />);
  await user.click(screen.getByRole('option', { name: '5.000 poll tick 2' }));
  const { selection } = studio.view.getState();
  expect({
    current: current(),
    selected: screen.getByRole('option', { selected: true }).getAttribute('aria-label'),
    nodes: selection.nodes,
    count: studio.now.getState().count,
  }).toEqual({
    current: '5.000 poll tick 2',
    selected: '5.000 poll tick 2',
    nodes: ['poll'],
    count: (selection.event ?? -1) + 1,
  });
});

test('arrows move in the list, Enter goes to the event', async () => {
  const { user, studio } = await renderWithStudio(<Events />);
  act(() => {
    list().focus();
  });
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  const moved = [active(), current()];
  await user.keyboard('{Enter}');
  expect([...moved, current(), studio.now.getState().time]).toEqual([
    '5.000 poll tick 2',
    '0.000 poll check_feed() → None',
    '5.000 poll tick 2',
    5,
  ]);
});

test('the last row goes to the end of the run', async () => {
  const { user, studio } = await renderWithStudio(<Events />);
  act(() => {
    list().focus();
  });
  await user.keyboard('{End}{Enter}');
  expect(studio.now.getState().count).toBe(studio.run.getState().trace.length);
});

test('an edit gives the list of the new run', async () => {
  const { studio } = await renderWithStudio(<Events />);
  act(() => {
    studio.edit(setNodeFields('poll', { interval: 2 }));
  });
  expect(await screen.findByRole('option', { name: '2.000 poll tick 2' })).toBeInTheDocument();
});

test('a longer horizon makes the same list longer', async () => {
  const { studio } = await renderWithStudio(<Events />, { ...POLL, horizon: 7 });
  const before = [names().length, names().at(-1)];
  act(() => {
    studio.edit({
      label: 'set horizon',
      apply(draft) {
        draft.horizon = 12;
      },
    });
  });
  await screen.findByRole('option', { name: '10.000 poll tick 3' });
  expect([before, names().at(-1)]).toEqual([
    [9, '7.000 run ended: horizon reached'],
    '12.000 run ended: horizon reached',
  ]);
});

test('the list stops following when it is scrolled by hand, until it is told to', async () => {
  const { user } = await renderWithStudio(<Events />);
  const follow = screen.getByRole('button', { name: 'Follow' });
  const seen = [follow.getAttribute('aria-pressed')];
  Object.defineProperty(list(), 'scrollHeight', { value: 5000 });
  act(() => {
    list().dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 40 }));
  });
  seen.push(follow.getAttribute('aria-pressed'));
  await user.click(follow);
  seen.push(follow.getAttribute('aria-pressed'));
  expect(seen).toEqual(['true', 'false', 'true']);
});

const field = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('combobox', { name: 'Filter events' });
const completions = (): readonly (string | null)[] =>
  screen.getByRole('region', { name: 'Events' }).querySelectorAll('[id*="-option-"]').length === 0
    ? []
    : within(screen.getByRole('listbox', { name: 'Completions' }))
        .getAllByRole('option')
        .map((option) => option.textContent);

test('keys and values are completed by the keyboard', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.type(field(), 'ki');
  const keys = completions();
  await user.keyboard('{ArrowDown}{Enter}tick{ArrowDown}');
  const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
  const values = [completions()[1], active?.textContent, field().getAttribute('aria-expanded')];
  await user.keyboard('{ArrowDown}{Enter}');
  expect([keys, values, field().value, completions(), names().slice(0, -1)]).toEqual([
    ['kind:of a kind, or of a group of kinds'],
    ['tickedticks', 'tickticks and steps', 'true'],
    'kind:ticked ',
    [],
    ['0.000 poll tick 1', '5.000 poll tick 2', '10.000 poll tick 3', '15.000 poll tick 4'],
  ]);
});

test('where nothing is typed, keys are offered to who asks for them', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.type(field(), 'tick ');
  const before = completions().length;
  await user.keyboard('{ArrowDown}');
  expect([before, completions().length]).toEqual([0, 6]);
});

test('Esc closes the completions first where one is chosen, then empties the filter', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.type(field(), 'node:p{ArrowDown}{Escape}');
  const closed = [field().value, completions().length];
  await user.keyboard('{Escape}');
  expect([closed, field().value]).toEqual([['node:p', 0], '']);
});

test('a press on a completion puts it into the filter', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.type(field(), 'tick node:');
  await user.click(screen.getByRole('option', { name: 'poll' }));
  expect([field().value, document.activeElement === field()]).toEqual(['tick node:poll ', true]);
});

test('a wrong term is named at the field, and the list stays', async () => {
  const { user } = await renderWithStudio(<Events />);
  const before = names().slice(0, 10);
  await user.type(field(), 'node:pool ');
  expect({
    message: within(region()).getByText(/^node:pool/).textContent,
    invalid: field().getAttribute('aria-invalid'),
    names: names().slice(0, 10),
  }).toEqual({
    message: 'node:pool: there is no node pool. Nodes: poll, reactor.',
    invalid: 'true',
    names: before,
  });
});

test('an event filters the list by what it is', async () => {
  const { user } = await renderWithStudio(<Events />);
  const pick = async (row: string, item: string): Promise<void> => {
    await user.pointer({
      keys: '[MouseRight]',
      target: screen.getByRole('option', { name: row }),
    });
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  await pick('5.000 poll tick 2', 'Only ticked (ticks)');
  await pick('10.000 poll tick 3', 'From 10.000 s on');
  const filtered = [field().value, names().slice(0, -1)];
  await pick('10.000 poll tick 3', 'Show all events');
  expect([filtered, field().value]).toEqual([
    ['kind:ticked after:10', ['10.000 poll tick 3', '15.000 poll tick 4']],
    '',
  ]);
});

test('the help shows the keys of the filter', async () => {
  const { user } = await renderWithStudio(<Events />);
  await user.click(screen.getByRole('button', { name: 'How to filter events' }));
  const help = await screen.findByRole('dialog');
  expect([
    within(help).getByText('kind:failure').nextSibling?.textContent,
    within(help)
      .getByText(/^Groups of kinds/)
      .textContent?.includes('failure, late, tick'),
  ]).toEqual(['of a kind, or of a group of kinds', true]);
});
