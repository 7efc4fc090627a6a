import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { HistoryPanel } from '#app/history/HistoryPanel.tsx';
import { addNode } from '#schedule/addNode.ts';
import { renameNode, setNodeFields } from '#schedule/nodeEdits.ts';

import { announced, renderWithStudio } from '../support/renderWithStudio.tsx';

test('an edit, undo, redo and a jump are said, typing in a field is not', async () => {
  const { studio } = await renderWithStudio(<HistoryPanel />);
  const said: (string | null)[] = [];
  const hear = (does: () => void): void => {
    act(does);
    said.push(announced());
  };
  hear(() => studio.edit(addNode('deferred', 'first', { x: 0, y: 0 })));
  hear(() => studio.edit(setNodeFields('poll', { interval: 2 })));
  hear(() => studio.edit(renameNode('first', 'second')));
  hear(() => studio.undo());
  hear(() => studio.redo());
  hear(() => studio.jump(0));
  hear(() => studio.jump(2));
  hear(() => studio.edit(addNode('deferred', 'third', { x: 0, y: 0 })));
  expect(said).toEqual([
    'Done: add first',
    'Done: add first',
    'Done: rename first to second',
    'Undone: rename first to second',
    'Done again: rename first to second',
    'Before all edits',
    'After: set interval of poll',
    'Done: add third',
  ]);
  expect(screen.getByRole('status', { name: 'Announcements' })).toHaveAttribute(
    'aria-live',
    'polite',
  );
});
