import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { TopBar } from '#app/topBar/TopBar.tsx';
import { EXAMPLES } from '#schedule/examples.ts';
import { setNodeFields } from '#schedule/nodeEdits.ts';
import { t } from '#words/words.ts';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { memoryLocks, memoryStorage } from '../support/testHost.ts';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const name = (): HTMLInputElement => screen.getByLabelText('Name of the schedule');

/** What a button of the history says. */
function said(label: string): readonly (string | null)[] {
  return ['aria-disabled', 'aria-description', 'title'].map((attribute) =>
    button(label).getAttribute(attribute),
  );
}

test('the bar is the banner of the page', async () => {
  await renderWithStudio(<TopBar />);
  expect(within(screen.getByRole('banner')).getByRole('heading').textContent).toBe(
    'Reactor Studio',
  );
});

test('the name is edited in place, and Esc brings the old one back', async () => {
  const { user, studio } = await renderWithStudio(<TopBar />);
  const stored = (): string => studio.history.getState().schedule.name;
  await user.clear(name());
  await user.type(name(), '  A feed {Enter}');
  const entered = [stored(), name().value];
  await user.clear(name());
  await user.type(name(), 'Nothing{Escape}');
  const escaped = [stored(), name().value];
  await user.clear(name());
  await user.tab();
  expect([entered, escaped, [stored(), name().value]]).toEqual([
    ['A feed', 'A feed'],
    ['A feed', 'A feed'],
    ['A feed', 'A feed'],
  ]);
});

test('undo and redo say what they would do, and rest where there is nothing', async () => {
  const { user, studio } = await renderWithStudio(<TopBar />);
  const fresh = said('Undo');
  act(() => {
    studio.edit(setNodeFields('poll', { interval: 2 }));
  });
  const edited = said('Undo');
  await user.click(button('Undo'));
  expect({ fresh, edited, undone: said('Undo'), redo: said('Redo') }).toEqual({
    fresh: ['true', null, 'Undo (Ctrl+Z)'],
    edited: [null, 'undo: set interval of poll', 'undo: set interval of poll (Ctrl+Z)'],
    undone: ['true', null, 'Undo (Ctrl+Z)'],
    redo: [null, 'redo: set interval of poll', 'redo: set interval of poll (Ctrl+Shift+Z)'],
  });
});

test('the keys undo and redo too', async () => {
  const { user, studio } = await renderWithStudio(<TopBar />);
  const past = (): number => studio.history.getState().past.length;
  act(() => {
    studio.edit(setNodeFields('poll', { interval: 2 }));
  });
  const seen = [past()];
  for (const keys of ['{Control>}z{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}']) {
    await user.keyboard(keys);
    seen.push(past());
  }
  expect(seen).toEqual([1, 0, 1]);
});

test('an example is opened from the menu, at its beginning, and undo brings back what was there', async () => {
  const { user, studio } = await renderWithStudio(<TopBar />);
  act(() => {
    studio.select({ nodes: ['poll'] });
    studio.setWindow({ start: 1, end: 2 });
    studio.toEnd();
  });
  await user.click(button('Examples'));
  const offered = screen.getAllByRole('menuitem').map((item) => item.textContent);
  await user.click(screen.getByRole('menuitem', { name: /Two seconds later/ }));
  const { selection, window, playhead } = studio.view.getState();
  const opened = [name().value, selection.nodes, window, playhead.time];
  await user.click(button('Undo'));
  expect([offered, opened, name().value]).toEqual([
    EXAMPLES.map((example) => example.name + t(example.summary)),
    ['Two seconds later', [], null, 0],
    POLL.name,
  ]);
});

test('New begins an empty schedule, which undo takes back', async () => {
  const { user, studio } = await renderWithStudio(<TopBar />);
  await user.click(button('New'));
  const { schedule } = studio.history.getState();
  await user.click(button('Undo'));
  expect([schedule.nodes, studio.history.getState().schedule]).toEqual([[], POLL]);
});

test('an edit is saved, in words', async () => {
  const { studio } = await renderWithStudio(<TopBar />);
  act(() => {
    studio.edit(setNodeFields('poll', { interval: 2 }));
  });
  expect([
    (await screen.findByText('Saving…')).tagName,
    (await screen.findByText('Saved')).tagName,
  ]).toEqual(['SPAN', 'SPAN']);
});

test('a browser that does not store says so, and what to do', async () => {
  const storage = { ...memoryStorage(), set: () => Promise.reject(new Error('full')) };
  const { user, studio } = await renderWithStudio(<TopBar />, POLL, { storage });
  act(() => {
    studio.select({ nodes: ['poll'] });
  });
  await user.click(await screen.findByRole('button', { name: 'Not saved' }));
  expect(screen.getByRole('dialog').textContent).toMatch(/Allow this page to keep data/);
});

test('where another tab saves, this one can take over', async () => {
  const locks = memoryLocks();
  await locks().acquire(() => undefined);
  const { user } = await renderWithStudio(<TopBar />, POLL, { lock: locks() });
  const words = (await screen.findByText(/Open in another tab/, {}, { timeout: 3000 })).textContent;
  await user.click(button('Take over'));
  expect([words, (await screen.findByText('Saved')).textContent]).toEqual([
    'Open in another tab: not saved here',
    'Saved',
  ]);
});

test('the theme is chosen from the menu', async () => {
  const { user, studio } = await renderWithStudio(<TopBar />);
  await user.click(button('Theme'));
  await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
  expect(studio.view.getState().theme).toBe('dark');
});
