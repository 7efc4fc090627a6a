import { expect } from 'vitest';

/** Equal to a number but for its last digits, inside a larger expected value. */
export function about(value: number, digits = 9): unknown {
  return expect.closeTo(value, digits);
}
