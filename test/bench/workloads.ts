import type { Workload } from './workload.ts';
import { anyInstant } from './workloads/anyInstant.ts';
import { breakpoints } from './workloads/breakpoints.ts';
import { chain } from './workloads/chain.ts';
import {
  deferredChain,
  deferredNested,
  deferredPaused,
  deferredSucceed,
} from './workloads/deferreds.ts';
import { frames } from './workloads/frames.ts';
import { highlights } from './workloads/highlights.ts';
import { openingCards, panningCards } from './workloads/manyCards.ts';
import { oneShot } from './workloads/oneShot.ts';
import { pendingCalls } from './workloads/pendingCalls.ts';
import { periodic, periodicInChromium } from './workloads/periodic.ts';
import { streaming } from './workloads/streaming.ts';

/** All workloads. `scale` is 1, or less to see that everything runs. */
export function workloads(scale: number): readonly Workload[] {
  const sizes = [10, 1000, 100_000].flatMap((timers) =>
    [true, false].map((whole) => ({ timers, whole })),
  );
  return [
    ...sizes.map(({ timers, whole }) => periodic(timers, 1e6 * scale, whole)),
    ...sizes.map(({ timers, whole }) => periodicInChromium(timers, 1e6 * scale, whole)),
    oneShot(1e4),
    oneShot(1e6 * scale),
    chain(0, 1e6 * scale),
    chain(1000, 1e6 * scale),
    deferredChain(5e6 * scale, 1e6 * scale),
    deferredSucceed(5e6 * scale, 1e6 * scale),
    deferredNested(2e6 * scale, 5e5 * scale),
    deferredPaused(5e6 * scale),
    pendingCalls(1e5),
    ...streaming(),
    frames(),
    highlights(),
    openingCards(),
    panningCards(),
    ...anyInstant(1e6 * scale),
    breakpoints(1e6 * scale),
  ];
}
