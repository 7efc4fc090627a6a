import fc from 'fast-check';
import { expect, test } from 'vitest';

import { sameJson } from '#base/sameJson.ts';

test('a value is the same as its copy', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => sameJson(value, structuredClone(value))));
});

test('the order of keys does not count, the order of items does', () => {
  expect([
    sameJson({ a: 1, b: [2] }, { b: [2], a: 1 }),
    sameJson([1, 2], [2, 1]),
    sameJson([], {}),
    sameJson({ a: 1 }, { a: 1, b: 1 }),
    sameJson({ a: null }, { b: null }),
    sameJson(1, '1'),
  ]).toEqual([true, false, false, false, false, false]);
});
