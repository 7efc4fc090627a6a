import type { Seconds } from '#base/units.ts';

import type { DelayedCall } from './delayedCall.ts';

/** `twisted.internet.interfaces.IReactorTime`, as far as tasks need it, with the stamps of rule O-1. */
export interface IReactorTime {
  /** The time now. */
  seconds(): Seconds;
  /**
   * Calls `f` after `delay`. `stamp` orders calls of the same time; without one, the moment of
   * this call does.
   */
  callLater(delay: Seconds, f: () => unknown, stamp?: number): DelayedCall;
  /**
   * As `callLater`, with a call of this clock that has run: it is armed again, so that a loop makes
   * no new one at each tick. A clock without it makes new ones.
   */
  callAgain?(call: DelayedCall, delay: Seconds, stamp: number): DelayedCall;
  /** A mark of the moment of a clock read: later reads have larger ones (O-1). */
  readStamp(): number;
  /**
   * Times that differ by less than this are one moment: 0 where times are compared to the last
   * bit, as `task.Clock` does.
   */
  readonly resolution: Seconds;
}
