import { countWithin } from '#base/sortedNumbers.ts';
import type { LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

/** How much of a run a stretch of time shows. */
export interface InView {
  /** The lanes that are shown, those that are folded away in a service among them. */
  readonly lanes: number;
  /** All lanes, those that a filter leaves out among them. */
  readonly allLanes: number;
  /** What happens in the lanes that are shown. */
  readonly events: number;
  readonly ticks: number;
  /** Failures that began, each counted once. */
  readonly failures: number;
  /** Failures that nobody handled. */
  readonly unhandled: number;
}

/** Counts what is in a stretch of time, in the lanes that are shown. */
export function inView(
  { trace, lanes }: TimelineLayout,
  { places }: Pick<LaneGeometry, 'places'>,
  { start, end }: TimeRange,
): InView {
  const first = trace.countUntil(start, false);
  const last = trace.countUntil(end, true) - 1;
  const seen = { lanes: 0, events: 0, ticks: 0, failures: 0, unhandled: 0 };
  const count = (index: number): void => {
    const lane = lanes[index];
    if (lane === undefined) return;
    seen.lanes += 1;
    seen.events += countWithin(lane.events, first, last);
    seen.failures += countWithin(lane.failures, start, end);
    seen.unhandled += countWithin(lane.unhandled, start, end);
    for (const { marks } of lane.rows) {
      if (marks.tick !== undefined) seen.ticks += countWithin(marks.tick.times, start, end);
    }
  };
  for (const { lane, inside } of places) {
    count(lane);
    for (const index of inside) count(index);
  }
  return { ...seen, allLanes: lanes.length };
}
