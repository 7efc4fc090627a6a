import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';

import { calendarOf, type Calendar } from '#timeline/time/calendar.ts';
import { ticksOf } from '#timeline/time/ticks.ts';
import { timeScale, xOf, type TimeScale } from '#timeline/time/timeScale.ts';
import { speak } from '#words/words.ts';

function labels(start: number, end: number, width = 700): string {
  const { major } = ticksOf(timeScale({ start, end }, width));
  return major.map(({ label }) => label).join(', ');
}

describe('the labels of a ruler', () => {
  test.each([
    [0, 2e-5, '0 µs, 2 µs, 4 µs, 6 µs, 8 µs, 10 µs, 12 µs, 14 µs, 16 µs, 18 µs, 20 µs'],
    [
      0,
      5e-4,
      '0 µs, 50 µs, 100 µs, 150 µs, 200 µs, 250 µs, 300 µs, 350 µs, 400 µs, 450 µs, 500 µs',
    ],
    [0, 0.01, '0.000 s, 0.002 s, 0.004 s, 0.006 s, 0.008 s, 0.010 s'],
    [
      12,
      13,
      '12.0 s, 12.1 s, 12.2 s, 12.3 s, 12.4 s, 12.5 s, 12.6 s, 12.7 s, 12.8 s, 12.9 s, 13.0 s',
    ],
    [0, 60, '0 s, 5 s, 10 s, 15 s, 20 s, 25 s, 30 s, 35 s, 40 s, 45 s, 50 s, 55 s, 60 s'],
    [0, 300, '0:00, 0:30, 1:00, 1:30, 2:00, 2:30, 3:00, 3:30, 4:00, 4:30, 5:00'],
    [3600, 3603, '1:00:00.0, 1:00:00.5, 1:00:01.0, 1:00:01.5'],
    [0, 7200, '0, 30 min, 1 h, 1 h 30 min, 2 h'],
    [0, 3 * 3600, '0, 30 min, 1 h, 1 h 30 min, 2 h, 2 h 30 min, 3 h'],
    [0, 86_400 * 4, '0, 12 h, 1 d, 1 d 12 h, 2 d'],
    [0, 86_400 * 365, '0, 50 d, 100 d, 150 d, 200 d, 250 d, 300 d, 350 d'],
  ])('from %d to %d s begin with %s', (start, end, expected) => {
    expect(labels(start, end).slice(0, expected.length)).toBe(expected);
  });

  test('are fewer on a narrow screen', () => {
    expect(labels(0, 60, 250)).toBe('0 s, 15 s, 30 s, 45 s, 60 s');
  });

  test('never begin before 0', () => {
    expect(labels(-1, 4)).toBe('0.0 s, 0.5 s, 1.0 s, 1.5 s, 2.0 s, 2.5 s, 3.0 s, 3.5 s, 4.0 s');
  });

  test('have room at every zoom from 10 µs to 10 years', () => {
    const crowded: string[] = [];
    for (let length = 1e-5; length < 3e8; length *= 1.37) {
      const scale = timeScale({ start: length * 7.3, end: length * 8.3 }, 900);
      const { major, step } = ticksOf(scale);
      const gap = step / scale.secondsPerPixel;
      const widest = Math.max(...major.map(({ label }) => label.length)) * 6.6;
      if (major.length < 2 || widest > gap) crowded.push(`${length}: ${major.length}`);
      const distinct = new Set(major.map(({ label }) => label));
      if (distinct.size < major.length) crowded.push(`${length}: equal labels`);
    }
    expect(crowded).toEqual([]);
  });
});

test('ticks are exact multiples of their step', () => {
  const { major } = ticksOf(timeScale({ start: 0, end: 1 }, 700));
  expect(major.map(({ time }) => time)).toEqual([
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
  ]);
});

test('minor ticks stand between the labelled ones', () => {
  const { minor, step } = ticksOf(timeScale({ start: 0, end: 10 }, 400));
  expect({ step, minor }).toEqual({
    step: 2,
    minor: [0.5, 1, 1.5, 2.5, 3, 3.5, 4.5, 5, 5.5, 6.5, 7, 7.5, 8.5, 9, 9.5],
  });
});

test('a scale without a width has no ticks', () => {
  expect(ticksOf(timeScale({ start: 0, end: 0 }, 0)).major).toEqual([]);
});

