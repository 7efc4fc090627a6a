import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { Presentation } from '#app/present/Presentation.tsx';
import type { Schedule } from '#schedule/schema.ts';

import { POLL } from '../../support/openStudio.ts';
import { renderWithStudio, type Rendered } from '../../support/renderWithStudio.tsx';

const NOTES = [
  '# A poll',
  '@ 10 s poll\n## It goes on',
  '@ poll, lost_1\nIt *fails*: [read on](https://docs.twisted.org)',
].join('\n\n---\n\n');

interface Presented extends Rendered {
  readonly leave: () => void;
}

async function present(notes: string): Promise<Presented> {
  const document: Schedule = { ...POLL, notes };
  const leave = vi.fn<() => void>();
  const rendered = await renderWithStudio(<Presentation onLeave={leave} />, document);
  return { ...rendered, leave };
}

/** What the audience sees: which slide, where the playhead is, and what is selected. */
function shown({ studio }: Rendered): readonly unknown[] {
  return [
    screen.getByText(/^slide \d of \d$/u).textContent,
    studio.now.getState().time,
    studio.view.getState().selection.nodes,
  ];
}

test('a slide sets the playhead and the selection, and the keys of pages go through them', async () => {
  const presented = await present(NOTES);
  const { studio, user } = presented;
  expect(await screen.findByRole('heading', { name: 'A poll' })).toBeVisible();
  expect(shown(presented)).toEqual(['slide 1 of 3', 0, []]);

  await user.keyboard('{PageDown}');
  expect(await screen.findByRole('heading', { name: 'It goes on' })).toBeVisible();
  expect(shown(presented)).toEqual(['slide 2 of 3', 10, ['poll']]);
  expect(studio.now.getState().count).toBeGreaterThan(0);

  await user.click(screen.getByRole('button', { name: 'Next slide' }));
  expect(shown(presented)).toEqual(['slide 3 of 3', 10, ['poll']]);
  await user.keyboard('{PageDown}');
  expect(shown(presented)[0]).toBe('slide 3 of 3');

  await user.keyboard('{PageUp}{PageUp}{PageUp}');
  expect(shown(presented)).toEqual(['slide 1 of 3', 10, ['poll']]);
});

test('a slide that goes somewhere stops the playing', async () => {
  const { studio, user } = await present(NOTES);
  studio.play();
  await user.keyboard('{PageDown}');
  expect(studio.view.getState().playing).toBe(false);
});

test('a name that no node has is told with the mend', async () => {
  const { user } = await present(NOTES);
  expect(screen.queryByRole('alert')).toBeNull();
  await user.keyboard('{PageDown}{PageDown}');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The slide names lost_1, which no node is called: change its first line.',
  );
});

test('links open in another page, and HTML and pictures in notes stay text', async () => {
  await present(
    '[read on](https://docs.twisted.org) [run](javascript:alert(1)) <b id="x">bold</b> ![p](https://x.y/z.png)',
  );
  const slide = screen.getByRole('region', { name: 'Slide' });
  const link = await within(slide).findByRole('link', { name: 'read on' });
  expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
    '_blank',
    'noopener noreferrer',
  ]);
  expect(slide).toHaveTextContent('<b id="x">bold</b>');
  expect(slide.querySelectorAll('img, b, [href^="javascript"]')).toHaveLength(0);
});

test('notes of one slide have no steps, and no notes leave the room to the graph', async () => {
  await present('One slide.');
  expect(screen.getByRole('region', { name: 'Slide' })).toHaveTextContent('One slide.');
  expect(screen.queryByRole('button', { name: 'Next slide' })).toBeNull();
});

test('no notes: graph, transport and timeline alone', async () => {
  await present('');
  expect(screen.queryByRole('region', { name: 'Slide' })).toBeNull();
  const parts = ['Graph', 'Transport', 'Timeline'];
  expect(parts.map((name) => screen.getAllByRole('region', { name }).length)).toEqual([1, 1, 1]);
});

test('Esc and the button end it, but not where a field takes the key', async () => {
  const { leave, user } = await present(NOTES);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'End the presentation' }));
  expect(leave).toHaveBeenCalledTimes(2);
  await user.click(screen.getByRole('textbox', { name: /^Time/u }));
  await user.keyboard('{Escape}');
  expect(leave).toHaveBeenCalledTimes(2);
});
