import type { Seconds } from '#base/units.ts';

import type { DelayedCall } from './delayedCall.ts';
import type { Failure } from './failure.ts';

/** Is told what a clock does, a Clock or a reactor, at the moment it happens. */
export interface ClockProbe {
  /** A call was made, or the call of a LoopingCall was armed again; what becomes of it, its own probe is told. */
  planned?(call: DelayedCall): void;
  /** A Clock's time was moved by so much; what is due runs next (T-13). */
  advanced?(amount: Seconds): void;
}

/** Is told what the reactor does, at the moment it happens. */
export interface ReactorProbe extends ClockProbe {
  /** Start-up begins: its hooks run next. */
  started?(): void;
  /** Start-up has come to where `running` is set. */
  runs?(): void;
  /** `stop` was called; the pass goes on to its end. */
  stopRequested?(): void;
  /** Shutdown begins: its hooks run next. */
  shutsDown?(): void;
  /** The loop ends, by shutdown, by `crash` or for want of anything to do. */
  ended?(): void;
  /** `callFromThread` was called; `f` runs in the next iteration. */
  threadCallQueued?(f: () => unknown): void;
  /** A thread call is about to run. */
  threadCallRuns?(f: () => unknown): void;
  /** The first call of a pass is about to be made. */
  passBegan?(): void;
  /** A pass in which something ran is over. */
  passEnded?(): void;
  /** An exception left a delayed call, a thread call or a hook. */
  logged?(failure: Failure): void;
}
