import type { Seconds } from '#base/units.ts';

import { Deferred } from './deferred.ts';
import type { DelayedCall } from './delayedCall.ts';
import type { IReactorTime } from './reactorTime.ts';

/**
 * `task.deferLater`: a Deferred that fires after `delay` with what `f` returns then, or None (E-1).
 * Cancelling it takes the delayed call back (E-2).
 *
 * @throws what `callLater` of the clock throws for a delay that it refuses.
 */
export function deferLater(
  clock: IReactorTime,
  delay: Seconds,
  f: (() => unknown) | null = null,
): Deferred {
  let call: DelayedCall | null = null;
  const deferred = new Deferred(() => call?.cancel());
  deferred.addCallback(() => (f === null ? null : f()));
  call = clock.callLater(delay, () => deferred.callback(null));
  return deferred;
}
