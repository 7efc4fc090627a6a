import type { Seconds } from '#base/units.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';

/**
 * Reckons when Twisted's reactor wakes up for nothing, because a call that was cancelled stays in
 * its heap. The port sleeps on; only the time at which all is over tells the two apart.
 */
export interface EmptyWakeUps {
  iterationBegins(): void;
  /** A thread call or a timed call is about to run. */
  runs(isThreadCall: boolean): void;
  made(call: DelayedCall): void;
  /** A pending call was cancelled: if it is in the heap by now, it stays there. */
  cancelled(call: DelayedCall): void;
  /** The last time at which there is such a call. */
  last(): Seconds;
}

export function createEmptyWakeUps(): EmptyWakeUps {
  // Calls go into the heap at two moments of an iteration: after the thread calls, and at its end.
  let moment = 0;
  let hasBegun = false;
  let isInThreadCalls = false;
  let last: Seconds = 0;
  const madeAt = new Map<DelayedCall, number>();
  return {
    iterationBegins() {
      // What was made before the first one is still to go into the heap.
      if (hasBegun) moment += 1;
      hasBegun = true;
      isInThreadCalls = true;
    },
    runs(isThreadCall) {
      if (isInThreadCalls && !isThreadCall) moment += 1;
      isInThreadCalls = isThreadCall;
    },
    made(call) {
      madeAt.set(call, moment);
    },
    cancelled(call) {
      if ((madeAt.get(call) ?? moment) < moment) last = Math.max(last, call.time);
    },
    last: () => last,
  };
}
