import fc from 'fast-check';
import { expect, test } from 'vitest';

import { firstAbove, firstAtLeast } from '#base/sortedNumbers.ts';

const numbers = fc
  .array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true })))
  .map((some) => some.toSorted((a, b) => a - b));

test('the first of a value is found from any guess, within any bounds', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.oneof(fc.integer({ min: -6, max: 6 }), fc.double({ noNaN: true })),
      fc.nat(20),
      fc.nat(20),
      fc.integer({ min: -5, max: 40 }),
      (values, value, start, length, guess) => {
        const from = Math.min(start, values.length);
        const to = Math.min(from + length, values.length);
        const find = (isIt: (one: number) => boolean): number => {
          const at = values.slice(from, to).findIndex(isIt);
          return at === -1 ? to : from + at;
        };
        expect([
          firstAtLeast(values, value, from, to, guess),
          firstAbove(values, value, from, to, guess),
        ]).toEqual([find((one) => one >= value), find((one) => one > value)]);
      },
    ),
    { numRuns: 500 },
  );
});
