import { useEffect, useMemo, useState } from 'react';

import type { Milliseconds, Seconds } from '#base/units.ts';
import { usePinnedRun, useRun } from '#store/useStudio.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

import { mergedLanes, type ShownLane } from './laneGeometry.ts';
import type { MergedLanes } from './mergedRows.ts';
import { createTimelineLayout, type TimelineLayout } from './timelineLayout.ts';

/** A run that was pinned, as lanes to be drawn beneath those of the present one. */
export interface PinnedLayout {
  readonly layout: TimelineLayout;
  /** The index of its lane for each lane of the present run; -1 where it has no such node. */
  readonly lanes: readonly number[];
  /** The time up to which it is known. */
  readonly until: Seconds;
  /** Grows whenever the layout has. */
  readonly revision: number;
}

/** How long is read between two frames, and how many events before a look at the clock. */
const TURN: Milliseconds = 10;
const SLICE = 2000;

/**
 * The lanes of the pinned run, read a bit at a time, with these places of the present run's lanes;
 * null: none is pinned, or it is the present one.
 */
export function usePinnedLayout(places: readonly ShownLane[]): PinnedLayout | null {
  const pinned = usePinnedRun();
  const { trace } = useRun();
  const [read, setRead] = useState<{
    readonly layout: TimelineLayout;
    readonly revision: number;
  } | null>(null);
  const isOther = pinned !== null && pinned.trace !== trace;
  const known = isOther && read?.layout.trace === pinned.trace ? read : null;
  const lanes = useMemo(
    () => (pinned === null ? [] : lanesById(trace.header, pinned.trace.header)),
    [trace.header, pinned],
  );
  const merged = useMemo(() => mergedIn(lanes, places), [lanes, places]);

  useEffect(() => {
    if (!isOther) return undefined;
    const { layout, revision } = known ?? {
      layout: createTimelineLayout(pinned.trace),
      revision: 0,
    };
    layout.merge(merged);
    if (known !== null && layout.isRead) return undefined;
    const timer = setTimeout(() => {
      const until = performance.now() + TURN;
      do layout.extend(SLICE);
      while (!layout.isRead && performance.now() < until);
      setRead({ layout, revision: revision + 1 });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [isOther, pinned, known, merged]);

  if (known === null || pinned === null) return null;
  const { layout, revision } = known;
  return { layout, revision, until: pinned.until, lanes };
}

/** Which of its lanes share a row, by the lane of the present run that they are shown in. */
function mergedIn(lanes: readonly number[], places: readonly ShownLane[]): MergedLanes {
  return new Map(
    [...mergedLanes(places)].map(([shown, inside]) => [
      shown,
      inside.flatMap((lane) => {
        const own = lanes[lane] ?? -1;
        return own < 0 ? [] : [own];
      }),
    ]),
  );
}

/** The reactor's lane is the one before those of the nodes. */
function lanesById(own: TraceHeader, other: TraceHeader): readonly number[] {
  const lanes = new Map(other.nodes.map(({ id }, index) => [id, index + 1]));
  return [0, ...own.nodes.map(({ id }) => lanes.get(id) ?? -1)];
}
