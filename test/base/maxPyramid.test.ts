import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MaxPyramid } from '#base/maxPyramid.ts';

test('the largest of a stretch and the next of a size are those that a scan finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 900 }),
      fc.nat(900),
      fc.nat(900),
      fc.integer({ min: -60, max: 60 }),
      (values, from, to, least) => {
        const pyramid = new MaxPyramid();
        for (const value of values) pyramid.push(value);
        const next = values.findIndex((value, index) => index >= from && value >= least);
        expect([pyramid.maxOf(from, to), pyramid.nextAtLeast(from, least)]).toEqual([
          Math.max(-Infinity, ...values.slice(from, to)),
          next === -1 ? values.length : next,
        ]);
      },
    ),
    { numRuns: 500 },
  );
});

test('it grows to levels of levels', () => {
  const pyramid = new MaxPyramid();
  for (let value = 0; value < 10_000; value += 1) pyramid.push(-Math.abs(value - 5000));
  expect([
    pyramid.maxOf(0, 10_000),
    pyramid.maxOf(6000, 10_000),
    pyramid.nextAtLeast(0, -10),
    pyramid.nextAtLeast(5011, -10),
  ]).toEqual([-0, -1000, 4990, 10_000]);
});
