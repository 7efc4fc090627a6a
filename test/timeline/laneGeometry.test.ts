import { expect, test } from 'vitest';

import { newLane, newRow } from '#timeline/layout/lane.ts';
import { laneAt, laneGeometry, lanesBetween, rowAtHeight } from '#timeline/layout/laneGeometry.ts';

test('lanes stand below each other, each as high as its rows', () => {
  const tall = newLane(0);
  tall.rows.push(newRow(), newRow());
  const geometry = laneGeometry([newLane(-1), tall, newLane(1)]);
  expect({
    geometry: { shown: geometry.shown, tops: geometry.tops, height: geometry.height },
    at: [0, 31, 32, 103, 104, 135, 136, -1].map((y) => laneAt(geometry, y)),
    rows: [0, 6, 26, 46, 71].map((y) => rowAtHeight(tall.rows.length, y)),
  }).toEqual({
    geometry: { shown: [0, 1, 2], tops: [0, 32, 104, 136], height: 136 },
    at: [0, 0, 1, 1, 2, 2, null, null],
    rows: [0, 0, 1, 2, 2],
  });
});

test('of a thousand lanes only those in view are found', () => {
  const geometry = laneGeometry(Array.from({ length: 1000 }, (_, index) => newLane(index)));
  expect([
    lanesBetween(geometry, 0, 64),
    lanesBetween(geometry, 3210, 3300),
    lanesBetween(geometry, 31_990, 32_100),
  ]).toEqual([
    { first: 0, last: 2 },
    { first: 100, last: 104 },
    { first: 999, last: 1000 },
  ]);
});
