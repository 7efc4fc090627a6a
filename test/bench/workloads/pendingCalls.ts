import FakeTimers from '@sinonjs/fake-timers';

import { Reactor } from '#reactor/reactor.ts';

import type { Workload } from '../workload.ts';

/** The memory of pending calls of one function. */
export function pendingCalls(calls: number): Workload {
  const nothing = (): void => {};
  return {
    name: `W2m memory of ${calls} pending calls`,
    unit: 'call',
    measures: 'bytes',
    place: 'node',
    contenders: [
      {
        name: 'callLater',
        run: () => {
          const reactor = new Reactor();
          for (let call = 0; call < calls; call += 1) reactor.callLater(call + 0.5, nothing);
          return { operations: reactor.getDelayedCalls().length, kept: reactor };
        },
      },
      {
        name: 'fake-timers',
        run: () => {
          const clock = FakeTimers.createClock(0, Number.MAX_SAFE_INTEGER);
          for (let call = 0; call < calls; call += 1) clock.setTimeout(nothing, call + 0.5);
          return { operations: clock.countTimers(), kept: clock };
        },
      },
    ],
    goals: [],
    limits: [{ of: 'callLater', atMost: 200 }],
  };
}
