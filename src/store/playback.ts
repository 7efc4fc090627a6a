import type { Milliseconds, Seconds } from '#base/units.ts';

/** Calls `frame` before each picture with the time since the last one; gives what ends that. */
export type FrameLoop = (frame: (elapsed: Milliseconds) => void) => () => void;

/** Longer gaps than this were no work of the page's: they are not made up for. */
const LONGEST_FRAME: Milliseconds = 250;

/** After a gap as long as this the page was asleep, and the user with it: it wakes up paused. */
const SLEEP: Milliseconds = 3000;

/** Moves a playhead in step with the user's time. */
export interface Playback {
  play(): void;
  pause(): void;
}

/**
 * Plays by calling `advance` with the virtual seconds that have passed, until that gives false.
 * `asleep` is called where the page has slept meanwhile: whoever plays is to pause.
 */
export function createPlayback(
  frames: FrameLoop,
  speed: () => number,
  advance: (by: Seconds) => boolean,
  asleep: () => void,
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
        if (elapsed > SLEEP) {
          asleep();
          return;
        }
        const seconds = Math.min(elapsed, LONGEST_FRAME) / 1000;
        if (!advance(seconds * speed())) pause();
      });
    },
    pause,
  };
}
