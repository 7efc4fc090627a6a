import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Studio } from '#store/studio.ts';
import { Timeline } from '#timeline/Timeline.tsx';

import { renderWithStudio } from '../../support/renderWithStudio.tsx';

/** In a test the lanes are 800 pixels wide: the run's 15 s lie between pixel 12 and pixel 772. */
const xAt = (time: number): number => 12 + (time / 15) * 760;

const range = (studio: Studio): unknown => studio.view.getState().range;
const panel = (): HTMLElement | null => screen.queryByRole('region', { name: 'Selected range' });

async function shown(): ReturnType<typeof renderWithStudio> {
  const rendered = await renderWithStudio(<Timeline savePicture={() => {}} />);
  await act(async () => Promise.resolve());
  return rendered;
}

function drag(from: number, to: number, shiftKey: boolean): void {
  const lanes = screen.getByRole('application');
  const at = (x: number): object => ({
    clientX: x,
    clientY: 48,
    button: 0,
    pointerId: 1,
    shiftKey,
  });
  fireEvent.pointerDown(lanes, at(from));
  fireEvent.pointerMove(lanes, at((from + to) / 2));
  fireEvent.pointerMove(lanes, at(to));
  fireEvent.pointerUp(lanes, at(to));
}

test('a drag with Shift selects a stretch of time, which is measured; Esc selects none', async () => {
  const { user, studio } = await shown();
  drag(xAt(10) + 3, xAt(4.5), true);
  expect(range(studio)).toEqual({ start: 4.5, end: 10 });
  expect(studio.view.getState().window).toBeNull();
  expect(panel()).toHaveTextContent('4.500 to 10.000 s, all lanes');
  expect(panel()).toHaveTextContent('ticks2 kept, 0 missed');
  act(() => {
    screen.getByRole('application').focus();
  });
  await user.keyboard('{Escape}');
  expect([range(studio), panel()]).toEqual([null, null]);
});

test('a drag without Shift selects nothing', async () => {
  const { studio } = await shown();
  drag(xAt(4.5), xAt(10), false);
  expect(range(studio)).toBeNull();
});

test('a range is made by R, its edges move by arrows and are dragged, and never cross', async () => {
  const { user, studio } = await shown();
  act(() => {
    screen.getByRole('application').focus();
  });
  await user.keyboard('r');
  const edge = screen.getByRole('slider', { name: 'Range start' });
  const before = Number(edge.getAttribute('aria-valuenow'));
  act(() => {
    edge.focus();
  });
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  const after = Number(edge.getAttribute('aria-valuenow'));
  expect(after - before).toBeCloseTo((2 * 15) / 760, 6);
  const to = (type: 'pointerDown' | 'pointerMove' | 'pointerUp', x: number): void => {
    fireEvent[type](edge, { clientX: x, button: 0, pointerId: 1 });
  };
  const { end } = range(studio) as { readonly end: number };
  to('pointerDown', xAt(after));
  to('pointerMove', xAt(14));
  to('pointerUp', xAt(14));
  expect(range(studio)).toEqual({ start: end, end });
});

test('the panel measures the selected lanes, zooms, copies and clears', async () => {
  const { user, studio } = await shown();
  act(() => {
    studio.setRange({ start: 5, end: 10 });
  });
  const all = panel()?.textContent;
  act(() => {
    studio.select({ nodes: ['poll'] });
  });
  expect(panel()).toHaveTextContent('5.000 to 10.000 s, poll');
  expect(panel()?.textContent).not.toBe(all);
  await user.click(screen.getByRole('button', { name: 'Zoom' }));
  expect(studio.view.getState().window).toEqual({ start: 5, end: 10 });
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain('ticks\t2 kept, 0 missed');
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(panel()).toBeNull();
});
