import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Pending } from '#app/pending/Pending.tsx';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const rows = (): readonly (string | null)[] =>
  within(screen.getByRole('listbox', { name: 'Pending calls, the next one first' }))
    .getAllByRole('option')
    .map((row) => row.getAttribute('aria-label'));

const two = schedule({
  horizon: 30,
  functions: { check: [], work: [] },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'check' },
    { kind: 'callLater', id: 'job', delay: 8, call: 'work' },
  ],
});

test('the list follows the playhead', async () => {
  const { studio } = await renderWithStudio(<Pending />, two);
  const seen = [rows()];
  act(() => {
    studio.seek(5.25);
  });
  await screen.findByRole('option', { name: /in 2.75 s/ });
  seen.push(rows());
  expect(seen).toEqual([
    ['5.000 poll tick 2: check(), in 5 s', '8.000 job callLater: work(), in 8 s'],
    ['8.000 job callLater: work(), in 2.75 s', '10.000 poll tick 3: check(), in 4.75 s'],
  ]);
});

test('a press selects the node, Enter goes to where the call runs', async () => {
  const { user, studio } = await renderWithStudio(<Pending />, two);
  await user.click(screen.getByRole('option', { name: /job/ }));
  const { nodes, event } = studio.view.getState().selection;
  await user.keyboard('{Enter}');
  const { trace } = studio.run.getState();
  const reached = studio.view.getState().selection.event ?? 0;
  expect([nodes, event, trace.kindAt(reached), trace.timeAt(reached)]).toEqual([
    ['job'],
    null,
    'ran',
    8,
  ]);
});

test('arrows choose, and the button goes to the chosen call', async () => {
  const { user, studio } = await renderWithStudio(<Pending />, two);
  act(() => {
    screen.getByRole('listbox').focus();
  });
  await user.keyboard('{ArrowDown}');
  const first = screen.getByRole('option', { selected: true }).getAttribute('aria-label');
  await user.keyboard('{ArrowDown}');
  await user.click(screen.getByRole('button', { name: 'Go to where the call runs' }));
  expect([first, studio.now.getState().time]).toEqual(['5.000 poll tick 2: check(), in 5 s', 8]);
});

test('where nothing is pending, that is said', async () => {
  const { studio } = await renderWithStudio(<Pending />, POLL);
  act(() => {
    studio.toEnd();
  });
  expect((await screen.findByText(/^Nothing is pending/)).textContent).toBe(
    'Nothing is pending: at the playhead no call waits for its time.',
  );
});
