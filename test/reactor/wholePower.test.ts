import { expect, test } from 'vitest';

import { wholePower } from '#reactor/wholePower.ts';

// Right-hand sides as Python computes them.
test.each([
  [1.5, 0, 1],
  [1.5, 10, 57.6650390625],
  [1.5, 100, 4.065611775352152e17],
  [1e10, 29, 1e290],
  [1e10, 31, Infinity],
  [0, 100, 0],
  [-1.1, 7, -1.9487171000000012],
  [0.1, 100, 1.0000000000000056e-100],
  [1e-300, 1, 1e-300],
  [1e-200, 2, 0],
  [1.1, 100, 13780.61233982238],
])('%d to the power of %d is %d, to the last bit', (base, exponent, power) => {
  expect(wholePower(base, exponent)).toBe(power);
});
