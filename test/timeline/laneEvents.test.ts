import { expect, test } from 'vitest';

import { newLane, type Lane } from '#timeline/layout/lane.ts';
import { nextLaneEvent } from '#timeline/gestures/laneEvents.ts';

function laneWith(...events: number[]): Lane {
  return { ...newLane(0), events };
}

test('the next event of a lane is behind the last one that has happened, the previous before it', () => {
  const lanes = [laneWith(2, 5, 9)];
  const counts = [0, 3, 5, 6, 10];
  expect({
    next: counts.map((count) => nextLaneEvent(lanes, count, 1)),
    previous: counts.map((count) => nextLaneEvent(lanes, count, -1)),
  }).toEqual({ next: [2, 5, 5, 9, null], previous: [null, null, 2, 2, 5] });
});

test('of several lanes the nearest event counts', () => {
  const lanes = [laneWith(2, 9), laneWith(4, 7), laneWith()];
  expect([nextLaneEvent(lanes, 5, 1), nextLaneEvent(lanes, 8, -1)]).toEqual([7, 4]);
});
