import type { Milliseconds, Seconds } from '#base/units.ts';

/** Calls `frame` before each picture with the time since the last one; gives what ends that. */
export type FrameLoop = (frame: (elapsed: Milliseconds) => void) => () => void;

/** Longer gaps than this were a sleep: they are not made up for. */
const LONGEST_FRAME: Milliseconds = 250;

/** Moves a playhead in step with the user's time. */
export interface Playback {
  play(): void;
  pause(): void;
}

/** Plays by calling `advance` with the virtual seconds that have passed, until that gives false. */
export function createPlayback(
  frames: FrameLoop,
  speed: () => number,
  advance: (by: Seconds) => boolean,
): Playback {
  let stop: (() => void) | null = null;
  const pause = (): void => {
    stop?.();
    stop = null;
  };
  return {
    play() {
      pause();
      stop = frames((elapsed) => {
        const seconds = Math.min(elapsed, LONGEST_FRAME) / 1000;
        if (!advance(seconds * speed())) pause();
      });
    },
    pause,
  };
}
