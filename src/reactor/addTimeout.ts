import { pythonNumber } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';

import type { Deferred } from './deferred.ts';
import { CancelledError, TimeoutError } from './errors.ts';
import { Failure } from './failure.ts';
import type { IReactorTime } from './reactorTime.ts';

/** Makes the result of a Deferred that was cancelled by its limit (D-32). */
export type OnTimeoutCancel = (value: unknown, timeout: Seconds) => unknown;

/**
 * `Deferred.addTimeout`: cancels it after a time unless its result has come to this place of the
 * chain by then; TimeoutError says so, or what `onTimeoutCancel` gives (D-31 to D-36).
 *
 * @throws what `callLater` of the clock throws.
 */
export function addTimeout(
  deferred: Deferred,
  timeout: Seconds,
  clock: IReactorTime,
  onTimeoutCancel: OnTimeoutCancel = cancelledToTimedOut,
): Deferred {
  let timedOut = false;
  const timer = clock.callLater(timeout, () => {
    timedOut = true;
    deferred.cancel();
  });
  return deferred
    .addBoth((value) => (timedOut ? onTimeoutCancel(value, timeout) : value))
    .addBoth((value) => {
      if (timer.active()) timer.cancel();
      return value;
    });
}

function cancelledToTimedOut(value: unknown, timeout: Seconds): unknown {
  if (!(value instanceof Failure)) return value;
  value.trap(CancelledError);
  throw new TimeoutError(`(${pythonNumber(timeout)}, 'Deferred')`);
}
