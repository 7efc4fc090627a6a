import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Schedule } from '#schedule/schema.ts';
import type { Studio } from '#store/studio.ts';
import { Timeline } from '#timeline/Timeline.tsx';

import { renderWithStudio } from '../../support/renderWithStudio.tsx';
import { schedule } from '../../support/schedules.ts';

/** What the user calls the first node: it stands behind its id. */
const LABEL = 'Wecker';

const FEED: Schedule = schedule({
  nodes: [
    { id: 'alarm', kind: 'deferred', label: LABEL },
    { id: 'feed', kind: 'service' },
    { id: 'poll', kind: 'deferred', service: 'feed', starts: 'service' },
    { id: 'fetch', kind: 'deferred', service: 'feed', starts: 'service' },
    { id: 'late', kind: 'deferred' },
  ],
});

async function shown(document = FEED): ReturnType<typeof renderWithStudio> {
  const rendered = await renderWithStudio(<Timeline savePicture={() => {}} />, document);
  // The sizes of the elements are told after the first rendering.
  await act(async () => Promise.resolve());
  return rendered;
}

const list = (): HTMLElement => screen.getByRole('list', { name: 'Lanes' });
const names = (): readonly (string | null)[] =>
  within(list())
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').replace(` ${LABEL}`, ''));
const lane = (name: string): HTMLElement =>
  within(list()).getByRole('button', { name: name === 'alarm' ? `alarm ${LABEL}` : name });
const kept = (studio: Studio): unknown => studio.history.getState().schedule.timeline;
const steps = (studio: Studio): number => studio.history.getState().past.length;

/** Drags from one height of the list to another: it begins at the top of the page in a test. */
function drag(element: Element, from: number, to: number): void {
  fireEvent.pointerDown(element, { clientY: from, button: 0, pointerId: 1 });
  fireEvent.pointerMove(element, { clientY: (from + to) / 2, pointerId: 1 });
  fireEvent.pointerMove(element, { clientY: to, pointerId: 1 });
}

describe('the lanes of a service', () => {
  test('stand beneath it, and say how deep', async () => {
    await shown();
    expect(names()).toEqual(['reactor', 'alarm', 'feed', 'poll', 'fetch', 'late']);
    const levels = within(list()).getAllByRole('listitem');
    expect(levels.map((item) => item.getAttribute('aria-level'))).toEqual([
      '1',
      '1',
      '1',
      '2',
      '2',
      '1',
    ]);
  });

  test('are folded away and brought back by a button, which is kept, undone and runs nothing', async () => {
    const { user, studio } = await shown();
    const { trace } = studio.run.getState();
    const toggle = screen.getByRole('button', { name: 'Members of feed', expanded: true });
    await user.click(toggle);
    expect(names()).toEqual(['reactor', 'alarm', 'feed2', 'late']);
    expect(screen.getByTitle('feed (service), with 2 lanes folded into it')).toBeVisible();
    expect(kept(studio)).toEqual({ folded: ['feed'] });
    expect(studio.run.getState().trace).toBe(trace);
    act(() => studio.undo());
    expect(names()).toContain('poll');
    expect(screen.getByRole('button', { name: 'Members of feed', expanded: true })).toBeVisible();
  });

  test('fold by the arrow keys as in a tree; on other names these step the playhead', async () => {
    const { user, studio } = await shown();
    await user.click(lane('feed'));
    await user.keyboard('{ArrowLeft}');
    expect(names()).toEqual(['reactor', 'alarm', 'feed2', 'late']);
    await user.keyboard('{ArrowRight}');
    expect(names()).toContain('poll');
    await user.keyboard('{ArrowRight}');
    expect(studio.view.getState().selection.nodes).toEqual(['poll']);
    expect(lane('poll')).toHaveFocus();
    const before = studio.now.getState().count;
    await user.keyboard('{ArrowLeft}');
    expect(studio.now.getState().count).toBe(before - 1);
    expect(names()).toContain('poll');
  });

  test('are passed over by the arrow keys while they are folded', async () => {
    const { user, studio } = await shown({ ...FEED, timeline: { folded: ['feed'] } });
    await user.click(lane('feed'));
    await user.keyboard('{ArrowDown}');
    expect(studio.view.getState().selection.nodes).toEqual(['late']);
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(studio.view.getState().selection.nodes).toEqual(['alarm']);
  });
});

