import type { Seconds } from '#base/units.ts';

import { wholePower } from './wholePower.ts';

/** How long a client waits before it tries again. Times and factor have Twisted's own defaults. */
export interface BackoffOptions {
  readonly initialDelay?: Seconds;
  readonly maxDelay?: Seconds;
  readonly factor?: number;
  /** A random part that is added to each delay. */
  readonly jitter: () => Seconds;
}

/**
 * `twisted.application.internet.backoffPolicy`: the delay before the attempt that follows on
 * `failures` failed ones, counted from 1, so that `initialDelay` itself is never waited (S-11).
 */
export function backoffPolicy({
  initialDelay = 1,
  maxDelay = 60,
  factor = 1.5,
  jitter,
}: BackoffOptions): (failures: number) => Seconds {
  return (failures) => {
    const exponent = Math.min(100, failures);
    const growth = exponent < 0 ? 1 / wholePower(factor, -exponent) : wholePower(factor, exponent);
    // Infinity is an OverflowError in Python, which means the limit even where initialDelay is 0.
    const delay = growth === Infinity ? maxDelay : Math.min(initialDelay * growth, maxDelay);
    return delay + jitter();
  };
}
