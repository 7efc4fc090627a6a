import { useStudio } from '#store/useStudio.ts';

import { nextLaneEvent } from './laneEvents.ts';
import type { Lane } from '#timeline/layout/lane.ts';
import type { TimelineAction } from './timelineKeys.ts';
import type { TimeWindowControls } from '#timeline/time/useTimeWindow.ts';

/** How much more a zoom shows, and which part of the width a pan moves. */
const ZOOM = 1.5;
const PAN = 0.15;

/** What the keys of the timeline do. */
export function useTimelineActions(
  window: TimeWindowControls,
  lanes: readonly Lane[],
  selectedLanes: ReadonlySet<number>,
): (action: TimelineAction) => void {
  const studio = useStudio();
  const selectLane = (by: 1 | -1): void => {
    const { nodes } = studio.run.getState().trace.header;
    if (nodes.length === 0) return;
    const from =
      by === 1 ? Math.max(0, ...selectedLanes) : Math.min(nodes.length + 1, ...selectedLanes);
    const node = nodes[Math.min(Math.max(0, from + by - 1), nodes.length - 1)];
    if (node !== undefined) studio.select({ nodes: [node.id], event: null });
  };
  const stepInLane = (direction: 1 | -1): void => {
    const among =
      selectedLanes.size === 0 ? lanes : lanes.filter((_, index) => selectedLanes.has(index));
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
    foldIdle: () => studio.setFoldsIdle(!studio.view.getState().foldsIdle),
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
