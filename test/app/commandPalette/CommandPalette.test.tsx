import { screen, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, test } from 'vitest';

import { CommandPalette } from '#app/commandPalette/CommandPalette.tsx';

import { renderWithStudio, type Rendered } from '../../support/renderWithStudio.tsx';

/** The palette behind a button. */
function Opener(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <CommandPalette open={open} onOpenChange={setOpen} />
    </>
  );
}

async function openPalette(): Promise<Rendered> {
  const rendered = await renderWithStudio(<Opener />);
  await rendered.user.click(screen.getByRole('button', { name: 'Open' }));
  return rendered;
}

const options = (): readonly (string | null)[] =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((option) => option.textContent);

test('what is typed finds commands with their keys, nodes, functions and examples', async () => {
  const { user } = await openPalette();
  await user.keyboard('poll');
  expect(options().slice(0, 2)).toEqual(['pollLoopingCall', 'check_feed()called by poll']);
  await user.clear(screen.getByRole('combobox'));
  await user.keyboard('late ti');
  expect(options()[0]).toBe(
    'Late ticks are droppedWhat a LoopingCall does with the ticks it misses',
  );
  await user.clear(screen.getByRole('combobox'));
  await user.keyboard('check_f');
  expect(options()[0]).toBe('check_feed()called by poll');
  await user.clear(screen.getByRole('combobox'));
  await user.keyboard('step back');
  expect(options()[0]).toBe('Step backone event backF9');
});

test('Enter does what is chosen, with the focus back where it was', async () => {
  const { user, studio } = await openPalette();
  await user.keyboard('poll{Enter}');
  expect([
    screen.queryByRole('dialog'),
    studio.view.getState().selection.nodes,
    document.activeElement?.textContent,
  ]).toEqual([null, ['poll'], 'Open']);
});

test('a number leads to its event, and to its time', async () => {
  const { user, studio } = await openPalette();
  await user.keyboard('12');
  expect(options().slice(0, 2)).toEqual([
    expect.stringMatching(/^Go to event 12/),
    'Go to 00:12.000moves the playhead to this time',
  ]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(studio.now.getState().time).toBe(12);
});

test('a command that can do nothing now is there, and does nothing', async () => {
  const { user } = await openPalette();
  await user.keyboard('undo');
  const undo = screen.getByRole('option', { name: /^Undo/ });
  expect(undo).toHaveAttribute('aria-disabled', 'true');
  await user.click(undo);
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});

test('where nothing is found, it says what can be found', async () => {
  const { user } = await openPalette();
  await user.keyboard('xyzzy');
  expect(screen.getByText(/^Nothing is called “xyzzy”/)).toBeVisible();
});
