import { useRef } from 'react';

import type { CssPixels, Seconds } from '#base/units.ts';
import { useStudio, useView } from '#store/useStudio.ts';
import type { WindowMove } from '#store/windowActions.ts';

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
  readonly show: (range: TimeRange, move?: WindowMove) => void;
  /** The same for a range of drawn time. */
  showDrawn(range: TimeRange, move?: WindowMove): void;
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

/** Turns and keys that follow each other so quickly, in milliseconds, are one gesture. */
const SERIES = 600;

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

  const showDrawn = (range: TimeRange, move?: WindowMove): void => {
    const within = withinRun(range, end, width);
    studio.setWindow(
      within === null
        ? null
        : { start: trueTime(folding, within.start), end: trueTime(folding, within.end) },
      move,
    );
  };
  const show = (range: TimeRange, move?: WindowMove): void => {
    showDrawn(drawn(range), move);
  };
  const series = useRef({ window: chosen, last: -Infinity });
  /** One of a series of turns of the wheel or of presses of a key. */
  const showNext = (range: TimeRange): void => {
    const { window, last } = series.current;
    const now = performance.now();
    // What has shown something else in between has ended the series.
    const isOn = now - last < SERIES && studio.view.getState().window === window;
    showDrawn(range, isOn ? 'more' : 'step');
    series.current = { window: studio.view.getState().window, last: now };
  };
  const zoom = (factor: number, x: CssPixels): void => {
    const pointed = scale.start + x * scale.secondsPerPixel;
    showNext(zoomedAt(drawnRangeOf(scale), pointed, factor));
  };
  const pan = (by: CssPixels): void => {
    showNext(pannedBy(drawnRangeOf(scale), by * scale.secondsPerPixel));
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
      if (next !== range) showDrawn(next, 'follow');
    },
    fit() {
      studio.setWindow(null);
    },
  };
}
