import type { CssPixels, Seconds } from '#base/units.ts';
import { useStudio, useView } from '#store/useStudio.ts';

import {
  pannedBy,
  rangeOf,
  showing,
  timeAt,
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

/** The part of a run up to `runEnd` that is shown on a width. */
export function useTimeWindow(runEnd: Seconds, width: CssPixels): TimeWindowControls {
  const studio = useStudio();
  const chosen = useView((view) => view.window);
  const shown = chosen === null ? null : withinRun(chosen, runEnd, width);
  const scale = timeScale(shown ?? wholeRun(runEnd, width), width);

  const show = (range: TimeRange): void => {
    studio.setWindow(withinRun(range, runEnd, width));
  };
  const zoom = (factor: number, x: CssPixels): void => {
    show(zoomedAt(rangeOf(scale), timeAt(scale, x), factor));
  };
  const pan = (by: CssPixels): void => {
    show(pannedBy(rangeOf(scale), by * scale.secondsPerPixel));
  };
  return {
    scale,
    show,
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
      const range = window === null ? null : withinRun(window, runEnd, width);
      if (range === null) return;
      const next = showing(range, time);
      if (next !== range) show(next);
    },
    fit() {
      studio.setWindow(null);
    },
  };
}
