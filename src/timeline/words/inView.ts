import { partitionPoint } from '#base/binarySearch.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

import type { MarkKind } from '#timeline/layout/lane.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';

/** How much of a run a stretch of time shows. */
export interface InView {
  readonly lanes: number;
  readonly events: number;
  readonly ticks: number;
  /** The marks of failures: one that is raised, fails a Deferred and is unhandled has three. */
  readonly failures: number;
}

/** Counts what is in a stretch of time. */
export function inView({ trace, lanes }: TimelineLayout, { start, end }: TimeRange): InView {
  const count = (kinds: readonly MarkKind[]): number => {
    let sum = 0;
    for (const { rows } of lanes) {
      for (const { marks } of rows) {
        for (const kind of kinds) {
          const times = marks[kind]?.times ?? [];
          const first = partitionPoint(0, times.length, (index) => (times[index] ?? 0) >= start);
          sum += partitionPoint(first, times.length, (index) => (times[index] ?? 0) > end) - first;
        }
      }
    }
    return sum;
  };
  return {
    lanes: lanes.length,
    events: trace.countUntil(end, true) - trace.countUntil(start, false),
    ticks: count(['tick']),
    failures: count(['failure', 'unhandled']),
  };
}
