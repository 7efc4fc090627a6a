import { useEffect, useState } from 'react';

import type { Milliseconds } from '#base/units.ts';
import type { RunInfo } from '#store/studio.ts';
import type { Trace } from '#trace/traceTable.ts';

import { laneGeometry, mergedLanes, type LaneGeometry, type ShownLane } from './laneGeometry.ts';
import { createTimelineLayout, type TimelineLayout } from './timelineLayout.ts';

/** A layout with the places of its lanes: another object whenever events came. */
export interface LaidOut {
  readonly layout: TimelineLayout;
  readonly geometry: LaneGeometry;
  /** Grows whenever the layout has. */
  readonly revision: number;
}

/** So many new events are read while rendering: some milliseconds. The others come between the frames. */
const AT_ONCE = 10_000;

/** How long is read between two frames, and how many events before a look at the clock. */
const TURN: Milliseconds = 10;
const SLICE = 2000;

/** The layout of the run, extended by the events that are new, with these of its lanes shown. */
export function useTimelineLayout({ trace }: RunInfo, places: readonly ShownLane[]): LaidOut {
  const [reader] = useState(createLayoutReader);
  const [turn, setTurn] = useState(0);
  const laidOut = reader(trace, places, trace.length, turn);
  const { layout } = laidOut;
  const isBehind = !layout.isRead;

  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => {
      const until = performance.now() + TURN;
      do layout.extend(SLICE);
      while (!layout.isRead && performance.now() < until);
      setTurn(turn + 1);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [isBehind, layout, turn]);

  return laidOut;
}

/**
 * Remembers the layout of the last trace. What has come since is read a bit, once for each length of
 * the trace: React may render as often as it likes. `turn` tells that more was read elsewhere.
 */
function createLayoutReader(): (
  trace: Trace,
  places: readonly ShownLane[],
  length: number,
  turn: number,
) => LaidOut {
  let known: LaidOut | null = null;
  let [seen, read, rows] = [0, 0, 0];
  return (trace, places, length) => {
    const layout = known?.layout.trace === trace ? known.layout : createTimelineLayout(trace);
    const isKept = known?.geometry.places === places;
    if (!isKept || known?.layout !== layout) layout.merge(mergedLanes(places));
    if (known?.layout !== layout || seen !== length || !isKept) layout.extend(AT_ONCE);
    else if (read === layout.readings) return known;
    const isSame = isKept && known?.layout === layout && rows === layout.rows;
    const before = isSame ? known?.geometry : undefined;
    known = {
      layout,
      geometry: before ?? laneGeometry(layout.lanes, places),
      revision: (known?.revision ?? 0) + 1,
    };
    [seen, read, rows] = [length, layout.readings, layout.rows];
    return known;
  };
}
