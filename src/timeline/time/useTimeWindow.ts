import type { CssPixels, Seconds } from '#base/units.ts';
import { useStudio, useView } from '#store/useStudio.ts';

import { drawnTime, trueTime, type Folding } from './folding.ts';
import {
  drawnRangeOf,
  pannedBy,
  showing,
  timeScale,
  wholeRun,
  withinRun,
  xOf,
  zoomedAt,
} from './timeScale.ts';
import type { TimeRange, TimeScale } from './timeScale.ts';
import type { WheelMove } from '#timeline/gestures/wheelMove.ts';

/** What the timeline shows of the time, and how to show something else. */
export interface TimeWindowControls {
  readonly scale: TimeScale;
  /** Shows a range, or the nearest one that can be shown. */
  show(range: TimeRange): void;
  /** The same for a range of drawn time. */
  showDrawn(range: TimeRange): void;
  /** Shows `factor` times as much, with the time at `x` where it is. */
  zoom(factor: number, x: CssPixels): void;
  /** As {@link zoom}, at the playhead where that is in view, else at the middle. */
  zoomHere(factor: number): void;
  pan(by: CssPixels): void;
  /** Does what a turn of the wheel asks for. */
  readonly turn: (move: WheelMove, x: CssPixels) => void;
  /** Turns the page where a time is not in view. */
  readonly reveal: (time: Seconds) => void;
  /** Shows the whole run, and goes on showing it as it grows. */
  readonly fit: () => void;
}

/** The part of a run up to `runEnd` that is shown on a width, with its idle gaps folded. */
export function useTimeWindow(
  runEnd: Seconds,
  width: CssPixels,
  folding: Folding,
): TimeWindowControls {
  const studio = useStudio();
  const chosen = useView((view) => view.window);
  // All that moves and zooms does so in drawn time, and what is kept is true time.
  const end = drawnTime(folding, runEnd);
  const drawn = (range: TimeRange): TimeRange => ({
    start: drawnTime(folding, range.start),
    end: drawnTime(folding, range.end),
  });
  const shown = chosen === null ? null : withinRun(drawn(chosen), end, width);
  const scale = timeScale(shown ?? wholeRun(end, width), width, folding);

  const showDrawn = (range: TimeRange): void => {
    const within = withinRun(range, end, width);
    studio.setWindow(
      within === null
        ? null
        : { start: trueTime(folding, within.start), end: trueTime(folding, within.end) },
    );
  };
  const show = (range: TimeRange): void => {
    showDrawn(drawn(range));
  };
  const zoom = (factor: number, x: CssPixels): void => {
    const pointed = scale.start + x * scale.secondsPerPixel;
    showDrawn(zoomedAt(drawnRangeOf(scale), pointed, factor));
  };
  const pan = (by: CssPixels): void => {
    showDrawn(pannedBy(drawnRangeOf(scale), by * scale.secondsPerPixel));
  };
  return {
    scale,
    show,
    showDrawn,
    zoom,
    pan,
    zoomHere(factor) {
      const x = xOf(scale, studio.now.getState().time);
      zoom(factor, x >= 0 && x <= width ? x : width / 2);
    },
    turn(move, x) {
      if (move.does === 'zoom') zoom(move.factor, x);
      else pan(move.by);
    },
    reveal(time) {
      // Not what was rendered last: the window and the playhead may change together.
      const { window } = studio.view.getState();
      const range = window === null ? null : withinRun(drawn(window), end, width);
      if (range === null) return;
      const next = showing(range, drawnTime(folding, time));
      if (next !== range) showDrawn(next);
    },
    fit() {
      studio.setWindow(null);
    },
  };
}
