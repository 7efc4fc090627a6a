import { partitionPoint } from '#base/binarySearch.ts';
import type { Seconds } from '#base/units.ts';
import type { Lane, LaneRow } from '#timeline/layout/lane.ts';
import { placeOf } from '#timeline/layout/placeOf.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { TimeRange } from '#timeline/time/timeScale.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What is selected of a timeline. */
export interface SelectedParts {
  /** The sequence number of an event, or null. */
  readonly event: number | null;
  /** The indexes of lanes. */
  readonly lanes: ReadonlySet<number>;
}

/** Beside what is selected stands such a part of its length. */
const MARGIN = 0.06;

/** Around an instant stands so much of the time to the nearest other one. */
const AROUND = 1.25;

/**
 * The stretch of time that shows what is selected, with a margin: the span that an event opens, else
 * the event with its neighbours in time; else all that happens in lanes. Null: nothing is selected.
 */
export function selectionRange(
  layout: TimelineLayout,
  { event, lanes }: SelectedParts,
  knownUntil: Seconds,
): TimeRange | null {
  const { trace } = layout;
  if (event !== null && event < layout.length) {
    const { lane, row, time } = placeOf(layout, event);
    const end = spanEnd(layout.lanes[lane]?.rows[row], event);
    return widened(trace, { start: time, end: Math.min(end ?? time, knownUntil) });
  }
  const chosen = [...lanes].flatMap((index) => layout.lanes[index] ?? []);
  const parts = chosen.flatMap((lane) => extentOf(trace, lane, knownUntil));
  if (parts.length === 0) return null;
  return widened(trace, {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  });
}

/** When the longest span ends that an event opens in a row; undefined: it opens none. */
function spanEnd(row: LaneRow | undefined, event: number): Seconds | undefined {
  const ends = Object.values(row?.spans ?? {}).flatMap((series) => {
    const { events } = series;
    const index = partitionPoint(0, events.length, (at) => (events[at] ?? 0) >= event);
    return events[index] === event ? [series.ends[index] ?? 0] : [];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** From the first thing that happens in a lane to the last, or to the end of what is open. */
function extentOf(trace: Trace, { events, rows }: Lane, knownUntil: Seconds): TimeRange[] {
  const first = events[0];
  const last = events.at(-1);
  if (first === undefined || last === undefined) return [];
  const isOpen = rows.some(({ spans }) =>
    Object.values(spans).some(({ ends }) => ends.at(-1) === Infinity),
  );
  return [{ start: trace.timeAt(first), end: isOpen ? knownUntil : trace.timeAt(last) }];
}

/** With a margin; an instant with the nearest other one in sight. */
function widened(trace: Trace, { start, end }: TimeRange): TimeRange {
  const margin = end > start ? (end - start) * MARGIN : AROUND * nearestOther(trace, start);
  return { start: start - margin, end: end + margin };
}

function nearestOther(trace: Trace, time: Seconds): Seconds {
  const before = trace.countUntil(time, false) - 1;
  const after = trace.countUntil(time, true);
  const nearest = Math.min(
    before >= 0 ? time - trace.timeAt(before) : Infinity,
    after < trace.length ? trace.timeAt(after) - time : Infinity,
  );
  return Number.isFinite(nearest) ? nearest : Math.max(time, 1) / 2;
}
