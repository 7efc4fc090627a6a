import { COLOURS, type Colours } from '#timeline/draw/colours.ts';
import type { Picture } from '#timeline/draw/picture.ts';
import { laneGeometry } from '#timeline/layout/laneGeometry.ts';
import { createTimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import type { Schedule } from '#schedule/schema.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { run } from '../support/runs.ts';

/** Colours whose values are their names. */
export const COLOUR_NAMES = Object.fromEntries(
  Object.keys(COLOURS).map((name) => [name, name]),
) as Colours;

/** The picture of a whole run from 0 to `end`, ten pixels a second, with the playhead at its end. */
export function pictureOf(document: Schedule, end: number, parts: Partial<Picture> = {}): Picture {
  const { trace, end: runEnd } = run(document);
  const layout = createTimelineLayout(trace);
  layout.extend();
  const scale = timeScale({ start: 0, end }, end * 10);
  const playhead = parts.playhead ?? { time: runEnd.time, count: trace.length };
  const knownUntil = parts.knownUntil ?? runEnd.time;
  return {
    layout,
    geometry: laneGeometry(layout.lanes),
    scale,
    frame: frameOf(scale, playhead.count, knownUntil),
    height: 400,
    scrollTop: 0,
    playhead,
    knownUntil,
    horizon: null,
    selectedLanes: new Set(),
    selectedEvent: null,
    colours: COLOUR_NAMES,
    ...parts,
  };
}
