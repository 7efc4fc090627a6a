import fc from 'fast-check';
import { expect, test } from 'vitest';

import { textHash } from '#base/textHash.ts';

test('texts that differ have other marks', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => (textHash(a) === textHash(b)) === (a === b)),
  );
  const near = ['ab', 'ba', 'abc', 'a b', '', ' ', '  ', 'aa', 'aaa'];
  expect(new Set(near.map(textHash)).size).toBe(near.length);
});
