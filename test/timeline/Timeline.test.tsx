import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Studio } from '#store/studio.ts';
import { Timeline } from '#timeline/Timeline.tsx';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio } from '../support/renderWithStudio.tsx';
import { schedule } from '../support/schedules.ts';

/** In a test the lanes are 800 pixels wide: the run's 15 s lie between pixel 12 and pixel 772. */
const xAt = (time: number): number => 12 + (time / 15) * 760;

/** The middle of the lane of the first node. */
const LANE = 48;

const lanes = (): HTMLElement => screen.getByRole('application');
const slider = (): HTMLElement => screen.getByRole('slider', { name: 'Playhead' });
const playhead = (): string | null => slider().getAttribute('aria-valuetext');
const selection = (studio: Studio): object => studio.view.getState().selection;

async function shown(document = POLL): ReturnType<typeof renderWithStudio> {
  const rendered = await renderWithStudio(<Timeline savePicture={() => {}} />, document);
  // The sizes of the elements are told after the first rendering.
  await act(async () => Promise.resolve());
  return rendered;
}

/** The wheel events of the test's DOM know no place. */
function turnWheel(turn: { deltaY: number; clientX: number; shiftKey?: boolean }): void {
  const event = new MouseEvent('wheel', { bubbles: true, cancelable: true, ...turn });
  fireEvent(lanes(), Object.assign(event, { deltaX: 0, deltaY: turn.deltaY, deltaMode: 0 }));
}

function finger(type: 'pointerDown' | 'pointerMove' | 'pointerUp', id: number, x: number): void {
  const at = { clientX: x, clientY: LANE, button: 0, pointerId: id, pointerType: 'touch' };
  fireEvent[type](lanes(), at);
}

function press(element: Element, x: number, y: number): void {
  const at = { clientX: x, clientY: y, button: 0, pointerId: 1 };
  fireEvent.pointerDown(element, at);
  fireEvent.pointerUp(element, at);
}

describe('the lanes', () => {
  test('are named in document order below that of the reactor, and a name selects its node', async () => {
    const { user, studio } = await shown();
    const timeline = screen.getByRole('region', { name: 'Timeline' });
    expect(timeline).toHaveTextContent('reactorpoll');
    await user.click(within(timeline).getByRole('button', { name: 'poll' }));
    expect(selection(studio)).toEqual({ nodes: ['poll'], edges: [], event: null });
    expect(screen.getByRole('button', { name: 'poll', pressed: true })).toBeVisible();
  });

  test('follow the document', async () => {
    const { studio } = await shown();
    act(() => {
      studio.renameNode('poll', 'watch');
    });
    expect(await screen.findByRole('button', { name: 'watch' })).toBeVisible();
  });

  test('of an empty document are one, with a word about how to get more', async () => {
    await shown(schedule({ nodes: [] }));
    expect(screen.getByText('Add a node: its lane appears here')).toBeVisible();
  });

  test('of a thousand nodes have names only where they are in view', async () => {
    const nodes = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'deferred',
      id: `node_${index}`,
      chain: [],
    }));
    await shown(schedule({ nodes }));
    expect(screen.getAllByRole('button', { name: /^node_/ })).toHaveLength(18);
  });

  test('are told in words for those who cannot see them', async () => {
    await shown();
    expect(lanes()).toHaveAccessibleName(
      'From 0.000 to 15.000 s: 2 lanes, 36 events, 4 ticks, 1 failure, 1 unhandled.',
    );
  });
});

