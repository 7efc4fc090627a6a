import FakeTimers from '@sinonjs/fake-timers';
import FlatQueue from 'flatqueue';
import { VirtualAction, VirtualTimeScheduler } from 'rxjs';

import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import type { Contender, RemoteContender, Workload } from '../measure.ts';
import { random } from '../random.ts';
import { twistedContender } from '../twisted.ts';

/** The intervals of N timers, 1 to 1 000 s; whole numbers make many of them fall together. */
function intervalsOf(timers: number, whole: boolean): readonly number[] {
  const next = random(timers);
  return Array.from({ length: timers }, () =>
    whole ? 1 + Math.floor(next() * 1000) : 1 + next() * 999,
  );
}

/**
 * W1: N periodic timers until M firings, each counted in its timer's counter. `slowFirings` is for
 * peers that would need too long for M.
 */
export function periodic(timers: number, firings: number, whole: boolean): Workload {
  const intervals = intervalsOf(timers, whole);
  const slow = Math.min(firings, timers > 10 ? 20_000 : 100_000);
  const contenders: (Contender | RemoteContender)[] = [
    { name: 'LoopingCall', run: () => loopingCalls(intervals, firings) },
    { name: 'callback limit', run: () => bareHeap(intervals, firings) },
    { name: 'fake-timers', run: () => fakeTimers(intervals, Math.min(firings, slow * 5)) },
    // It sorts all its actions at each call: with many timers it would not end.
    ...(timers > 1000 ? [] : [{ name: 'RxJS', run: () => rxjs(intervals, slow) }]),
    ...twistedContender('periodic', { intervals, firings: slow }),
  ];
  const share = timers <= 10 ? 0.6 : timers <= 1000 ? 0.4 : 0.35;
  return {
    name: `W1 periodic, N = ${timers}, ${whole ? 'whole' : 'fractional'}`,
    unit: 'firings',
    contenders,
    goals: [
      { of: 'LoopingCall', to: 'callback limit', atLeast: share },
      { of: 'LoopingCall', to: 'fake-timers', atLeast: 3 },
      { of: 'LoopingCall', to: 'Twisted reactor', atLeast: 30 },
    ],
  };
}

function total(counts: Uint32Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function loopingCalls(intervals: readonly number[], firings: number): number {
  const reactor = new Reactor();
  const counts = new Uint32Array(intervals.length);
  let fired = 0;
  intervals.forEach((interval, index) => {
    const loop = new LoopingCall(reactor, () => {
      counts[index] = (counts[index] ?? 0) + 1;
      fired += 1;
    });
    loop.start(interval, false);
  });
  reactor.startRunning();
  reactor.runUntilCurrent();
  while (fired < firings) {
    const next = reactor.nextTime();
    if (next === null) break;
    reactor.sleepUntil(next);
    reactor.runUntilCurrent();
  }
  return total(counts);
}

/** The least that any scheduler with callbacks does: a heap of typed keys, one closure a timer. */
function bareHeap(intervals: readonly number[], firings: number): number {
  const queue = new FlatQueue();
  const counts = new Uint32Array(intervals.length);
  const callbacks = intervals.map((_, index) => () => {
    counts[index] = (counts[index] ?? 0) + 1;
  });
  intervals.forEach((interval, index) => queue.push(index, interval));
  for (let fired = 0; fired < firings; fired += 1) {
    const time = queue.peekValue() ?? 0;
    const index = queue.pop() ?? 0;
    callbacks[index]?.();
    queue.push(index, time + (intervals[index] ?? 1));
  }
  return total(counts);
}

function fakeTimers(intervals: readonly number[], firings: number): number {
  const clock = FakeTimers.createClock(0, Number.MAX_SAFE_INTEGER);
  const counts = new Uint32Array(intervals.length);
  let fired = 0;
  intervals.forEach((interval, index) => {
    clock.setInterval(() => {
      counts[index] = (counts[index] ?? 0) + 1;
      fired += 1;
    }, interval * 1000);
  });
  while (fired < firings) clock.next();
  return total(counts);
}

function rxjs(intervals: readonly number[], firings: number): number {
  const scheduler = new VirtualTimeScheduler(VirtualAction, Number.POSITIVE_INFINITY);
  const counts = new Uint32Array(intervals.length);
  let fired = 0;
  intervals.forEach((interval, index) => {
    scheduler.schedule(function tick(this: { schedule(state: unknown, delay: number): unknown }) {
      counts[index] = (counts[index] ?? 0) + 1;
      fired += 1;
      if (fired < firings) this.schedule(undefined, interval);
    }, interval);
  });
  scheduler.flush();
  return total(counts);
}
