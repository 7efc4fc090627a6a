import type { CssPixels, Seconds } from '#base/units.ts';
import type { LaneGeometry } from '#timeline/layout/laneGeometry.ts';
import type { PinnedLayout } from '#timeline/layout/usePinnedLayout.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { Frame } from '#timeline/shapes/frame.ts';
import type { Calendar } from '#timeline/time/calendar.ts';
import type { TimeScale } from '#timeline/time/timeScale.ts';

import type { Colours } from './colours.ts';

/** What the lanes show: all that drawing them needs to know. */
export interface Picture {
  readonly layout: TimelineLayout;
  readonly geometry: LaneGeometry;
  readonly scale: TimeScale;
  /** What its shapes have in common: of this scale and playhead. */
  readonly frame: Frame;
  /** The height of what is seen. */
  readonly height: CssPixels;
  /** The height that has been scrolled past. */
  readonly scrollTop: CssPixels;
  readonly playhead: PlayheadPlace;
  /** The time up to which the run is known: an open span goes so far. */
  readonly knownUntil: Seconds;
  /** The document's horizon, where the run has gone on beyond it. */
  readonly horizon: Seconds | null;
  /** The indexes of the lanes whose nodes are selected. */
  readonly selectedLanes: ReadonlySet<number>;
  /** The sequence number of the selected event. */
  readonly selectedEvent: number | null;
  readonly colours: Colours;
  /** A run to be drawn faintly beneath; null: there is none. */
  readonly pinned?: PinnedLayout | null;
  /** The dates of the run; null: it has none. */
  readonly calendar?: Calendar | null;
}

/** The instant under the playhead: what lies after it is faint. */
export interface PlayheadPlace {
  readonly time: Seconds;
  /** How many events have happened. */
  readonly count: number;
}

/** How much is left of the colour of what lies after the playhead. */
export const FAINT = 0.4;
