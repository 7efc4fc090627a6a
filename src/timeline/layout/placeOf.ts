import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';

import type { LaneRow } from './lane.ts';
import type { TimelineLayout } from './timelineLayout.ts';

/** Where an event is on the timeline. */
export interface EventPlace {
  /** The index of the lane. */
  readonly lane: number;
  /** The row of the mark or span that shows it; the first where nothing does. */
  readonly row: number;
  readonly time: Seconds;
}

/** Where an event of the layout is. */
export function placeOf({ trace, lanes }: TimelineLayout, event: number): EventPlace {
  const lane = trace.nodeAt(event) + 1;
  const row = lanes[lane]?.rows.findIndex((candidate) => shows(candidate, event)) ?? 0;
  return { lane, row: Math.max(0, row), time: trace.timeAt(event) };
}

function shows({ marks, spans, ghosts }: LaneRow, event: number): boolean {
  const series = [...Object.values(marks), ...Object.values(spans)];
  return (
    series.some(({ events }) => holds(events.length, (index) => events[index] ?? 0, event)) ||
    holds(ghosts.runs.length, (index) => ghosts.runs[index]?.event ?? 0, event)
  );
}

function holds(length: number, at: (index: number) => number, event: number): boolean {
  const index = partitionPoint(0, length, (candidate) => at(candidate) >= event);
  return index < length && at(index) === event;
}
