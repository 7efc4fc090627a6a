import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import { canReachFurther, reachFor } from '#store/reach.ts';
import type { ViewState } from '#store/viewState.ts';
import type { RunEnd, RunStatus } from '#trace/runEnd.ts';

import { POLL } from '../support/openStudio.ts';

/** How far is simulated of what reaches 60 s, for a view. */
function reached(view: Partial<ViewState> & { readonly time?: number }): number {
  const { time = 0, playing = false, speed = 1, window = null } = view;
  return reachFor({ playhead: { time, within: null }, playing, speed, window }, 60);
}

test('what is within reach asks for no more: the end, a window before it, and the whole run', () => {
  expect([
    reached({ time: 60 }),
    reached({ time: 50, playing: true }),
    reached({ window: { start: 20, end: 59 } }),
    reached({ window: null }),
  ]).toEqual([60, 60, 60, 60]);
});

test('a playhead beyond it, one that plays near it, and a window that shows it ask for more', () => {
  expect([
    reached({ time: 75 }),
    reached({ time: 59.5, playing: true }),
    reached({ time: 45, playing: true, speed: 20 }),
    reached({ window: { start: 50, end: 61 } }),
  ]).toEqual([75, 69.5, 245, 72]);
});

test('only what has reached its horizon, or is still simulated, can go further', () => {
  const ended = (why: RunEnd['why']): RunStatus => ({
    state: 'ended',
    end: { why, time: 60, unhandled: [], limit: null },
  });
  const all: readonly RunStatus[] = [
    { state: 'running', time: 3 },
    ended('horizon'),
    ended('idle'),
    ended('stopped'),
    ended('limit'),
    ended('halted'),
    { state: 'broken', message: 'out of memory' },
  ];
  const { clock } = compile(POLL);
  const further = all.map((status) => canReachFurther({ clock }, status));
  const given = { is: 'testClock', advances: [1, 2] } as const;
  expect([further, canReachFurther({ clock: given }, ended('horizon'))]).toEqual([
    [true, true, false, false, false, false, false],
    false,
  ]);
});
