import FakeTimers from '@sinonjs/fake-timers';

import { Reactor } from '#reactor/reactor.ts';

import type { Workload } from '../measure.ts';
import { twistedContender } from '../twisted.ts';

/** W3: each call makes the next one, beside `others` that are pending all the time. */
export function chain(others: number, links: number): Workload {
  return {
    name: `W3 chain, ${others} others pending`,
    unit: 'calls',
    contenders: [
      { name: 'callLater', run: () => callLater(others, links) },
      { name: 'fake-timers', run: () => fakeTimers(others, links / 10) },
      ...twistedContender('chain', { others, links: links / 50 }),
    ],
    goals: [
      { of: 'callLater', to: 'fake-timers', atLeast: 3 },
      { of: 'callLater', to: 'Twisted reactor', atLeast: 5 },
    ],
  };
}

function callLater(others: number, links: number): number {
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
  return made;
}

function fakeTimers(others: number, links: number): number {
  const clock = FakeTimers.createClock(0, Number.MAX_SAFE_INTEGER);
  for (let other = 0; other < others; other += 1) clock.setTimeout(() => null, 1e9);
  let made = 0;
  const next = (): void => {
    made += 1;
    clock.setTimeout(next, 500);
  };
  clock.setTimeout(next, 500);
  while (made < links) clock.next();
  return made;
}
