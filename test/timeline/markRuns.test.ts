import { expect, test } from 'vitest';

import { markRuns } from '#timeline/draw/markRuns.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { about } from './about.ts';

const SCALE = timeScale({ start: 0, end: 100 }, 1000);

test('marks on one pixel are one, marks that touch are a band, others stand alone', () => {
  const times = [10, 10.01, 10.05, 20, 20.2, 20.4, 20.6, 30];
  const { happened } = markRuns({ times, events: times.map((_, at) => at) }, SCALE, 99);
  expect(happened).toEqual([
    { from: 100, to: 100 },
    { from: 200, to: 206 },
    { from: 300, to: 300 },
  ]);
});

test('what lies after the playhead is apart from what lies before, also at one time', () => {
  const times = [10, 20, 20, 30];
  expect(markRuns({ times, events: [3, 6, 7, 9] }, SCALE, 7)).toEqual({
    happened: [
      { from: 100, to: 100 },
      { from: 200, to: 200 },
    ],
    coming: [
      { from: 200, to: 200 },
      { from: 300, to: 300 },
    ],
  });
});

test('a mark half a mark outside the view is drawn, one further outside is not', () => {
  const times = [-2, -0.5, 100.9, 102];
  const { happened } = markRuns({ times, events: [0, 1, 2, 3] }, SCALE, 9);
  expect(happened.map(({ from }) => Math.round(from))).toEqual([-5, 1009]);
});

test('a hundred thousand marks are no more runs than pixels', () => {
  const times = Array.from({ length: 100_000 }, (_, index) => index / 1000);
  const { happened } = markRuns({ times, events: times.map((_, at) => at) }, SCALE, 1e6);
  expect(happened).toEqual([{ from: 0, to: about(999.99) }]);
});
