import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';

import { App } from '#app/App.tsx';
import { linkOf } from '#app/share/scheduleLink.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { Studio } from '#store/studio.ts';

import { openStudio, POLL } from '../../support/openStudio.ts';
import { schedule } from '../../support/schedules.ts';

const LINKED: Schedule = {
  ...schedule({ nodes: [{ kind: 'deferred', id: 'answer' }] }),
  name: 'Linked',
};

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  window.history.replaceState(null, '', '/');
});

interface Opened {
  readonly studio: Studio;
  readonly user: UserEvent;
  readonly nameOf: () => string;
}

/** The whole page with a document that nobody has edited, at an address. */
async function openAt(hash: string): Promise<Opened> {
  const { studio } = await openStudio(POLL);
  window.history.replaceState(null, '', `/${hash}`);
  render(<App studio={studio} kind={{ isEmbedded: false, isPresenting: false }} />);
  onTestFinished(() => {
    act(() => {
      studio.dispose();
    });
  });
  const nameOf = (): string => studio.history.getState().schedule.name;
  return { studio, user: userEvent.setup(), nameOf };
}

/** Goes to another address of the page, as a link in a message does. */
async function follow(hash: string): Promise<void> {
  await act(async () => {
    window.history.replaceState(null, '', `/${hash}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await Promise.resolve();
  });
}

test('opens at once where nothing was edited, can be undone, and leaves the address', async () => {
  const { studio, nameOf } = await openAt(await linkOf(LINKED));
  await waitFor(() => expect(nameOf()).toBe('Linked'));
  expect(window.location.hash).toBe('');
  act(() => studio.undo());
  expect(nameOf()).toBe('Test');
});

test('asks before it takes the place of edited work', async () => {
  const { studio, user, nameOf } = await openAt('');
  act(() => {
    studio.edit(setDocumentFields({ name: 'My work' }));
  });
  await follow(await linkOf(LINKED));
  const dialog = await screen.findByRole('dialog', { name: 'Open “Linked”?' });
  expect(dialog).toHaveTextContent('It takes the place of “My work”; Undo brings that back.');
  await user.click(screen.getByRole('button', { name: 'Keep what is open' }));
  expect(nameOf()).toBe('My work');

  await follow(await linkOf(LINKED));
  await user.click(await screen.findByRole('button', { name: 'Open it' }));
  expect(nameOf()).toBe('Linked');
  act(() => studio.undo());
  expect(nameOf()).toBe('My work');
});

test('a link to what is open asks nothing', async () => {
  const { studio } = await openAt('');
  act(() => {
    studio.edit(setDocumentFields({ name: 'My work' }));
  });
  await follow(await linkOf(studio.history.getState().schedule));
  await waitFor(() => expect(window.location.hash).toBe(''));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a broken link says what is wrong, and nothing is lost', async () => {
  const { nameOf } = await openAt((await linkOf(LINKED)).slice(0, -20));
  const dialog = await screen.findByRole('dialog', { name: 'The link was not opened' });
  expect(dialog).toHaveTextContent('the link is not whole: copy it once more');
  expect(nameOf()).toBe('Test');
});