describe('the playhead', () => {
  test('stands where the ruler is pressed, on an event where one is near, and can be dragged', async () => {
    const { studio } = await shown();
    const ruler = slider().parentElement;
    if (ruler === null) throw new Error('The flag is on the ruler.');
    const times: number[] = [];
    const press = (type: 'pointerDown' | 'pointerMove' | 'pointerUp', x: number): void => {
      fireEvent[type](ruler, { clientX: x, button: 0, pointerId: 1 });
      times.push(studio.view.getState().playhead.time);
    };
    press('pointerDown', xAt(5) + 3);
    press('pointerMove', xAt(7.5));
    press('pointerUp', xAt(7.5));
    press('pointerMove', xAt(12));
    expect(times).toEqual([5, 7.5, 7.5, 7.5]);
    expect(slider()).toHaveFocus();
  });

  test('is a slider that says where it is, and moves by arrow keys event by event', async () => {
    const { user, studio } = await shown();
    act(() => {
      studio.seek(5);
    });
    act(() => {
      slider().focus();
    });
    const said: (string | null)[] = [playhead()];
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await user.keyboard(`{${key}}`);
      said.push(playhead());
    }
    expect(said).toEqual([
      '5.000 s, reactor pass ends',
      '5.000 s, poll due at 10 s',
      '5.000 s, reactor pass ends',
      '5.000 s, poll due at 10 s',
      '5.000 s, reactor pass ends',
      '0.000 s, nothing has happened',
      '15.000 s, reactor pass ends',
    ]);
  });

  test('has its time on its flag, and its range for those who cannot see it', async () => {
    const { studio } = await shown();
    act(() => {
      studio.seek(12.4);
    });
    expect(slider()).toHaveTextContent('12.400');
    expect(slider()).toHaveAttribute('aria-valuenow', '12.4');
    expect(slider()).toHaveAttribute('aria-valuemax', '15');
  });
});

describe('the part of the run in view', () => {
  const window = (studio: Studio): string => {
    const range = studio.view.getState().window;
    return range === null ? 'all' : `${range.start.toFixed(1)}-${range.end.toFixed(1)}`;
  };

  test('is zoomed and panned by keys and buttons, and fitted', async () => {
    const { user, studio } = await shown();
    act(() => {
      studio.seek(10);
      lanes().focus();
    });
    const seen: string[] = [];
    for (const key of ['w', 'w', 'd', 'a', 's', 'f', '+']) {
      await user.keyboard(key);
      seen.push(window(studio));
    }
    for (const name of ['Fit', 'Zoom in', 'Zoom out']) {
      await user.click(screen.getByRole('button', { name }));
      seen.push(window(studio));
    }
    expect(seen).toEqual([
      '3.2-13.7',
      '5.5-12.5',
      '6.5-13.5',
      '5.5-12.5',
      '3.2-13.7',
      'all',
      '3.2-13.7',
      'all',
      '3.2-13.7',
      'all',
    ]);
  });

  test('is zoomed by the wheel at the pointer, and panned by dragging and by the wheel with Shift', async () => {
    const { studio } = await shown();
    const seen: string[] = [];
    turnWheel({ deltaY: -300, clientX: xAt(10) });
    seen.push(window(studio));
    turnWheel({ deltaY: 80, clientX: 400, shiftKey: true });
    seen.push(window(studio));
    fireEvent.pointerDown(lanes(), { clientX: 400, clientY: LANE, button: 0, pointerId: 1 });
    fireEvent.pointerMove(lanes(), { clientX: 480, clientY: LANE, pointerId: 1 });
    seen.push(window(studio));
    fireEvent.pointerUp(lanes(), { clientX: 480, clientY: LANE, button: 0, pointerId: 1 });
    fireEvent.doubleClick(lanes());
    seen.push(window(studio));
    expect({ seen, selection: selection(studio) }).toEqual({
      seen: ['4.1-13.2', '5.0-14.1', '4.1-13.2', 'all'],
      selection: { nodes: [], edges: [], event: null },
    });
  });

  test('is zoomed by two fingers, and stays when one of them is lifted', async () => {
    const { studio } = await shown();
    finger('pointerDown', 1, xAt(5));
    finger('pointerDown', 2, xAt(10));
    finger('pointerMove', 1, xAt(2.5));
    finger('pointerMove', 2, xAt(12.5));
    const pinched = window(studio);
    finger('pointerUp', 1, xAt(2.5));
    finger('pointerUp', 2, xAt(12.5));
    expect([pinched, window(studio), selection(studio)]).toEqual([
      '3.6-11.5',
      '3.6-11.5',
      { nodes: [], edges: [], event: null },
    ]);
  });

  test('selects a stretch of time where a finger is held and dragged, and pans where it is not held', async () => {
    const { studio } = await shown();
    const range = (): object | null => studio.view.getState().range;
    finger('pointerDown', 1, xAt(5));
    await waitFor(() => {
      expect(range()).not.toBeNull();
    });
    finger('pointerMove', 1, xAt(10));
    finger('pointerUp', 1, xAt(10));
    const [selected, unmoved] = [range(), studio.view.getState().window];

    act(() => {
      studio.setRange(null);
      studio.setWindow({ start: 4, end: 8 });
    });
    finger('pointerDown', 1, 400);
    finger('pointerMove', 1, 320);
    finger('pointerUp', 1, 320);
    expect([selected, unmoved, range(), window(studio)]).toEqual([
      { start: 5, end: 10 },
      null,
      null,
      '4.4-8.4',
    ]);
  });

  test('goes back to what was shown before, a gesture at a time, and forward again', async () => {
    const { user, studio } = await shown();
    act(() => {
      lanes().focus();
    });
    turnWheel({ deltaY: -100, clientX: xAt(5) });
    turnWheel({ deltaY: -100, clientX: xAt(5) });
    const zoomed = window(studio);
    await user.keyboard('f');
    const seen: string[] = [zoomed];
    for (const key of ['Backspace', 'Backspace', 'Shift>}{Backspace}{/Shift']) {
      await user.keyboard(`{${key}}`);
      seen.push(window(studio));
    }
    expect(seen).toEqual([zoomed, zoomed, 'all', zoomed]);
  });

  test('shows what is selected by Z, and by F where the whole run is shown', async () => {
    const { user, studio } = await shown();
    press(lanes(), xAt(5), LANE);
    const seen: string[] = [];
    for (const key of ['z', 'f', 'f']) {
      await user.keyboard(key);
      seen.push(window(studio));
    }
    expect(seen[1]).toBe('all');
    expect(seen[0]).not.toBe('all');
    expect(seen[2]).toBe(seen[0]);
  });

  test('follows the playhead', async () => {
    const { studio } = await shown();
    act(() => {
      studio.setWindow({ start: 0, end: 4 });
      studio.seek(10);
    });
    expect(window(studio)).toBe('9.6-13.6');
  });
});

