import FakeTimers from '@sinonjs/fake-timers';
import FlatQueue from 'flatqueue';

import type { DelayedCall } from '#reactor/delayedCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { once } from '../once.ts';
import { random } from '../random.ts';
import type { Done, Workload } from '../workload.ts';

/** W2: N one-shot calls at random times, a tenth of them cancelled, all run. */
export function oneShot(calls: number): Workload {
  const delays = once(() => {
    const next = random(calls);
    return Array.from({ length: calls }, () => next() * 1000);
  });
  return {
    name: `W2 one-shot, N = ${calls}`,
    unit: 'calls',
    measures: 'rate',
    place: 'node',
    contenders: [
      { name: 'callLater', run: () => callLater(delays()) },
      { name: 'bare heap', run: () => bareHeap(delays()) },
      { name: 'fake-timers', run: () => fakeTimers(delays()) },
      {
        name: 'Twisted reactor',
        twisted: 'oneShot',
        parameters: () => ({ delays: delays().slice(0, 20_000) }),
      },
    ],
    goals: [
      { of: 'callLater', to: 'fake-timers', atLeast: 5 },
      { of: 'callLater', to: 'bare heap', atLeast: 0.25 },
    ],
    limits: [],
  };
}

function callLater(delays: readonly number[]): Done {
  const reactor = new Reactor();
  let ran = 0;
  let cancelled = 0;
  const calls: DelayedCall[] = delays.map((delay) =>
    reactor.callLater(delay, () => {
      ran += 1;
    }),
  );
  for (let index = 0; index < calls.length; index += 10) {
    calls[index]?.cancel();
    cancelled += 1;
  }
  reactor.run();
  return { operations: ran + cancelled, kept: reactor };
}

function bareHeap(delays: readonly number[]): Done {
  const queue = new FlatQueue();
  const callbacks: (() => void)[] = [];
  let ran = 0;
  delays.forEach((delay, index) => {
    callbacks.push(() => {
      ran += 1;
    });
    if (index % 10 !== 0) queue.push(index, delay);
    else ran += 1;
  });
  while (queue.length > 0) callbacks[queue.pop() ?? 0]?.();
  return { operations: ran, kept: queue };
}

function fakeTimers(delays: readonly number[]): Done {
  const clock = FakeTimers.createClock(0, Number.MAX_SAFE_INTEGER);
  let ran = 0;
  const timers = delays.map((delay) =>
    clock.setTimeout(() => {
      ran += 1;
    }, delay * 1000),
  );
  timers.forEach((timer, index) => {
    if (index % 10 !== 0) return;
    clock.clearTimeout(timer);
    ran += 1;
  });
  clock.runAll();
  return { operations: ran, kept: clock };
}
