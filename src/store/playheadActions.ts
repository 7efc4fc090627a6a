import type { StoreApi } from 'zustand/vanilla';

import type { Seconds } from '#base/units.ts';
import { EMPTY_STATE } from '#trace/runState.ts';
import { createStateCursor, type StateCursor } from '#trace/stateCursor.ts';
import type { Trace } from '#trace/traceTable.ts';

import { knownUntil } from './knownUntil.ts';
import { createPlayback, type FrameLoop } from './playback.ts';
import { playheadAfter, playheadCount, type Playhead } from './playhead.ts';
import { canReachFurther } from './reach.ts';
import type { Now, RunInfo, Studio } from './studio.ts';
import type { ViewState } from './viewState.ts';

/** What moves the playhead, of all that can be done to a studio. */
export type PlayheadActions = Pick<
  Studio,
  | 'seek'
  | 'seekEvent'
  | 'step'
  | 'stepBack'
  | 'nextInstant'
  | 'toStart'
  | 'toEnd'
  | 'play'
  | 'pause'
  | 'setSpeed'
>;

/** Keeps `now` at the instant that the playhead names in the present run. */
export function followPlayhead(
  run: StoreApi<RunInfo>,
  view: StoreApi<ViewState>,
  now: StoreApi<Now>,
): () => void {
  let trace: Trace | null = null;
  let cursor: StateCursor | null = null;
  const update = (): void => {
    const info = run.getState();
    if (trace !== info.trace || cursor === null) {
      trace = info.trace;
      cursor = createStateCursor(trace);
    }
    const { playhead } = view.getState();
    const count = playheadCount(trace, playhead);
    const time =
      info.status.state === 'ended' ? Math.min(playhead.time, info.status.end.time) : playhead.time;
    const before = now.getState();
    const isSame = before.trace === trace && before.count === count && before.time === time;
    if (!isSame) now.setState({ trace, count, time, state: cursor.at(count) });
  };
  update();
  const stops = [run.subscribe(update), view.subscribe(update)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The instant before anything has happened in a trace. */
export function beginningOf(trace: Trace): Now {
  return { trace, time: 0, count: 0, state: EMPTY_STATE };
}

/** Slowest and fastest playing, in virtual seconds per second. */
const SPEEDS = { least: 0.1, most: 1000 };

/**
 * Makes what moves the playhead. `passing` is told of the time that playing goes on to, and puts the
 * playhead to what it must stop at on the way: true.
 */
export function createPlayheadActions(
  run: StoreApi<RunInfo>,
  view: StoreApi<ViewState>,
  now: StoreApi<Now>,
  frames: FrameLoop,
  passing: (until: Seconds) => boolean,
): PlayheadActions {
  const put = (playhead: Playhead): void => view.setState({ playhead });
  const seek = (time: Seconds): void => {
    if (!Number.isFinite(time)) return;
    const info = run.getState();
    // Where there is more to come, the simulation follows the playhead.
    const most = canReachFurther(info.program, info.status) ? Infinity : knownUntil(info);
    put({ time: Math.min(Math.max(0, time), most), within: null });
  };
  const seekEvent = (count: number): void => put(playheadAfter(run.getState().trace, count));
  const toEnd = (): void => seek(knownUntil(run.getState()));
  function pause(): void {
    playback.pause();
    if (view.getState().playing) view.setState({ playing: false });
  }
  const playback = createPlayback(
    frames,
    () => view.getState().speed,
    (by) => {
      const next = now.getState().time + by;
      const until = Math.min(next, knownUntil(run.getState()));
      if (passing(until)) return false;
      seek(until);
      // It may have come so near to the end that the simulation goes on.
      const info = run.getState();
      if (next < knownUntil(info) || info.status.state === 'running') return true;
      view.setState({ playing: false });
      return false;
    },
    pause,
  );

  return {
    seek,
    seekEvent,
    step() {
      pause();
      const { count } = now.getState();
      if (count < run.getState().trace.length) seekEvent(count + 1);
      else toEnd();
    },
    stepBack() {
      pause();
      const { count } = now.getState();
      if (count > 0) seekEvent(count - 1);
    },
    nextInstant() {
      pause();
      const { trace } = run.getState();
      const next = trace.countUntil(now.getState().time, true);
      if (next < trace.length) seek(trace.timeAt(next));
      else toEnd();
    },
    toStart() {
      pause();
      put({ time: 0, within: 0 });
    },
    toEnd() {
      pause();
      toEnd();
    },
    play() {
      const info = run.getState();
      const { time, count } = now.getState();
      const isOver = time >= knownUntil(info) && count >= info.trace.length;
      if (isOver && info.status.state === 'ended') put({ time: 0, within: 0 });
      view.setState({ playing: true });
      playback.play();
    },
    pause,
    setSpeed(speed) {
      view.setState({ speed: Math.min(Math.max(SPEEDS.least, speed), SPEEDS.most) });
    },
  };
}
