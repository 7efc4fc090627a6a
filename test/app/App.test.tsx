import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

import { App } from '#app/App.tsx';
import type { Studio } from '#store/studio.ts';

import { openStudio } from '../support/openStudio.ts';

beforeEach(() => {
  localStorage.clear();
});

async function renderApp(): Promise<{ readonly studio: Studio; readonly user: UserEvent }> {
  const { studio } = await openStudio();
  render(<App studio={studio} kind={{ isEmbedded: false, isPresenting: false }} />);
  onTestFinished(() => {
    act(() => {
      studio.dispose();
    });
  });
  return { studio, user: userEvent.setup() };
}

const LANDMARKS = [
  'Palette',
  'Graph',
  'Inspector',
  'Transport',
  'Timeline',
  'Events',
  'Output',
] as const;

test('the screen is a banner, and a main with all its landmarks', async () => {
  await renderApp();
  const main = screen.getByRole('main');
  const found = LANDMARKS.filter((name) => main.contains(screen.getByRole('region', { name })));
  // The headings of cards are header elements too, but stand in the main: they are no banners.
  const banners = screen.getAllByRole('banner').filter((header) => !main.contains(header));
  expect([banners.length, found]).toEqual([1, LANDMARKS]);
});

test('the line between two panels has a name and can have the focus', async () => {
  await renderApp();
  const lines = screen.getAllByRole('separator');
  expect(lines.map((line) => `${line.getAttribute('aria-label')} ${line.tabIndex}`)).toEqual([
    'Height of the problems 0',
    'Width of the palette 0',
    'Width of the inspector 0',
    'Height of the timeline 0',
    'Width of the events 0',
    'Width of the output 0',
  ]);
});

test('? shows the keys, and while they are shown the page rests', async () => {
  const { studio, user } = await renderApp();
  await user.keyboard('?');
  const dialog = screen.getByRole('dialog', { name: 'Keyboard' });
  const before = studio.now.getState().count;
  await user.keyboard('{F10}');
  expect([dialog.querySelectorAll('kbd').length > 10, studio.now.getState().count]).toEqual([
    true,
    before,
  ]);
});

test('keys that type a character are switched off in the help, and stay off', async () => {
  const { studio, user } = await renderApp();
  await user.keyboard('?');
  await user.click(screen.getByRole('switch'));
  await user.keyboard('{Escape}');
  const before = studio.now.getState().count;
  await user.keyboard('..');
  const dotted = studio.now.getState().count;
  await user.keyboard('{F10}');
  expect([
    dotted - before,
    studio.now.getState().count - before,
    localStorage.getItem('reactor-studio/character-keys'),
  ]).toEqual([0, 1, 'off']);
});

test('the document element has the theme that was chosen', async () => {
  const { studio } = await renderApp();
  const { dataset } = document.documentElement;
  const seen = [dataset['theme']];
  for (const theme of ['dark', 'light', 'system'] as const) {
    act(() => {
      studio.setTheme(theme);
    });
    seen.push(dataset['theme']);
  }
  expect(seen).toEqual([undefined, 'dark', 'light', undefined]);
});

test('what happened by itself is said', async () => {
  const { studio } = await renderApp();
  act(() => {
    studio.notice.setState({ notice: { id: 1, text: 'The simulator was restarted.' } });
  });
  expect(await screen.findByText('The simulator was restarted.')).toBeInTheDocument();
});
