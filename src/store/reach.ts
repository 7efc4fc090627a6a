import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import type { RunStatus } from '#trace/runEnd.ts';

import type { ViewState } from './viewState.ts';

/** Playing asks for more when so much of the user's time is left, and then for so much more. */
const PLAY_AHEAD = { left: 1, more: 10 } as const;

/**
 * How far a run has to be simulated for what the user looks at, where it is simulated, or will be,
 * up to `reach`: further where the playhead is beyond that, or comes near it while it plays, and
 * where the end is in sight of a timeline that does not show the whole run.
 */
export function reachFor(
  {
    playhead,
    playing,
    speed,
    window,
  }: Pick<ViewState, 'playhead' | 'playing' | 'speed' | 'window'>,
  reach: Seconds,
): Seconds {
  const { time } = playhead;
  const forPlayhead = time > reach ? time : 0;
  const forPlaying =
    playing && time + speed * PLAY_AHEAD.left > reach ? time + speed * PLAY_AHEAD.more : 0;
  const forWindow =
    window !== null && window.end >= reach ? window.end + (window.end - window.start) : 0;
  return Math.max(reach, forPlayhead, forPlaying, forWindow);
}

/**
 * Whether there is more of a run than what was asked for: what has only reached its horizon can go
 * on, what is idle, stopped or paused cannot. A test clock that is given its advances ends with them.
 */
export function canReachFurther({ clock }: Pick<Program, 'clock'>, status: RunStatus): boolean {
  if (clock.is === 'testClock' && clock.advances !== 'deadlines') return false;
  return status.state === 'running' || (status.state === 'ended' && status.end.why === 'horizon');
}
