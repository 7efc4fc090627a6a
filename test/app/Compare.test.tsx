import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Compare } from '#app/compare/Compare.tsx';
import { setNodeFields } from '#schedule/nodeEdits.ts';

import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const LOOPS = schedule({
  horizon: 10,
  functions: { tick: [] },
  nodes: [
    { id: 'fast', kind: 'loopingCall', interval: 1, call: 'tick' },
    { id: 'slow', kind: 'loopingCall', interval: 4, call: 'tick' },
  ],
});

test('what is pinned, the same and different is said, and each difference leads to its event', async () => {
  const { studio, user } = await renderWithStudio(<Compare />, LOOPS);
  const panel = screen.getByRole('region', { name: 'Compare' });
  expect(panel).toHaveTextContent('Pin this run, then edit the schedule');

  await user.click(screen.getByRole('button', { name: 'Pin run' }));
  expect(await screen.findByText(/This is the pinned run itself/)).toBeVisible();

  act(() => {
    studio.edit(setNodeFields('slow', { interval: 5 }));
  });
  expect(
    await screen.findByText(/^Same up to 4\.000 s\. Events: .*moved by up to 2 s\.$/),
  ).toBeVisible();
  await user.click(screen.getByText('1 node did something else'));
  const table = within(screen.getByRole('table'));
  expect(table.getAllByRole('row')).toHaveLength(2);
  await user.click(table.getByRole('button', { name: 'slow' }));
  expect(studio.view.getState().selection.nodes).toEqual(['slow']);

  const list = within(screen.getByRole('listbox', { name: 'Differences of the two runs' }));
  const [first] = list.getAllByRole('option');
  if (first === undefined) throw new Error('No difference is listed.');
  expect(first).toHaveTextContent('5.0001 s laterslowtick 2');
  await user.click(first);
  expect(studio.now.getState().time).toBe(5);
  expect(first).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(list.getAllByRole('option')[1]).toHaveAttribute('aria-selected', 'true');

  act(() => studio.undo());
  expect(await screen.findByText(/Both runs are the same up to 10\.000 s/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Let the pinned run go' }));
  expect(panel).toHaveTextContent('Pin this run, then edit the schedule');
});
