import { partitionPoint } from '#base/binarySearch.ts';

import type { Lane } from '#timeline/layout/lane.ts';

/**
 * The next event of some lanes in a direction from the last of `count` events that have happened,
 * by its sequence number; null where there is none.
 */
export function nextLaneEvent(
  lanes: readonly Lane[],
  count: number,
  direction: 1 | -1,
): number | null {
  const found = lanes.flatMap(({ events }) => {
    const from = direction === 1 ? count : count - 1;
    const index = partitionPoint(0, events.length, (at) => (events[at] ?? 0) >= from);
    const event = direction === 1 ? events[index] : events[index - 1];
    return event === undefined ? [] : [event];
  });
  if (found.length === 0) return null;
  return direction === 1 ? Math.min(...found) : Math.max(...found);
}
