import { createFold } from './fold/fold.ts';
import { createFootsteps } from './fold/footsteps.ts';
import { createKeyframes } from './fold/keyframes.ts';
import { createRunStates } from './fold/runStates.ts';
import { traceFacts } from './fold/traceFacts.ts';
import type { StateImage } from './fold/stateTables.ts';
import type { RunState } from './runState.ts';
import type { Trace } from './traceTable.ts';

/** Any instant of a trace. */
export interface StateCursor {
  /**
   * The state after the first `count` events.
   *
   * @throws RangeError where the trace does not reach so far.
   */
  at(count: number): RunState;
  /**
   * Makes ready for seeks to events that have come: takes at most `events` of them, so that it does
   * not last long. Says whether there are more. A seek beyond what is ready takes longer.
   */
  prepare(events: number): boolean;
  /** How many keyframes there are, and the bytes that they take, nearly. */
  readonly size: { readonly keyframes: number; readonly bytes: number };
}

/** Going back by so many events at most is stepping: more such steps are to be expected. */
const STEP = 64;

/** A cursor over a trace; the trace may grow while it is used. */
export function createStateCursor(trace: Trace): StateCursor {
  const facts = traceFacts(trace);
  const stateOf = createRunStates(facts);
  const keyframes = createKeyframes(facts);
  const fold = createFold(facts);
  const footsteps = createFootsteps();
  let shown = stateOf(keyframes.before(0));

  const imageAt = (count: number): StateImage => {
    const distance = count - shown.count;
    if (Math.abs(distance) > STEP) footsteps.clear();
    const step = footsteps.before(count);
    if (step?.totals.count === count) return step;
    if (count > keyframes.count) keyframes.advance(count);
    if (count === keyframes.count) return keyframes.last();
    const keyframe = keyframes.before(count);
    const nearest = step !== null && step.totals.count > keyframe.totals.count ? step : keyframe;
    if (fold.count > count || fold.count < nearest.totals.count) fold.restore(nearest);
    if (distance < 0 && distance >= -STEP) return footsteps.lay(fold, count);
    fold.advance(count);
    const image = fold.share();
    if (distance <= STEP) footsteps.add(image);
    return image;
  };

  return {
    at(count) {
      if (count < 0 || count > trace.length) {
        throw new RangeError(
          `There is no state after ${count} events: the trace has ${trace.length}.`,
        );
      }
      if (count !== shown.count) shown = stateOf(imageAt(count));
      return shown;
    },
    prepare(events) {
      keyframes.advance(Math.min(trace.length, keyframes.count + events));
      return keyframes.count < trace.length;
    },
    get size() {
      return keyframes.size;
    },
  };
}
