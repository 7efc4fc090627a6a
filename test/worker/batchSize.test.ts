import { expect, test } from 'vitest';

import { createBatchSize, MOST_BATCH_EVENTS } from '#worker/batchSize.ts';

/** The sizes of batches on a page that takes so many events in a millisecond, each a full one. */
function sizes(perMillisecond: number, batches: number): readonly number[] {
  const size = createBatchSize();
  return Array.from({ length: batches }, () => {
    const { events } = size;
    size.took(events, events / perMillisecond);
    return events;
  });
}

test('a page that is quick gets larger batches, up to 65,536 events', () => {
  expect(sizes(20_000, 5)).toEqual([8192, 16_384, 32_768, MOST_BATCH_EVENTS, MOST_BATCH_EVENTS]);
});

test('a page that is slow gets smaller ones, so that none takes longer than a frame', () => {
  const settled = [200, 400, 1000, 3000].map((speed) => (sizes(speed, 10).at(-1) ?? 0) / speed);
  expect(settled.map((time) => time <= 16)).toEqual([true, true, true, true]);
});

test('a batch is never smaller than 1,024 events, and a small one that is quick says nothing', () => {
  const size = createBatchSize();
  size.took(100, 1);
  const before = size.events;
  for (let batch = 0; batch < 10; batch += 1) size.took(size.events, 1000);
  expect([before, size.events]).toEqual([8192, 1024]);
});