describe('an event', () => {
  test('is selected with its node by a press on its mark', async () => {
    const { studio } = await shown();
    press(lanes(), xAt(5), LANE);
    const { trace } = studio.run.getState();
    const { event, nodes } = studio.view.getState().selection;
    expect([event === null ? null : trace.kindAt(event), nodes]).toEqual(['ticked', ['poll']]);
  });

  test('is told in words where the pointer is on it', async () => {
    await shown();
    fireEvent.pointerMove(lanes(), { clientX: xAt(5) + 2, clientY: LANE, pointerId: 1 });
    expect(screen.getByRole('tooltip')).toHaveTextContent('5.000poll tick 2');
    fireEvent.pointerMove(lanes(), { clientX: xAt(5), clientY: 300, pointerId: 1 });
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('of the selected lane is reached by the keys . and ,', async () => {
    const { user, studio } = await shown();
    await user.click(screen.getByRole('button', { name: 'poll' }));
    act(() => {
      studio.seek(4);
    });
    const said: (string | null)[] = [];
    for (const key of ['.', '.', ',', ',']) {
      await user.keyboard(key);
      said.push(playhead());
    }
    expect(said).toEqual([
      '5.000 s, poll delayed call runs',
      '5.000 s, poll tick 2',
      '5.000 s, poll delayed call runs',
      '0.000 s, poll due at 5 s',
    ]);
  });

  test('an arrow key selects the next lane, and the focus follows', async () => {
    const node = (id: string): object => ({ kind: 'deferred', id, chain: [] });
    const { user, studio } = await shown(schedule({ nodes: [node('one'), node('two')] }));
    await user.click(screen.getByRole('button', { name: 'one' }));
    await user.keyboard('{ArrowDown}');
    expect(selection(studio)).toEqual({ nodes: ['two'], edges: [], event: null });
    expect(screen.getByRole('button', { name: 'two' })).toHaveFocus();
  });
});
