import { expect, test } from 'vitest';

import { Fifo } from '#base/fifo.ts';

test('what goes in comes out in the same order, also through thousands', () => {
  const fifo = new Fifo<number>();
  const taken: (number | undefined)[] = [];
  let next = 0;
  for (let round = 0; round < 100; round += 1) {
    for (let push = 0; push < 97; push += 1) fifo.push(next++);
    for (let shift = 0; shift < 61; shift += 1) taken.push(fifo.shift());
  }
  expect(fifo.length).toBe(9700 - 6100);
  while (fifo.length > 0) taken.push(fifo.shift());
  expect(taken).toEqual(Array.from({ length: 9700 }, (_, index) => index));
  expect(fifo.shift()).toBeUndefined();
});
