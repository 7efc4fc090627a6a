import type { StoreApi } from 'zustand/vanilla';

import type { Milliseconds, Seconds } from '#base/units.ts';
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

/** How many events are made ready for seeks at once: one or two milliseconds. */
const PREPARED_AT_ONCE = 16_384;

/**
 * Keeps `now` at the instant that the playhead names in the present run. Events that come are made
 * ready for seeks bit by bit, so that no seek has to do it for all of them.
 */
export function followPlayhead(
  run: StoreApi<RunInfo>,
  view: StoreApi<ViewState>,
  now: StoreApi<Now>,
  later: (delay: Milliseconds, f: () => void) => () => void,
): () => void {
  let trace: Trace | null = null;
  let cursor: StateCursor | null = null;
  let stopPreparing: (() => void) | null = null;
  const prepare = (): void => {
    stopPreparing = cursor?.prepare(PREPARED_AT_ONCE) === true ? later(0, prepare) : null;
  };
  const update = (): void => {
    const info = run.getState();
    if (trace !== info.trace || cursor === null) {
      trace = info.trace;
      cursor = createStateCursor(trace);
    }
    if (stopPreparing === null) prepare();
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
    stopPreparing?.();
  };
}

/** The instant before anything has happened in a trace. */
export function beginningOf(trace: Trace): Now {
  return { trace, time: 0, count: 0, state: createStateCursor(trace).at(0) };
}

/** Slowest and fastest playing, in virtual seconds per second. */
const SPEEDS = { least: 0.1, most: 1000 };

/** Makes what moves the playhead. */
export function createPlayheadActions(
  run: StoreApi<RunInfo>,
  view: StoreApi<ViewState>,
  now: StoreApi<Now>,
  frames: FrameLoop,
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
      seek(Math.min(next, knownUntil(run.getState())));
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
      const isAtEnd = info.status.state === 'ended' && now.getState().time >= knownUntil(info);
      if (isAtEnd) put({ time: 0, within: 0 });
      view.setState({ playing: true });
      playback.play();
    },
    pause,
    setSpeed(speed) {
      view.setState({ speed: Math.min(Math.max(SPEEDS.least, speed), SPEEDS.most) });
    },
  };
}
