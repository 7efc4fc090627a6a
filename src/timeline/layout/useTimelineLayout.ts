import { useState } from 'react';

import type { RunInfo } from '#store/studio.ts';
import type { Trace } from '#trace/traceTable.ts';

import { laneGeometry, type LaneGeometry, type ShownLane } from './laneGeometry.ts';
import { createTimelineLayout, type TimelineLayout } from './timelineLayout.ts';

/** A layout with the places of its lanes: another object whenever events came. */
export interface LaidOut {
  readonly layout: TimelineLayout;
  readonly geometry: LaneGeometry;
  readonly revision: number;
}

/** The layout of the run, extended by the events that are new, with these of its lanes shown. */
export function useTimelineLayout(run: RunInfo, places: readonly ShownLane[]): LaidOut {
  const [reader] = useState(createLayoutReader);
  return reader(run.trace, run.revision, places);
}

/**
 * Remembers the layout of the last trace. Reading a revision twice changes nothing, so React may
 * render as often as it likes.
 */
function createLayoutReader(): (
  trace: Trace,
  revision: number,
  places: readonly ShownLane[],
) => LaidOut {
  let known: LaidOut | null = null;
  return (trace, revision, places) => {
    const isSamePlaces = known?.geometry.places === places;
    if (isSamePlaces && known?.layout.trace === trace && known.layout.length === trace.length) {
      known = known.revision === revision ? known : { ...known, revision };
      return known;
    }
    const isSame = known?.layout.trace === trace;
    const layout = isSame && known !== null ? known.layout : createTimelineLayout(trace);
    const { rows } = layout;
    layout.extend();
    const isSameHeight = isSame && isSamePlaces && rows === layout.rows;
    const geometry =
      isSameHeight && known !== null ? known.geometry : laneGeometry(layout.lanes, places);
    known = { layout, geometry, revision };
    return known;
  };
}
