import type { Seconds } from '#base/units.ts';
import type { Command } from '#commands/commandBoard.ts';
import type { TIMELINE_COMMANDS } from '#commands/timelineCommands.ts';
import { useProvideCommands } from '#commands/useCommands.ts';
import { useStudio, useView } from '#store/useStudio.ts';

import { nextLaneEvent } from './laneEvents.ts';
import type { Lane } from '#timeline/layout/lane.ts';
import type { LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import type { TimelineMove } from './timelineKeys.ts';
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

type TimelineCommand = (typeof TIMELINE_COMMANDS)[number]['id'];

/** Provides the commands of the timeline; gives what the keys that move do. */
export function useTimelineCommands(
  window: TimeWindowControls,
  lanes: readonly Lane[],
  { shown, positions }: LaneGeometry,
  selectedLanes: ReadonlySet<number>,
  { isFiltering, filterLanes }: { readonly isFiltering: boolean; readonly filterLanes: () => void },
): (move: TimelineMove) => void {
  const studio = useStudio();
  const foldsIdle = useView((view) => view.foldsIdle);
  const showsTable = useView((view) => view.showsTable);
  const hasRange = useView((view) => view.range !== null);
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
  const toggled = (name: 'foldsIdle' | 'showsTable'): boolean => !studio.view.getState()[name];
  const always = (run: () => void): Command => ({ enabled: true, run });
  const commands: Readonly<Record<TimelineCommand, Command>> = {
    timelineZoomIn: always(() => window.zoomHere(1 / ZOOM)),
    timelineZoomOut: always(() => window.zoomHere(ZOOM)),
    timelinePanLeft: always(() => window.pan(-PAN * window.scale.width)),
    timelinePanRight: always(() => window.pan(PAN * window.scale.width)),
    timelineFit: always(() => {
      if (studio.view.getState().window === null) studio.zoomToSelection();
      else window.fit();
    }),
    filterLanes: { enabled: true, pressed: isFiltering, run: filterLanes },
    timelineTable: {
      enabled: true,
      pressed: showsTable,
      run: () => studio.setShowsTable(toggled('showsTable')),
    },
    foldIdle: {
      enabled: true,
      pressed: foldsIdle,
      run: () => studio.setFoldsIdle(toggled('foldsIdle')),
    },
    selectRange: always(() => studio.setRange(middleOf(window.scale))),
    clearRange: { enabled: hasRange, run: () => studio.setRange(null) },
    nextInLane: always(() => stepInLane(1)),
    previousInLane: always(() => stepInLane(-1)),
  };
  useProvideCommands(commands);
  const moves: Readonly<Record<TimelineMove, () => void>> = {
    step: () => studio.step(),
    stepBack: () => studio.stepBack(),
    toStart: () => studio.toStart(),
    toEnd: () => studio.toEnd(),
    nextLane: () => selectLane(1),
    previousLane: () => selectLane(-1),
  };
  return (move) => moves[move]();
}
