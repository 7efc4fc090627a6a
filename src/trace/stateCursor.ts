import { createFold, type Fold } from './fold.ts';
import { EMPTY_STATE, type RunState } from './runState.ts';
import type { Trace } from './traceTable.ts';

/** Any instant of a trace. */
export interface StateCursor {
  /**
   * The state after the first `count` events.
   *
   * @throws RangeError where the trace does not reach so far.
   */
  at(count: number): RunState;
}

/** A keyframe is kept every so many events: what a seek folds at most. */
const KEYFRAME_DISTANCE = 2048;

/** A cursor over a trace; the trace may grow while it is used. */
export function createStateCursor(trace: Trace): StateCursor {
  const keyframes: RunState[] = [EMPTY_STATE];
  let fold: Fold = createFold(trace);

  const seek = (count: number): void => {
    const index = Math.min(Math.floor(count / KEYFRAME_DISTANCE), keyframes.length - 1);
    const keyframe = keyframes[index] ?? EMPTY_STATE;
    if (count < fold.count || keyframe.count > fold.count) fold = createFold(trace, keyframe);
    while (fold.count < count) {
      fold.step();
      if (fold.count === keyframes.length * KEYFRAME_DISTANCE) keyframes.push(fold.snapshot());
    }
  };

  return {
    at(count) {
      if (count < 0 || count > trace.length) {
        throw new RangeError(
          `There is no state after ${count} events: the trace has ${trace.length}.`,
        );
      }
      seek(count);
      return fold.snapshot();
    },
  };
}
