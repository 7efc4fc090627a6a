import type { Seconds } from '#base/units.ts';
import { useStudio } from '#store/useStudio.ts';

import { nextLaneEvent } from './laneEvents.ts';
import type { Lane } from '#timeline/layout/lane.ts';
import type { LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import type { TimelineAction } from './timelineKeys.ts';
import { pixelLength } from '#timeline/time/pixelLength.ts';
import { roundedTo } from '#timeline/time/snap.ts';
import { timeAt, type TimeRange, type TimeScale } from '#timeline/time/timeScale.ts';
import type { TimeWindowControls } from '#timeline/time/useTimeWindow.ts';

/** How much more a zoom shows, and which part of the width a pan moves. */
const ZOOM = 1.5;
const PAN = 0.15;

/** The middle half of what is seen, as far as it is of the run. */
function middleOf(scale: TimeScale): TimeRange {
  const resolution = pixelLength(scale, scale.width / 2);
  const at = (part: number): Seconds =>
    Math.max(0, roundedTo(timeAt(scale, scale.width * part), resolution));
  return { start: at(1 / 4), end: at(3 / 4) };
}

/** What the keys of the timeline do. */
export function useTimelineActions(
  window: TimeWindowControls,
  lanes: readonly Lane[],
  { shown, positions }: LaneGeometry,
  selectedLanes: ReadonlySet<number>,
  filterLanes: () => void,
): (action: TimelineAction) => void {
  const studio = useStudio();
  const selectLane = (by: 1 | -1): void => {
    const { nodes } = studio.run.getState().trace.header;
    // From the last or the first selected one; the reactor's lane cannot be selected.
    const selected = [...selectedLanes].flatMap((lane) => positions.get(lane) ?? []);
    const from = by === 1 ? Math.max(0, ...selected) : Math.min(shown.length, ...selected);
    const lane = shown[Math.min(Math.max(1, from + by), shown.length - 1)];
    const node = lane === undefined ? undefined : nodes[lane - 1];
    if (node !== undefined) studio.select({ nodes: [node.id], event: null });
  };
  const stepInLane = (direction: 1 | -1): void => {
    const among =
      selectedLanes.size === 0
        ? lanes
        : // Of a folded service, what is folded into it as well.
          lanes.filter(
            (_, lane) =>
              selectedLanes.has(lane) || selectedLanes.has(shown[positions.get(lane) ?? 0] ?? 0),
          );
    const event = nextLaneEvent(among, studio.now.getState().count, direction);
    if (event === null) return;
    studio.pause();
    studio.seekEvent(event + 1);
    studio.select({ event });
  };
  const actions: Readonly<Record<TimelineAction, () => void>> = {
    zoomIn: () => window.zoomHere(1 / ZOOM),
    zoomOut: () => window.zoomHere(ZOOM),
    panLeft: () => window.pan(-PAN * window.scale.width),
    panRight: () => window.pan(PAN * window.scale.width),
    fit: () => window.fit(),
    fitOrSelection: () => {
      if (studio.view.getState().window === null) studio.zoomToSelection();
      else window.fit();
    },
    filterLanes,
    table: () => studio.setShowsTable(!studio.view.getState().showsTable),
    foldIdle: () => studio.setFoldsIdle(!studio.view.getState().foldsIdle),
    selectRange: () => studio.setRange(middleOf(window.scale)),
    clearRange: () => studio.setRange(null),
    step: () => studio.step(),
    stepBack: () => studio.stepBack(),
    toStart: () => studio.toStart(),
    toEnd: () => studio.toEnd(),
    nextEvent: () => stepInLane(1),
    previousEvent: () => stepInLane(-1),
    nextLane: () => selectLane(1),
    previousLane: () => selectLane(-1),
  };
  return (action) => actions[action]();
}
