import fc from 'fast-check';
import { expect, test } from 'vitest';

import { frameOf } from '#timeline/shapes/frame.ts';
import { eachColumn, markRuns } from '#timeline/shapes/markRuns.ts';
import { timeScale, xOf } from '#timeline/time/timeScale.ts';

import { about } from './about.ts';

const SCALE = timeScale({ start: 0, end: 100 }, 1000);

function frame(count: number): ReturnType<typeof frameOf> {
  return frameOf(SCALE, count, 100);
}

function seriesOf(times: readonly number[]): { times: number[]; events: number[] } {
  return { times: [...times], events: times.map((_, at) => at) };
}

test('marks on one pixel are one, marks that touch are a band, others stand alone', () => {
  const times = [10, 10.01, 10.05, 20, 20.2, 20.4, 20.6, 30];
  const { happened } = markRuns(seriesOf(times), frame(99));
  expect(happened).toEqual([
    { from: 100, to: 100, first: 0, last: 3 },
    { from: 200, to: 206, first: 3, last: 7 },
    { from: 300, to: 300, first: 7, last: 8 },
  ]);
});

test('what lies after the playhead is apart from what lies before, also at one time', () => {
  const times = [10, 20, 20, 30];
  expect(markRuns({ times, events: [3, 6, 7, 9] }, frame(7))).toEqual({
    happened: [
      { from: 100, to: 100, first: 0, last: 1 },
      { from: 200, to: 200, first: 1, last: 2 },
    ],
    coming: [
      { from: 200, to: 200, first: 2, last: 3 },
      { from: 300, to: 300, first: 3, last: 4 },
    ],
  });
});

test('a mark half a mark outside the view is drawn, one further outside is not', () => {
  const times = [-2, -0.5, 100.9, 102];
  const { happened } = markRuns(seriesOf(times), frame(9));
  expect(happened.map(({ from }) => Math.round(from))).toEqual([-5, 1009]);
});

test('a hundred thousand marks are no more runs than pixels', () => {
  const times = Array.from({ length: 100_000 }, (_, index) => index / 1000);
  const { happened } = markRuns(seriesOf(times), frame(1e6));
  expect(happened).toEqual([{ from: 0, to: about(999.99), first: 0, last: 100_000 }]);
});

test('no mark in view is lost: the columns of all runs count each of them, where it is', () => {
  const time = fc.double({ min: -1, max: 101, noNaN: true });
  fc.assert(
    fc.property(fc.array(time, { maxLength: 400 }), fc.nat(400), (unsorted, count) => {
      const series = seriesOf(unsorted.toSorted((a, b) => a - b));
      const counted = new Map<number, number>();
      const { happened, coming } = markRuns(series, frame(count));
      for (const run of [...happened, ...coming]) {
        eachColumn(series.times, run, frame(count), (x, marks) => {
          counted.set(x, (counted.get(x) ?? 0) + marks);
        });
      }
      const expected = new Map<number, number>();
      for (const each of series.times) {
        const x = xOf(SCALE, each);
        if (x < -10 || x > 1010) continue;
        const column = Math.floor(x);
        expected.set(column, (expected.get(column) ?? 0) + 1);
      }
      expect([...counted].toSorted(([a], [b]) => a - b)).toEqual(
        [...expected].toSorted(([a], [b]) => a - b),
      );
    }),
  );
});
