import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Breakpoint } from '#schedule/schema.ts';
import { Timeline } from '#timeline/Timeline.tsx';
import { hitColumns } from '#timeline/draw/drawHits.ts';
import { timeScale } from '#timeline/time/timeScale.ts';
import { beginHits, readHits } from '#trace/breakpointHits.ts';

import { POLL } from '../support/openStudio.ts';
import { renderWithStudio, type Rendered } from '../support/renderWithStudio.tsx';
import { run } from '../support/runs.ts';

/** In a test the lanes are 800 pixels wide: the run's 15 s lie between pixel 12 and pixel 772. */
const xAt = (time: number): number => 12 + (time / 15) * 760;

const AT_FIVE: Breakpoint = { on: 'time', time: 5, enabled: true };

async function shown(...breakpoints: readonly Breakpoint[]): Promise<Rendered> {
  const rendered = await renderWithStudio(<Timeline savePicture={() => {}} />, {
    ...POLL,
    breakpoints: [...breakpoints],
  });
  // The sizes of the elements are told after the first rendering.
  await act(async () => Promise.resolve());
  return rendered;
}

const mark = (name: string): HTMLElement => screen.getByRole('slider', { name });

test('a breakpoint at a time is dragged along the ruler, in one step of the history', async () => {
  const { studio } = await shown({ on: 'failure', enabled: true }, AT_FIVE);
  const before = studio.now.getState().time;
  const flag = mark('Breakpoint 2');
  const drag = (type: 'pointerDown' | 'pointerMove' | 'pointerUp', x: number): void => {
    fireEvent[type](flag, { clientX: x, button: 0, pointerId: 1 });
  };
  drag('pointerDown', xAt(5) + 2);
  drag('pointerMove', xAt(6));
  drag('pointerMove', xAt(7.5) + 2);
  drag('pointerUp', xAt(7.5) + 2);
  drag('pointerMove', xAt(12));
  const { schedule, past } = studio.history.getState();
  expect([schedule.breakpoints[1], past.length, studio.now.getState().time]).toEqual([
    { ...AT_FIVE, time: 7.5 },
    1,
    before,
  ]);
});

test('it is a slider that says where it is; arrow keys move it, Delete removes it', async () => {
  const { studio, user } = await shown(AT_FIVE, { ...AT_FIVE, time: 99 });
  // What lies outside of what is shown has no mark.
  expect(screen.queryByRole('slider', { name: 'Breakpoint 2' })).toBe(null);
  act(() => {
    mark('Breakpoint 1').focus();
  });
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  const said = mark('Breakpoint 1').getAttribute('aria-valuetext');
  await user.keyboard('{Delete}');
  expect([said, studio.history.getState().schedule.breakpoints.length]).toEqual(['5.100 s', 1]);
});

test('each pixel at which something is hit has one mark', () => {
  const { trace } = run(POLL);
  const rules: readonly Breakpoint[] = [{ on: 'event', node: 'poll', enabled: true }];
  const hits = readHits(beginHits(trace, rules), trace.length);
  expect([
    hits.count > 20,
    hitColumns(hits, timeScale({ start: 0, end: 20 }, 200)),
    hitColumns(hits, timeScale({ start: 4, end: 12 }, 80)),
    hitColumns(beginHits(trace, rules), timeScale({ start: 0, end: 20 }, 200)),
  ]).toEqual([true, [0, 50, 100, 150], [10, 60], []]);
});
