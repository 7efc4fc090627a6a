import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ageWords } from '#app/history/ageWords.ts';
import { HistoryPanel } from '#app/history/HistoryPanel.tsx';
import { addNode } from '#schedule/addNode.ts';
import { renameNode, setNodeFields } from '#schedule/nodeEdits.ts';

import { announced, renderWithStudio } from '../support/renderWithStudio.tsx';

/** The rows of the list, the present one with a star, undone ones in brackets. */
function rows(): readonly string[] {
  return screen.getAllByRole('option').map((row) => {
    const name = row.getAttribute('aria-label') ?? '';
    const text = name.split(', ')[0] ?? '';
    if (row.getAttribute('aria-selected') === 'true') return `* ${text}`;
    return name.endsWith('undone') ? `(${text})` : text;
  });
}

test('each edit is listed, and a press or Enter goes to it by one simulation', async () => {
  const { studio, user } = await renderWithStudio(<HistoryPanel />);
  expect(screen.getByRole('region', { name: 'History' })).toHaveTextContent('Nothing was edited');
  act(() => {
    studio.edit(addNode('deferred', 'first', { x: 0, y: 0 }));
    studio.edit(renameNode('first', 'second'));
    studio.edit(setNodeFields('poll', { interval: 2 }));
  });
  expect(rows()).toEqual([
    'before these edits',
    'add first',
    'rename first to second',
    '* set interval of poll',
  ]);

  let documents = 0;
  studio.history.subscribe(() => {
    documents += 1;
  });
  await user.click(screen.getByRole('option', { name: /add first/ }));
  expect([rows(), documents, announced()]).toEqual([
    ['before these edits', '* add first', '(rename first to second)', '(set interval of poll)'],
    1,
    'After: add first',
  ]);
  expect(studio.history.getState().schedule.nodes.map(({ id }) => id)).toEqual(['poll', 'first']);

  await user.keyboard('{End}{Enter}');
  expect([rows().at(-1), documents]).toEqual(['* set interval of poll', 2]);
  await user.keyboard('{Home}');
  const list = screen.getByRole('listbox', { name: 'Edits, the first one on top' });
  const [first] = within(list).getAllByRole('option');
  expect(list).toHaveAttribute('aria-activedescendant', first?.id);
  await user.keyboard('{Enter}');
  expect([rows()[0], announced()]).toEqual(['* before these edits', 'Before all edits']);
  expect(screen.getByText('3 edits, 3 undone')).toBeVisible();

  await user.click(screen.getByRole('button', { name: /^Redo/ }));
  expect(rows()[1]).toBe('* add first');
});

test('an age is said as people say it', () => {
  const minute = 60_000;
  expect(
    [-5, 0, 59_000, minute, 59 * minute, 60 * minute, 1440 * minute, 2900 * minute].map(ageWords),
  ).toEqual(['now', 'now', 'now', '1 min ago', '59 min ago', '1 h ago', '1 day ago', '2 days ago']);
});
