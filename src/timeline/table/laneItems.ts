import { firstAbove, firstAtLeast } from '#base/sortedNumbers.ts';
import type { Seconds } from '#base/units.ts';
import { lastGhost } from '#timeline/layout/ghosts.ts';
import {
  MARK_KINDS,
  SPAN_KINDS,
  type Lane,
  type LaneRow,
  type MarkKind,
  type SpanKind,
} from '#timeline/layout/lane.ts';
import type { OwnSpan } from '#timeline/layout/sharedSpans.ts';
import { spansBetween, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';

/** Something that a lane shows: what the canvas draws, for whoever reads a table. */
export interface LaneItem {
  readonly what: MarkKind | SpanKind | 'ghost';
  /** The event that it shows, or that began it. */
  readonly event: number;
  readonly start: Seconds;
  /** Equal to `start` for a mark; `Infinity` for a span that is open. */
  readonly end: Seconds;
}

/** What a lane shows of a stretch of time, in the order of time: the first `most` of it. */
export function laneItems(lane: Lane, range: TimeRange, most: number): readonly LaneItem[] {
  return lane.rows
    .flatMap((row) => rowItems(row, range, most))
    .toSorted((a, b) => a.start - b.start || a.event - b.event)
    .slice(0, most);
}

function rowItems(
  { marks, spans, ghosts }: LaneRow,
  { start, end }: TimeRange,
  most: number,
): LaneItem[] {
  const items: LaneItem[] = [];
  for (const what of SPAN_KINDS) {
    const series = spans[what];
    if (series === undefined) continue;
    for (const span of firstSpans(series, { start, end }, most)) items.push({ what, ...span });
  }
  for (const what of MARK_KINDS) {
    const series = marks[what];
    if (series === undefined) continue;
    const { times, events } = series;
    const { length } = times;
    const first = firstAtLeast(times, start, 0, length, length >>> 1);
    const last = firstAbove(times, end, first, length);
    for (let index = first; index < Math.min(last, first + most); index += 1) {
      const time = times[index] as number;
      items.push({ what, event: events[index] as number, start: time, end: time });
    }
  }
  let told = 0;
  ghosts.eachBetween(start, end, (run) => {
    items.push({ what: 'ghost', event: run.event, start: run.first, end: lastGhost(run) });
    told += 1;
    return told >= most;
  });
  return items;
}

/** The first `most` spans that touch a range, each instance's on its own. */
function firstSpans(
  series: SpanSeries,
  { start, end }: TimeRange,
  most: number,
): readonly OwnSpan[] {
  if (series.each !== null) return series.each.earliest(start, end, most);
  const { first, last } = spansBetween(series, start, end);
  return Array.from({ length: Math.min(most, last - first) }, (_, index) => ({
    start: series.starts[first + index] as number,
    end: series.ends[first + index] as number,
    event: series.events[first + index] as number,
  }));
}
