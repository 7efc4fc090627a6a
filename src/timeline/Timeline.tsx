import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';
import { knownUntil } from '#store/knownUntil.ts';
import { useBreakpointHits, useRun, useSchedule, useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import type { Scene } from './draw/painter.ts';
import type { TimelinePicture } from './image/PictureMenu.tsx';
import { BreakpointMarks } from './BreakpointMarks.tsx';
import { Lanes } from './Lanes.tsx';
import { LaneFilter } from './lanes/LaneFilter.tsx';
import { LaneNames } from './lanes/LaneNames.tsx';
import { useLaneEntries } from './lanes/useLaneEntries.ts';
import { lanesBetween } from './layout/laneGeometry.ts';
import { Overview } from './overview/Overview.tsx';
import { Playhead } from './Playhead.tsx';
import styles from './Timeline.module.css';
import { timelineMove } from './gestures/timelineKeys.ts';
import { useCalendar } from './time/useCalendar.ts';
import { useFolding } from './time/useFolding.ts';
import { TimelineTable } from './table/TimelineTable.tsx';
import { rangeOf } from './time/timeScale.ts';
import { TimelineTools } from './TimelineTools.tsx';
import { useElementSize } from './useElementSize.ts';
import { RangeBand } from './range/RangeBand.tsx';
import { RangePanel } from './range/RangePanel.tsx';
import { selectionRange } from './range/selectionRange.ts';
import { useZoomToSelection } from './range/useZoomToSelection.ts';
import { useFollowPlayhead } from './time/useFollowPlayhead.ts';
import { usePainter } from './usePainter.ts';
import { useRevealEvent } from './time/useRevealEvent.ts';
import { usePinnedLayout } from './layout/usePinnedLayout.ts';
import { useRevealLane } from './layout/useRevealLane.ts';
import { useTimelineCommands } from './gestures/useTimelineCommands.ts';
import { useTimelineLayout } from './layout/useTimelineLayout.ts';
import { useTimeWindow } from './time/useTimeWindow.ts';

interface TimelineProps {
  /** Saves a picture of it as a file. */
  readonly savePicture: (picture: Promise<TimelinePicture>) => void;
}

/**
 * The run as a picture: a lane a node over virtual time, with the reactor's own lane on top. The
 * playhead stands at the instant that all views show.
 */
export function Timeline({ savePicture }: TimelineProps): ReactNode {
  const run = useRun();
  const isEmpty = useSchedule().nodes.length === 0;
  const selection = useView((view) => view.selection);
  const range = useView((view) => view.range);
  const hits = useBreakpointHits();
  const calendar = useCalendar();
  /** What the lanes are filtered by; null: they are not. */
  const [filter, setFilter] = useState<string | null>(null);
  /** How often the filter was asked for. */
  const [filterAsks, setFilterAsks] = useState(0);
  const entries = useLaneEntries(run.trace.header, filter ?? '');
  const laidOut = useTimelineLayout(run, entries);
  const { layout, geometry } = laidOut;
  const until = knownUntil(run);

  const scroller = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const rulerCanvas = useRef<HTMLCanvasElement>(null);
  const lanesCanvas = useRef<HTMLCanvasElement>(null);
  const { width } = useElementSize(view);
  const { height } = useElementSize(scroller);
  const [scrollTop, setScrollTop] = useState<CssPixels>(0);

  const foldsIdle = useView((view) => view.foldsIdle);
  const [canDraw] = useState(hasCanvas);
  const showsTable = useView((view) => view.showsTable) || !canDraw;
  const window = useTimeWindow(until, width, useFolding(laidOut, until, foldsIdle));
  const { scale } = window;
  const selectedLanes = lanesOf(layout.trace.header.nodes, selection.nodes);
  const move = useTimelineCommands(window, layout.lanes, geometry, selectedLanes, {
    isFiltering: filter !== null,
    filterLanes: () => {
      setFilter((before) => before ?? '');
      setFilterAsks((count) => count + 1);
    },
  });
  const scene: Scene = {
    layout,
    geometry,
    scale,
    height,
    knownUntil: until,
    horizon: until > run.program.horizon ? run.program.horizon : null,
    selectedLanes,
    selectedEvent: selection.event,
    hits,
    calendar,
    pinned: usePinnedLayout(entries),
  };
  usePainter({ ruler: rulerCanvas, lanes: lanesCanvas, scroller }, scene);
  useZoomToSelection(window.show, () =>
    selectionRange(layout, { event: selection.event, lanes: selectedLanes, range }, until),
  );
  useFollowPlayhead(window.reveal);
  const isKnown = selection.event !== null && selection.event < layout.length;
  const selectedEvent = isKnown ? selection.event : null;
  const revealedLane =
    selectedEvent === null ? Math.min(...selectedLanes) : layout.trace.nodeAt(selectedEvent) + 1;
  const eventTime = selectedEvent === null ? null : layout.trace.timeAt(selectedEvent);
  useRevealEvent(window.reveal, eventTime, selectedEvent);
  useRevealLane(scroller, geometry, revealedLane, selectedEvent);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const to = event.defaultPrevented ? null : timelineMove(event);
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  const { first, last } = lanesBetween(geometry, scrollTop, scrollTop + height);

  return (
    // The keys act on what has the focus inside: the drawing, the playhead or a lane's name.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys act on what has the focus inside
    <section
      aria-label={t('Timeline')}
      data-printed="timeline"
      className={styles.timeline}
      data-commands="timeline"
      onKeyDown={onKeyDown}
    >
      <Overview {...{ laidOut, window }} knownUntil={until} />
      <div className={styles.head}>
        <TimelineTools {...{ scene, scroller, savePicture }} />
        <div className={styles.ruler}>
          <canvas ref={rulerCanvas} style={{ width: scale.width }} aria-hidden="true" />
        </div>
      </div>
      {filter === null ? null : (
        <LaneFilter
          text={filter}
          asks={filterAsks}
          shown={geometry.positions.size - 1}
          all={layout.lanes.length - 1}
          onChange={setFilter}
          onClose={() => {
            setFilter(null);
            scroller.current
              ?.closest('section')
              ?.querySelector<HTMLElement>('[data-command="filterLanes"]')
              ?.focus();
          }}
        />
      )}
      <div className={styles.body}>
        <div
          ref={scroller}
          className={styles.scroller}
          data-scroller
          data-covered={showsTable}
          onScroll={(event) => {
            setScrollTop(event.currentTarget.scrollTop);
          }}
        >
          <div className={styles.content} style={{ minHeight: geometry.height }}>
            <LaneNames
              header={layout.trace.header}
              onFilter={setFilter}
              {...{ entries, geometry, first, last, selectedLanes }}
            />
            <Lanes
              {...{ laidOut, window, view, scroller }}
              canvas={lanesCanvas}
              size={{ width, height }}
              knownUntil={until}
              calendar={calendar}
            />
          </div>
          {isEmpty ? (
            <p className={styles.empty}>{t('Add a node: its lane appears here')}</p>
          ) : null}
          {!isEmpty && entries.length === 1 && filter !== null ? (
            <p className={styles.empty}>
              {t('No lane matches. Esc in the filter shows all of them')}
            </p>
          ) : null}
        </div>
        {showsTable ? (
          <div className={styles.table}>
            <TimelineTable {...{ layout, entries }} range={rangeOf(scale)} knownUntil={until} />
          </div>
        ) : null}
        <RangeBand scale={scale} knownUntil={until} />
      </div>
      {range === null ? null : (
        <RangePanel
          {...{ range, laidOut, selectedLanes }}
          knownUntil={until}
          onZoom={() => {
            window.show(range);
          }}
        />
      )}
      <BreakpointMarks scale={scale} />
      <Playhead window={window} knownUntil={until} calendar={calendar} />
    </section>
  );
}

/** Whether the browser gives canvases to draw on. */
function hasCanvas(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}

/** The indexes of the lanes of some nodes; the reactor's lane is the one before them all. */
function lanesOf(
  nodes: readonly { readonly id: string }[],
  ids: readonly string[],
): ReadonlySet<number> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return new Set();
  return new Set(nodes.flatMap(({ id }, index) => (wanted.has(id) ? [index + 1] : [])));
}
