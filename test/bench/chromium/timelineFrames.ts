import '#ui/theme.css';

import type { Seconds } from '#base/units.ts';
import { createPainter, type Painter, type Scene } from '#timeline/draw/painter.ts';
import { laneGeometry, type LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import { MARK_KINDS, SPAN_KINDS, type Lane } from '#timeline/layout/lane.ts';
import { createTimelineLayout, type TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { timeScale, xOf, type TimeScale } from '#timeline/time/timeScale.ts';

import type { Done } from '../workload.ts';
import { denseTrace } from '../workloads/denseTrace.ts';
import type { PageTask } from './pageTask.ts';

const SIZE = { width: 1600, height: 600 };

/** How many frames a round has at full scale. */
const FRAMES = 120;

/** How much closer each frame looks, and by which part of the width it moves. */
const ZOOM = 0.96;
const PAN = 0.013;

let known: {
  readonly events: number;
  readonly layout: TimelineLayout;
  readonly geometry: LaneGeometry;
} | null = null;
let places: { readonly ruler: HTMLCanvasElement; readonly lanes: HTMLCanvasElement } | null = null;
let painter: Painter | null = null;

/** The timeline of the app over a million events. */
export const framesOfAMillion: PageTask = {
  prepare: (scale) => prepare(1e6 * scale),
  run: (scale) => show(FRAMES * scale, paintedByTheApp),
};

/** The same over ten million. */
export const framesOfTenMillion: PageTask = {
  prepare: (scale) => prepare(1e7 * scale),
  run: (scale) => show(FRAMES * scale, paintedByTheApp),
};

/** Everything that a million events have is a rectangle of its own. */
export const framesOfRectangles: PageTask = {
  prepare: (scale) => prepare(1e6 * scale),
  run: () => show(2, paintedAsRectangles),
};

async function prepare(events: number): Promise<void> {
  if (known?.events !== events) {
    const layout = createTimelineLayout(denseTrace(events));
    layout.extend();
    known = { events, layout, geometry: laneGeometry(layout.lanes) };
  }
  if (places === null) {
    places = { ruler: document.createElement('canvas'), lanes: document.createElement('canvas') };
    document.body.replaceChildren(places.ruler, places.lanes);
  }
  const { length } = known.layout;
  painter ??= createPainter({
    ...places,
    scrollTop: () => 0,
    playhead: () => ({ time: endOf(length) / 2, count: length / 2 }),
  });
  await frame();
}

function endOf(count: number): number {
  return known?.layout.trace.timeAt(count - 1) ?? 1;
}

async function show(frames: number, paint: (scale: TimeScale) => void): Promise<Done> {
  const end = endOf(known?.layout.length ?? 1);
  let [start, length] = [0, end];
  for (let shown = 0; shown < frames; shown += 1) {
    await frame();
    paint(timeScale({ start, end: start + length }, SIZE.width));
    start += length * (1 - ZOOM) * 0.5 + length * PAN;
    length *= ZOOM;
  }
  await frame();
  return { operations: frames };
}

function paintedByTheApp(scale: TimeScale): void {
  if (known === null || painter === null) throw new Error('Nothing is prepared.');
  const { layout, geometry } = known;
  const end = endOf(layout.length);
  painter.show({
    layout,
    geometry,
    scale,
    height: SIZE.height,
    knownUntil: end,
    horizon: null,
    selectedLanes: new Set(),
    selectedEvent: null,
  } satisfies Scene);
}

function paintedAsRectangles(scale: TimeScale): void {
  const context = places?.lanes.getContext('2d');
  if (context === null || context === undefined || known === null) {
    throw new Error('Nothing is prepared.');
  }
  context.canvas.width = SIZE.width;
  context.canvas.height = SIZE.height;
  known.layout.lanes.forEach((lane, index) => rectangles(context, lane, 32 * index + 10, scale));
}

function rectangles(
  context: CanvasRenderingContext2D,
  lane: Lane,
  y: number,
  scale: TimeScale,
): void {
  const fill = (from: Seconds, to: Seconds): void => {
    const x = xOf(scale, from);
    const end = xOf(scale, to);
    if (end >= 0 && x <= scale.width) context.fillRect(x, y, Math.max(2, end - x), 12);
  };
  for (const { spans, tails, ghosts, marks } of lane.rows) {
    SPAN_KINDS.forEach((kind, index) => {
      context.fillStyle = `hsl(${index * 36} 30% 80%)`;
      const { starts, ends } = spans[kind] ?? { starts: [], ends: [] };
      starts.forEach((start, at) => fill(start, ends[at] ?? start));
    });
    context.fillStyle = 'orange';
    tails.times.forEach((time, at) => fill(-(tails.dues.values[at] ?? 0), time));
    for (const { first, interval, count } of ghosts.runs) {
      for (let at = 0; at < count; at += 1) fill(first + at * interval, first + at * interval);
    }
    MARK_KINDS.forEach((kind, index) => {
      context.fillStyle = `hsl(${index * 36} 60% 50%)`;
      for (const time of marks[kind]?.times ?? []) fill(time, time);
    });
  }
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
