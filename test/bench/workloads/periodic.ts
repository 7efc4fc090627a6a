import FakeTimers from '@sinonjs/fake-timers';
import FlatQueue from 'flatqueue';
import { VirtualAction, VirtualTimeScheduler } from 'rxjs';

import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { once } from '../once.ts';
import { random } from '../random.ts';
import type { Contender, Done, TwistedContender, Workload } from '../workload.ts';
import { tracedLoops } from './tracedLoops.ts';

/** The intervals of N timers, 1 to 1 000 s; whole numbers make many of them fall together. */
function intervalsOf(timers: number, whole: boolean): readonly number[] {
  const next = random(timers);
  return Array.from({ length: timers }, () =>
    whole ? 1 + Math.floor(next() * 1000) : 1 + next() * 999,
  );
}

/** W1: N periodic timers until M firings, each counted in its timer's counter; fewer for peers that would need too long. */
export function periodic(timers: number, firings: number, whole: boolean): Workload {
  const intervals = once(() => intervalsOf(timers, whole));
  const slow = Math.min(firings, timers > 10 ? 20_000 : 100_000);
  const twisted = (name: string, workload: string, count: number): TwistedContender => ({
    name,
    twisted: workload,
    parameters: () => ({ intervals: intervals(), firings: count }),
  });
  const share = timers <= 10 ? 0.6 : timers <= 1000 ? 0.4 : 0.35;
  return {
    name: `W1 periodic, N = ${timers}, ${whole ? 'whole' : 'fractional'}`,
    unit: 'firings',
    measures: 'rate',
    place: 'node',
    contenders: [
      ...inJavaScript(intervals, firings),
      { name: 'with a trace', run: () => tracedLoops(intervals(), firings) },
      // These two sort all they have at each call: with many timers they would not end.
      ...(timers > 1000
        ? []
        : [
            { name: 'RxJS', run: () => rxjs(intervals(), slow) },
            twisted('Twisted Clock', 'periodicOnClock', slow / (timers > 10 ? 20 : 5)),
          ]),
      twisted('Twisted reactor', 'periodic', slow),
    ],
    goals: [
      { of: 'LoopingCall', to: 'callback limit', atLeast: share },
      { of: 'LoopingCall', to: 'fake-timers', atLeast: 3 },
      { of: 'LoopingCall', to: 'Twisted reactor', atLeast: 30 },
      { of: 'with a trace', to: 'LoopingCall', atLeast: 0.5 },
      { of: 'with a trace', to: 'fake-timers', atLeast: 2 },
    ],
    limits: [],
  };
}

/** W1 in a worker of Chromium. */
export function periodicInChromium(timers: number, firings: number, whole: boolean): Workload {
  const intervals = once(() => intervalsOf(timers, whole));
  const { name, goals, ...workload } = periodic(timers, firings, whole);
  const contenders = inJavaScript(intervals, firings);
  const names = new Set(contenders.map((contender) => contender.name));
  return {
    ...workload,
    name: `${name}, in a worker of Chromium`,
    place: 'chromium',
    contenders,
    goals: goals.filter(({ of, to }) => names.has(of) && names.has(to)),
  };
}

function inJavaScript(intervals: () => readonly number[], firings: number): readonly Contender[] {
  return [
    { name: 'LoopingCall', run: () => loopingCalls(intervals(), firings) },
    { name: 'callback limit', run: () => bareHeap(intervals(), firings) },
    { name: 'fake-timers', run: () => fakeTimers(intervals(), Math.min(firings, 500_000)) },
  ];
}

function total(counts: Uint32Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function loopingCalls(intervals: readonly number[], firings: number): Done {
  const reactor = new Reactor();
  const counts = new Uint32Array(intervals.length);
  let fired = 0;
  intervals.forEach((interval, index) => {
    const loop = new LoopingCall(reactor, () => {
      counts[index] = (counts[index] ?? 0) + 1;
      fired += 1;
      if (fired === firings) reactor.stop();
    });
    loop.start(interval, false);
  });
  reactor.run();
  return { operations: total(counts), kept: reactor };
}

/** The least that any scheduler with callbacks does: a heap of typed keys, one closure a timer. */
function bareHeap(intervals: readonly number[], firings: number): Done {
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
  return { operations: total(counts), kept: queue };
}

function fakeTimers(intervals: readonly number[], firings: number): Done {
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
  return { operations: total(counts), kept: clock };
}

function rxjs(intervals: readonly number[], firings: number): Done {
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
  return { operations: total(counts), kept: scheduler };
}