/** Labels that touch, in what ticks give for a scale; empty where all is well. */
function faults(scale: TimeScale, calendar: Calendar | null): string[] {
  const { major, minor } = ticksOf(scale, calendar);
  const found: string[] = [];
  for (const [index, { time, label }] of major.entries()) {
    const next = major[index + 1];
    if (next === undefined) break;
    if (!(next.time > time)) found.push(`${next.time} is not after ${time}`);
    if (next.label === label) found.push(`${label} stands twice`);
    const room = xOf(scale, next.time) - xOf(scale, time);
    if (room < label.length * 6.6 + 5) found.push(`${label} has ${room} pixels`);
  }
  if (minor.some((time, index) => index > 0 && !(time > (minor[index - 1] ?? 0)))) {
    found.push('minor ticks go back');
  }
  return found;
}

/** Ranges that a run can be looked at in, from 10 µs to a thousand million seconds. */
const scales = fc
  .record({
    start: fc.double({ min: 0, max: 1, noNaN: true }).map((part) => 1e9 * part ** 6),
    length: fc.double({ min: -5, max: 9, noNaN: true }).map((power) => 10 ** power),
    width: fc.integer({ min: 200, max: 3000 }),
  })
  .map(({ start, length, width }) => {
    const shortest = Math.max(1e-5, (start + length) * Number.EPSILON * 2 ** 14);
    return timeScale({ start, end: start + Math.max(length, shortest) }, width);
  });

test('labels never touch and times grow, in whatever range', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      expect(faults(scale, null)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('the same with dates', () => {
  const epochs = fc.constantFrom(
    '2026-03-01T09:00:00Z',
    '1999-12-31T23:59:59.250-09:30',
    '2024-02-29T00:00:00+05:45',
  );
  fc.assert(
    fc.property(scales, epochs, (scale, epoch) => {
      expect(faults(scale, calendarOf(epoch))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

describe('the dates of a ruler', () => {
  const calendar = calendarOf('2026-03-01T23:30:00+01:00');
  const DAY = 86_400;

  test.each([
    [0, 2, '23:30:00.0, 23:30:00.5', 'Sun 1 Mar 2026 +01:00'],
    [0, 3600, '23:30, 23:40, 23:50, 2 Mar, 00:10, 00:20, 00:30', 'Sun 1 Mar 2026 +01:00'],
    [3600, 3 * DAY, '06:00, 12:00, 18:00, 3 Mar, 06:00', 'Mon 2 Mar 2026 +01:00'],
    [0, 7 * DAY, '2 Mar, 3 Mar, 4 Mar, 5 Mar, 6 Mar, 7 Mar, 8 Mar', '2026 +01:00'],
    [0, 50 * DAY, '2 Mar, 9 Mar, 16 Mar, 23 Mar, 30 Mar, 6 Apr', '2026 +01:00'],
    [0, 200 * DAY, 'Apr 2026, May 2026, Jun 2026', null],
    [0, 3000 * DAY, '2027, 2028, 2029, 2030', null],
  ])('from %d to %d s are those of the calendar', (start, end, expected, context) => {
    const ticks = ticksOf(timeScale({ start, end }, 700), calendar);
    const said = ticks.major.map(({ label }) => label).join(', ');
    expect([said.slice(0, expected.length), ticks.context]).toEqual([expected, context]);
  });

  test('are written as the language of the page writes them', async () => {
    await speak('zh');
    onTestFinished(() => speak('en'));
    const labelsUntil = (end: number): string =>
      ticksOf(timeScale({ start: 0, end }, 700), calendar)
        .major.map(({ label }) => label)
        .join(', ')
        .slice(0, 18);
    expect([calendar?.dateTime(1800), labelsUntil(7 * DAY), labelsUntil(200 * DAY)]).toEqual([
      '2026年3月2日周一，00:00:00.000 +01:00',
      '3月2日, 3月3日, 3月4日, ',
      '2026年4月, 2026年5月, ',
    ]);
  });

  test('are exact to the digits that are asked for, in the offset of the epoch', () => {
    expect([
      calendar?.dateTime(1799.9999),
      calendar?.dateTime(0.000_25, 1e-5),
      calendarOf('2026-03-01T00:00:00.5Z')?.dateTime(0.75),
      calendarOf('nonsense'),
      calendarOf(null),
    ]).toEqual([
      'Mon 2 Mar 2026, 00:00:00.000 +01:00',
      'Sun 1 Mar 2026, 23:30:00.00025 +01:00',
      'Sun 1 Mar 2026, 00:00:01.250 UTC',
      null,
      null,
    ]);
  });
});
