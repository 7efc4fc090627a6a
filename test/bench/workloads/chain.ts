import FakeTimers from '@sinonjs/fake-timers';

import { Reactor } from '#reactor/reactor.ts';

import type { Done, Workload } from '../workload.ts';

/** W3: each call makes the next one, beside `others` that are pending all the time. */
export function chain(others: number, links: number): Workload {
  return {
    name: `W3 chain, ${others} others pending`,
    unit: 'calls',
    measures: 'rate',
    place: 'node',
    contenders: [
      { name: 'callLater', run: () => callLater(others, links) },
      { name: 'fake-timers', run: () => fakeTimers(others, links / 10) },
      {
        name: 'Twisted reactor',
        twisted: 'chain',
        parameters: () => ({ others, links: links / 50 }),
      },
      // It sorts all calls at each one.
      {
        name: 'Twisted Clock',
        twisted: 'chainOnClock',
        parameters: () => ({ others, links: links / 50 / (1 + others / 100) }),
      },
    ],
    goals: [
      { of: 'callLater', to: 'fake-timers', atLeast: 3 },
      { of: 'callLater', to: 'Twisted reactor', atLeast: 5 },
    ],
    limits: [],
  };
}

function callLater(others: number, links: number): Done {
  const reactor = new Reactor();
  for (let other = 0; other < others; other += 1) reactor.callLater(1e9, () => null);
  let made = 0;
  const next = (): void => {
    made += 1;
    if (made < links) reactor.callLater(0.5, next);
    else reactor.stop();
  };
  reactor.callLater(0.5, next);
  reactor.run();
  return { operations: made, kept: reactor };
}

function fakeTimers(others: number, links: number): Done {
  const clock = FakeTimers.createClock(0, Number.MAX_SAFE_INTEGER);
  for (let other = 0; other < others; other += 1) clock.setTimeout(() => null, 1e9);
  let made = 0;
  const next = (): void => {
    made += 1;
    clock.setTimeout(next, 500);
  };
  clock.setTimeout(next, 500);
  while (made < links) clock.next();
  return { operations: made, kept: clock };
}
