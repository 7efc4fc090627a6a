import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { INITIAL_VIEW, type TimeWindow, type ViewState } from '#store/viewState.ts';
import { createWindowActions } from '#store/windowActions.ts';

const at = (start: number): TimeWindow => ({ start, end: start + 1 });

function actions(): ReturnType<typeof createWindowActions> & { readonly start: () => unknown } {
  const view = createStore<ViewState>(() => INITIAL_VIEW);
  return {
    ...createWindowActions(view),
    start: () => view.getState().window?.start ?? null,
  };
}

test('the way back goes move by move, and forward again', () => {
  const { setWindow, lastWindow, nextWindow, start } = actions();
  for (const time of [1, 2, 3]) setWindow(at(time));
  const seen: unknown[] = [];
  for (const go of [lastWindow, lastWindow, nextWindow, lastWindow, lastWindow, lastWindow]) {
    go();
    seen.push(start());
  }
  expect(seen).toEqual([2, 1, 2, 1, null, null]);
});

test('a gesture is one move, however often it changes the window', () => {
  const { setWindow, lastWindow, windows, start } = actions();
  setWindow(at(1));
  setWindow(at(2), 'step');
  setWindow(at(3), 'more');
  setWindow(at(4), 'more');
  lastWindow();
  expect([start(), windows.getState().forward.map((window) => window?.start)]).toEqual([1, [4]]);
});

test('a gesture whose first turn changes nothing is remembered all the same', () => {
  const { setWindow, lastWindow, start } = actions();
  setWindow(at(1));
  setWindow(at(1));
  setWindow(at(2), 'more');
  lastWindow();
  expect(start()).toBe(1);
});

test('following the playhead is no move, and another document has no way back', () => {
  const { setWindow, lastWindow, windows, start } = actions();
  setWindow(at(1));
  setWindow(at(5), 'follow');
  lastWindow();
  expect(start()).toBeNull();
  setWindow(at(7));
  setWindow(null, 'anew');
  expect(windows.getState()).toEqual({ back: [], forward: [] });
});

test('going back and forward as often ends where it began', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 30 }), fc.nat(40), (times, ways) => {
      const { setWindow, lastWindow, nextWindow, windows, start } = actions();
      for (const time of times) setWindow(at(time));
      const before = start();
      const possible = Math.min(ways, windows.getState().back.length);
      for (let way = 0; way < possible; way += 1) lastWindow();
      for (let way = 0; way < possible; way += 1) nextWindow();
      expect(start()).toBe(before);
    }),
  );
});
