import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';

import { Timeline } from '#timeline/Timeline.tsx';

import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

const FAILING = schedule({
  horizon: 10,
  functions: {
    tick: [{ do: 'start', node: 'request' }],
    fetch: [{ do: 'raise', error: { type: 'ValueError', message: 'no' } }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 4, call: 'tick' },
    { kind: 'deferLater', id: 'request', starts: 'never', delay: 1, call: 'fetch' },
  ],
});

test('the table has what the lanes show, and each of it leads to its event', async () => {
  const user = userEvent.setup();
  const { studio } = await renderWithStudio(<Timeline savePicture={() => {}} />, FAILING);
  expect(screen.queryByRole('table')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'As a table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  const cells = rows.map((row) => [...row.children].slice(0, 5).map((cell) => cell.textContent));
  expect(cells[0]).toEqual(['Lane', 'Events', 'Ticks', 'Missed', 'Failures']);
  expect(cells[2]).toMatchObject(['poll', expect.any(String), '3', '0', '0']);
  expect(cells[3]).toMatchObject(['request', expect.any(String), '0', '0', '3, 3 unhandled']);

  const table = within(screen.getByRole('table'));
  await user.click(table.getByRole('button', { name: 'request' }));
  const items = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
  expect(items.filter((item) => item.includes('waiting'))).toHaveLength(3);
  const raised = screen.getAllByRole('button', { name: /raised ValueError/ })[0];
  if (raised === undefined) throw new Error('No failure is listed.');
  await user.click(raised);
  const { event, nodes } = studio.view.getState().selection;
  const { trace } = studio.run.getState();
  expect([trace.kindAt(event ?? -1), nodes]).toEqual(['raised', ['request']]);

  table.getByRole('button', { name: 'request' }).focus();
  await user.keyboard('t');
  expect(screen.queryByRole('table')).toBeNull();
});
