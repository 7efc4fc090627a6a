import { describe, expect, test } from 'vitest';

import { densityShape } from '#editors/duration/densityShape.ts';
import { changeDurationKind, DURATION_KINDS, kindOf } from '#editors/duration/durationKinds.ts';
import { aboutWords, drawWords } from '#editors/duration/durationWords.ts';
import { cutPart, meanOf, quantileOf } from '#editors/duration/moments.ts';
import { durationSchema } from '#schedule/durationSchema.ts';
import type { Distribution, Duration } from '#schedule/schema.ts';

const DRAWN: readonly Distribution[] = [
  { uniform: [1, 3] },
  { exponential: 2 },
  { normal: [2, 0.5] },
  { lognormal: [2, 0.5] },
  {
    choice: [
      [1, 3],
      [5, 1],
    ],
  },
];

describe('the mean', () => {
  test('is that of the distribution', () => {
    expect([4, ...DRAWN].map((duration) => Number(meanOf(duration).toFixed(4)))).toEqual([
      4, 2, 2, 2, 2.2663, 2,
    ]);
  });

  test('of a normal is that of what is cut at 0', () => {
    // For a mean of 0 it is the deviation over the root of 2 pi.
    expect(meanOf({ normal: [0, 1] })).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 6);
    expect(meanOf({ normal: [3, 0] })).toBe(3);
    expect([cutPart(0, 1), cutPart(1, 1), cutPart(1, 0)].map((part) => part.toFixed(5))).toEqual([
      '0.50000',
      '0.15866',
      '0.00000',
    ]);
  });
});

test('a quantile is what a part of the draws does not exceed', () => {
  expect(DRAWN.map((duration) => Number(quantileOf(duration, 0.9).toFixed(4)))).toEqual([
    2.8, 4.6052, 2.6408, 3.7959, 5,
  ]);
  expect(quantileOf({ normal: [1, 5] }, 0.01)).toBe(0);
  const even: [number, number][] = [
    [3, 0.1],
    [1, 0.8],
    [2, 0.1],
  ];
  expect(quantileOf({ choice: even }, 0.9)).toBe(2);
});

describe('another kind of duration', () => {
  const starts: readonly Duration[] = [0, 1, 0.3, 1e-9, ...DRAWN];

  test('is valid, of that kind, and of about the same mean', () => {
    for (const start of starts) {
      for (const { value: kind } of DURATION_KINDS) {
        const changed = changeDurationKind(start, kind);
        expect(durationSchema.safeParse(changed).success).toBe(true);
        expect(kindOf(changed)).toBe(kind);
        expect(Math.abs(meanOf(changed) - meanOf(start))).toBeLessThan(0.2 * meanOf(start) + 1e-9);
      }
    }
  });

  test('is the same one where the kind is', () => {
    for (const start of starts) expect(changeDurationKind(start, kindOf(start))).toBe(start);
  });
});

describe('the picture', () => {
  test('of a curve reaches its top and stays in its frame', () => {
    const all: readonly Distribution[] = [
      ...DRAWN.slice(0, 4),
      { lognormal: [1, 1e-6] },
      { lognormal: [1, 10] },
      { normal: [1, 3] },
      { uniform: [0, 1e-9] },
    ];
    for (const distribution of all) {
      const { curve } = densityShape(distribution);
      const heights = curve.map(([, height]) => height);
      expect(Math.max(...heights)).toBe(1);
      expect(heights.every((height) => height >= 0)).toBe(true);
      expect([curve[0]?.[0], curve.at(-1)?.[0]]).toEqual([0, 1]);
    }
  });

  test('of single values is a stick for each, as high as it is likely', () => {
    const { from, to, curve, sticks } = densityShape(DRAWN[4]!);
    expect({ from, to, curve, sticks }).toEqual({
      from: 0.5,
      to: 5.5,
      curve: [],
      sticks: [
        [0.1, 1],
        [0.9, 1 / 3],
      ],
    });
  });

  test('of a value that stands there twice has one stick for both', () => {
    const choice: [number, number][] = [
      [1, 1],
      [2, 1],
      [1, 1],
    ];
    expect(densityShape({ choice }).sticks).toEqual([
      [0.1, 1],
      [0.9, 0.5],
    ]);
  });

  test('of what is always the same is one stick in the middle', () => {
    const flat: readonly Distribution[] = [
      { uniform: [2, 2] },
      { exponential: 0 },
      { normal: [2, 0] },
      { lognormal: [2, 0] },
      { lognormal: [0, 1] },
    ];
    for (const distribution of flat) {
      const { curve, sticks } = densityShape(distribution);
      expect([curve, sticks]).toEqual([[], [[0.5, 1]]]);
    }
  });

  test('of a normal that is cut at 0 has a stick for what is cut', () => {
    expect(densityShape({ normal: [2, 0.5] }).sticks).toEqual([]);
    const [stick] = densityShape({ normal: [1, 1] }).sticks;
    expect(stick?.[0]).toBe(0);
    expect(stick?.[1]).toBeCloseTo(0.1587, 4);
  });
});

test('a distribution is said by its mean and by what most draws do not exceed', () => {
  expect(DRAWN.map(drawWords)).toEqual([
    '2 s on average; 9 of 10 are at most 2.8 s',
    '2 s on average; 9 of 10 are at most 4.61 s',
    '2 s on average; 9 of 10 are at most 2.64 s',
    '2.27 s on average; 9 of 10 are at most 3.8 s',
    '2 s on average; 9 of 10 are at most 5 s',
  ]);
  expect([0, 2e-7, 0.0042, 0.25, 90, 150, 5400, 7200].map(aboutWords)).toEqual([
    '0 s',
    '2e-7 s',
    '4.2 ms',
    '250 ms',
    '90 s',
    '2.5 min',
    '90 min',
    '2 h',
  ]);
});
