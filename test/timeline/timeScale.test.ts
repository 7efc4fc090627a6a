import { expect, test } from 'vitest';

import {
  pannedBy,
  rangeOf,
  showing,
  timeAt,
  timeScale,
  wholeRun,
  withinRun,
  xOf,
  zoomedAt,
} from '#timeline/time/timeScale.ts';

import { about } from './about.ts';

test('a scale puts times at pixels and pixels at times', () => {
  const scale = timeScale({ start: 10, end: 30 }, 400);
  expect({
    pixels: [10, 12.4, 30, 31].map((time) => xOf(scale, time)),
    times: [0, 48, 400].map((x) => timeAt(scale, x)),
    range: rangeOf(scale),
  }).toEqual({
    pixels: [0, 48.00000000000001, 400, 420],
    times: [10, 12.4, 30],
    range: { start: 10, end: 30 },
  });
});

test('the whole run has 12 pixels before 0 and 28 after its end', () => {
  const scale = timeScale(wholeRun(60, 640), 640);
  expect([xOf(scale, 0), xOf(scale, 60)]).toEqual([about(12, 9), about(612, 9)]);
});

test('a run in which no time passes is a second long, and one of a microsecond ten', () => {
  expect([wholeRun(0, 140), wholeRun(1e-6, 140)].map(({ start, end }) => end - start)).toEqual([
    1.4,
    about(1.4e-5, 12),
  ]);
});

test('a zoom leaves the time under the pointer where it is', () => {
  const range = { start: 0, end: 40 };
  const zoomed = zoomedAt(range, 10, 0.5);
  expect({
    zoomed,
    before: xOf(timeScale(range, 800), 10),
    after: xOf(timeScale(zoomed, 800), 10),
  }).toEqual({ zoomed: { start: 5, end: 25 }, before: 200, after: 200 });
});

test('a pan moves both ends', () => {
  expect(pannedBy({ start: 5, end: 25 }, -2)).toEqual({ start: 3, end: 23 });
});

test('a range within a run stays, one beyond its margins is moved, and one as long is the whole', () => {
  const ranges = [
    { start: 20, end: 30 },
    { start: -50, end: -40 },
    { start: 100, end: 110 },
    { start: -100, end: 200 },
    { start: NaN, end: NaN },
  ];
  expect(ranges.map((range) => withinRun(range, 60, 1000))).toEqual([
    { start: 20, end: 30 },
    { start: -0.12, end: 9.88 },
    { start: 50.28, end: 60.28 },
    null,
    null,
  ]);
});

test('a range is never so short that neighbouring pixels have the same time', () => {
  const lengths = [60, 1e9].map((end) => {
    const range = withinRun({ start: end / 2, end: end / 2 + 1e-12 }, end, 1000);
    return range === null ? null : range.end - range.start;
  });
  expect(lengths).toEqual([about(1e-5, 9), about(3.6e-3, 3)]);
});

test('a time that has left on the right begins a new page, on the left ends one', () => {
  const range = { start: 10, end: 20 };
  expect([15, 20, 21, 9].map((time) => showing(range, time))).toEqual([
    range,
    range,
    { start: 20, end: 30 },
    { start: 0, end: 10 },
  ]);
});
