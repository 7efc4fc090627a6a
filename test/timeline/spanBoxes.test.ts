import { expect, test } from 'vitest';

import fc from 'fast-check';

import { frameOf } from '#timeline/shapes/frame.ts';
import { eachShare, spanBoxes } from '#timeline/shapes/spanBoxes.ts';
import {
  addSpan,
  closeSpan,
  newSpanSeries,
  openSpan,
  spansBetween,
  type SpanSeries,
} from '#timeline/layout/spanSeries.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

const SCALE = timeScale({ start: 0, end: 100 }, 1000);

function seriesOf(...spans: readonly (readonly [number, number])[]): SpanSeries {
  const series = newSpanSeries();
  spans.forEach(([start, end], index) => addSpan(series, start, end, index));
  return series;
}

function boxes(series: SpanSeries, knownUntil = 100): readonly string[] {
  return spanBoxes(series, frameOf(SCALE, 0, knownUntil)).map(
    ({ from, to, first }) =>
      `${Math.round(from)}-${Math.round(to)} of ${series.events[first] ?? NaN}`,
  );
}

test('wide spans have a box each, also where they touch', () => {
  expect(boxes(seriesOf([0, 10], [10, 20], [30, 40]))).toEqual([
    '0-100 of 0',
    '100-200 of 1',
    '300-400 of 2',
  ]);
});

test('narrow spans less than a pixel apart are one box, and a wide one after them is another', () => {
  const narrow = Array.from(
    { length: 100 },
    (_, index) => [index / 20, index / 20 + 0.04] as const,
  );
  expect(boxes(seriesOf(...narrow, [5, 10], [50, 50]))).toEqual([
    '0-50 of 0',
    '50-100 of 100',
    '500-500 of 101',
  ]);
});

test('a span that is open reaches to the end of what is known', () => {
  const series = newSpanSeries();
  openSpan(series, 20, 7, 1);
  expect(boxes(series, 60)).toEqual(['200-600 of 7']);
});

test('what is outside the view has no box, and what reaches far outside is cut', () => {
  expect(boxes(seriesOf([-500, -400], [-300, 10], [90, 5000], [6000, 7000]), 9000)).toEqual([
    '-10-100 of 1',
    '900-1010 of 2',
  ]);
});

test('a span that several instances share lasts as long as any of them', () => {
  const series = newSpanSeries();
  openSpan(series, 1, 10, 1);
  openSpan(series, 2, 11, 1);
  closeSpan(series, 3, 1);
  closeSpan(series, 5, 1);
  openSpan(series, 8, 12, 1);
  closeSpan(series, 9, 1);
  closeSpan(series, 9, 1);
  expect(series).toEqual({
    starts: [1, 8],
    ends: [5, 9],
    events: [10, 12],
    before: [0, 4],
    depth: 0,
    each: null,
  });
});

test('spans are found by the time that they touch', () => {
  const series = seriesOf([0, 1], [2, 3], [4, 5]);
  expect([
    spansBetween(series, 1.5, 1.7),
    spansBetween(series, 2.5, 4),
    spansBetween(series, 6, 7),
  ]).toEqual([
    { first: 1, last: 1 },
    { first: 1, last: 3 },
    { first: 3, last: 3 },
  ]);
});

test('the shares of all columns are together as long as the spans in view', () => {
  const length = fc.double({ min: 0, max: 0.3, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(length, length), { maxLength: 300 }), (parts) => {
      const series = newSpanSeries();
      let time = 0;
      let covered = 0;
      parts.forEach(([pause, lasts], index) => {
        time += pause;
        addSpan(series, time, time + lasts, index);
        covered += lasts;
        time += lasts;
      });
      let told = 0;
      for (const box of spanBoxes(series, frameOf(SCALE, 0, 100))) {
        eachShare(series, box, frameOf(SCALE, 0, 100), (_, share) => {
          told += share * SCALE.secondsPerPixel;
        });
      }
      expect(time > 100 || Math.abs(told - covered) < 1e-6).toBe(true);
    }),
  );
});
