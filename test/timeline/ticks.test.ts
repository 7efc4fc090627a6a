import { describe, expect, test } from 'vitest';

import { ticksOf } from '#timeline/time/ticks.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

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
    [0, 7200, '0, 10 min, 20 min, 30 min, 40 min, 50 min'],
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