describe('a lane', () => {
  test('is dragged to another place, with a line where it would go, in one step', async () => {
    const { studio } = await shown();
    const before = steps(studio);
    drag(lane('late'), 176, 34);
    expect(document.querySelector('[data-drop]')).toHaveStyle({ top: '31px' });
    expect(kept(studio)).toBeUndefined();
    fireEvent.pointerUp(lane('late'), { clientY: 34, pointerId: 1 });
    fireEvent.click(lane('late'));
    expect(names()).toEqual(['reactor', 'late', 'alarm', 'feed', 'poll', 'fetch']);
    expect(kept(studio)).toEqual({ order: ['late', 'alarm', 'feed'] });
    expect(steps(studio)).toBe(before + 1);
    expect(studio.view.getState().selection.nodes).toEqual([]);
  });

  test('is dropped within its service wherever it is let go, and Esc lets go of it', async () => {
    const { user, studio } = await shown();
    drag(lane('fetch'), 144, 5);
    fireEvent.pointerUp(lane('fetch'), { clientY: 5, pointerId: 1 });
    expect(names()).toEqual(['reactor', 'alarm', 'feed', 'fetch', 'poll', 'late']);
    await user.click(lane('late'));
    const made = steps(studio);
    drag(lane('late'), 176, 34);
    await user.keyboard('{Escape}');
    fireEvent.pointerUp(lane('late'), { clientY: 34, pointerId: 1 });
    expect(steps(studio)).toBe(made);
    expect(document.querySelector('[data-drop]')).toBeNull();
  });

  test('is moved by Alt and an arrow key, and keeps the focus', async () => {
    const { user, studio } = await shown();
    await user.click(lane('late'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(names()).toEqual(['reactor', 'alarm', 'late', 'feed', 'poll', 'fetch']);
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    expect(names()).toEqual(['reactor', 'late', 'alarm', 'feed', 'poll', 'fetch']);
    expect(lane('late')).toHaveFocus();
    act(() => studio.undo());
    expect(kept(studio)).toBeUndefined();
  });

  test('is made higher by its lower edge', async () => {
    const { studio } = await shown();
    const edge = list().querySelector('[data-edge="1"]');
    if (edge === null) throw new Error('There is no edge.');
    drag(edge, 64, 90);
    expect(document.querySelector('[data-drop]')).toHaveStyle({ top: '83px' });
    fireEvent.pointerUp(edge, { clientY: 90, pointerId: 1 });
    expect(kept(studio)).toEqual({ heights: { alarm: 'tall' } });
    expect(lane('alarm').parentElement).toHaveStyle({ height: '52px' });
  });

  test('has a menu: what it cannot do is off, and what is so already is marked', async () => {
    const { user, studio } = await shown();
    fireEvent.contextMenu(lane('alarm'));
    expect(screen.getByRole('menu')).toHaveAccessibleName('Lane of alarm');
    expect(screen.getByRole('menuitem', { name: 'Move up' })).toHaveAttribute('data-disabled');
    expect(screen.getByRole('menuitemcheckbox', { name: 'Normal height' })).toBeChecked();
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Compact' }));
    fireEvent.contextMenu(lane('alarm'));
    await user.click(screen.getByRole('menuitem', { name: 'Move down' }));
    fireEvent.contextMenu(lane('poll'));
    await user.click(screen.getByRole('menuitem', { name: 'Fold all services' }));
    expect(kept(studio)).toEqual({
      order: ['feed', 'alarm', 'late'],
      folded: ['feed'],
      heights: { alarm: 'compact' },
    });
    fireEvent.contextMenu(lane('alarm'));
    await user.click(screen.getByRole('menuitem', { name: 'Select' }));
    expect(studio.view.getState().selection.nodes).toEqual(['alarm']);
  });

  test('of the reactor has none', async () => {
    await shown();
    fireEvent.contextMenu(screen.getByText('reactor'));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('the filter', () => {
  test('shows what is named, says how many, and Esc shows all again', async () => {
    const { user, studio } = await shown();
    await user.click(lane('late'));
    await user.keyboard('/');
    const field = screen.getByRole('textbox', { name: 'Filter lanes' });
    expect(field).toHaveFocus();
    await user.keyboard('wecker');
    expect(names()).toEqual(['reactor', 'alarm']);
    expect(field).toHaveAccessibleDescription('1 of 5 lanes');
    await user.click(lane('alarm'));
    expect(field).not.toHaveFocus();
    await user.keyboard('/');
    expect([document.activeElement, names()]).toEqual([field, ['reactor', 'alarm']]);
    await user.clear(field);
    await user.keyboard('feed');
    expect(names()).toEqual(['reactor', 'feed', 'poll', 'fetch']);
    await user.keyboard('!');
    expect(screen.getByText(/^No lane matches/)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(names()).toHaveLength(6);
    expect(screen.getByRole('button', { name: 'Filter lanes' })).toHaveFocus();
    expect(kept(studio)).toBeUndefined();
  });

  test('is filled by the menu: only this service', async () => {
    const { user } = await shown();
    fireEvent.contextMenu(lane('poll'));
    await user.click(screen.getByRole('menuitem', { name: 'Only feed' }));
    expect(names()).toEqual(['reactor', 'feed', 'poll', 'fetch']);
    expect(screen.getByRole('textbox', { name: 'Filter lanes' })).toHaveValue('service:feed');
    await user.click(screen.getByRole('button', { name: 'Show all lanes' }));
    expect(names()).toHaveLength(6);
  });
});
