import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Seconds } from '#base/units.ts';
import { Clock } from '#reactor/clock.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { delayToNextRun, LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog, type EventLog } from './eventLog.ts';

const NANOSECOND: Seconds = 1e-9;

function runTimes(resolution: Seconds, interval: Seconds, end: Seconds): readonly Seconds[] {
  const reactor = new Reactor({ resolution });
  const times: Seconds[] = [];
  const loop = new LoopingCall(reactor, () => times.push(reactor.seconds()));
  reactor.callWhenRunning(() => loop.start(interval));
  reactor.callLater(end, () => reactor.crash());
  driveReactor(reactor);
  return times;
}

/** Runs a counting loop on a Clock that is moved by the program. */
function counts(program: (clock: Clock, loop: LoopingCall, log: EventLog) => void): string[] {
  const clock = new Clock();
  const log = createEventLog(clock);
  program(
    clock,
    LoopingCall.withCount(clock, (count) => log.note(`count ${count}`)),
    log,
  );
  return [...log.lines];
}

describe('K-8: the delay to the next run', () => {
  const delay = (when: Seconds, interval: Seconds, start: Seconds = 0): Seconds =>
    delayToNextRun(when, start, interval, 0);

  test('goes to the next point of the grid, and from a point to the one after', () => {
    const delays = [delay(0, 1), delay(1.25, 1), delay(10.5, 1), delay(5, 1), delay(3.5, 2, 1)];
    expect(delays).toEqual([1, 0.75, 0.5, 1, 1.5]);
  });

  test('is 0 for interval 0', () => {
    expect(delay(7, 0)).toBe(0);
  });

  test('is a whole interval where a smaller one would not move the time', () => {
    // At 1e17, times are 16 s apart.
    expect(delay(1e17 + 16, 3, 1e17)).toBe(3);
  });

  test('is on the grid also where a Clock was moved back before the start', () => {
    expect(delay(-0.25, 1)).toBe(0.25);
  });
});

describe('K-9: rounding', () => {
  test('gives interval 0.1 an extra run after 0.6', () => {
    expect(runTimes(0, 0.1, 0.75)).toEqual([
      0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6, 0.6000000000000001, 0.7000000000000001,
    ]);
  });

  test('leaves 5.6e-17 s at 0.6: a delay to the last bit, and no time to the nanosecond', () => {
    const delays = [0, NANOSECOND].map((resolution) => delayToNextRun(0.6, 0, 0.1, resolution));
    expect(delays).toEqual([5.551115123125783e-17, 0.10000000000000006]);
  });

  test('does not show to the nanosecond: there the runs are at tenths, none twice', () => {
    const tenths = Array.from({ length: 101 }, (_, k) => k / 10);
    expect(runTimes(NANOSECOND, 0.1, 10.05)).toEqual(tenths);
  });

  test('nor with intervals that are no decimals: 1000 thirds of a second are 1000 runs', () => {
    const times = runTimes(NANOSECOND, 1 / 3, 333.4);
    expect([times.length, times[1], times[3], times[1000]]).toEqual([
      1001, 0.333333333, 1, 333.333333333,
    ]);
  });

  test('nor with an interval that ends in half a nanosecond, whichever way its points are rounded', () => {
    const times = runTimes(NANOSECOND, 0.1234567895, 123.4567896);
    const gaps = new Set(times.slice(1).map((time, k) => Math.round((time - times[k]!) * 1e9)));
    expect([times.length, [...gaps].toSorted((a, b) => a - b)]).toEqual([
      1001,
      [123456789, 123456790],
    ]);
  });
});

test('K-8, K-12: to the nanosecond, any loop runs once at each point of its grid and counts 1', () => {
  const seconds = fc.double({ min: 0.001, max: 100, noNaN: true });
  const onGrid = fc.property(seconds, seconds, (start, interval) => {
    const reactor = new Reactor({ resolution: NANOSECOND });
    const seen: [Seconds, number][] = [];
    const loop = LoopingCall.withCount(reactor, (count) => {
      seen.push([reactor.seconds(), count]);
      if (seen.length === 50) loop.stop();
    });
    reactor.callLater(start, () => loop.start(interval));
    driveReactor(reactor);
    const misses = seen.filter(([time, count], k) => {
      const point = reactor.nominal(start) + k * interval;
      return count !== 1 || Math.abs(time - point) > NANOSECOND;
    });
    expect([seen.length, misses]).toEqual([50, []]);
  });
  fc.assert(onGrid);
});

describe('K-12: withCount', () => {
  test('counts the points of the grid since the last run', () => {
    const lines = counts((clock, loop) => {
      loop.start(1);
      clock.pump([1, 1, 3.5, 0.25, 0.25, 4]);
    });
    expect(lines).toEqual([
      '0 count 1',
      '1 count 1',
      '2 count 1',
      '5.5 count 3',
      '6 count 1',
      '10 count 4',
    ]);
  });

  test('counts from the start where the first run is not at once', () => {
    const lines = counts((clock, loop) => {
      clock.advance(0.25);
      loop.start(0.5, false);
      clock.pump([0.25, 0.25, 1.25, 0.25]);
    });
    expect(lines).toEqual(['0.75 count 1', '2 count 2', '2.25 count 1']);
  });

  test('counts what passes while the function waits', () => {
    const clock = new Clock();
    const log = createEventLog(clock);
    const lasts = [0, 2.5, 0.25].values();
    const loop = LoopingCall.withCount(clock, (count) => {
      log.note(`count ${count}`);
      return deferLater(clock, lasts.next().value ?? 0);
    });
    loop.start(1);
    clock.pump(Array.from({ length: 20 }, () => 0.25));
    expect(log.lines).toEqual(['0 count 1', '1 count 1', '4 count 3', '5 count 1']);
  });

  test('goes on after a reset on the new grid', () => {
    const lines = counts((clock, loop) => {
      loop.start(1);
      clock.advance(0.5);
      loop.reset();
      clock.pump([1, 3, 0.25]);
      loop.reset();
      clock.advance(3);
    });
    expect(lines).toEqual(['0 count 1', '1.5 count 1', '4.5 count 3', '7.75 count 3']);
  });

  test('always counts 1 with interval 0', () => {
    const seen: number[] = [];
    const clock = new Clock();
    const loop = LoopingCall.withCount(clock, (count) => {
      seen.push(count);
      if (seen.length === 3) loop.stop();
    });
    loop.start(0);
    clock.advance(5);
    expect(seen).toEqual([1, 1, 1]);
  });
});

test('K-13: withCount remembers its last run across stop and start', () => {
  const lines = counts((clock, loop, log) => {
    loop.start(1);
    clock.pump([1, 1]);
    loop.stop();
    clock.advance(8);
    log.note('start');
    loop.start(1);
    clock.advance(1);
    loop.stop();
    clock.advance(9);
    log.note('start');
    loop.start(1, false);
    clock.pump([1, 1]);
  });
  expect(lines).toEqual([
    '0 count 1',
    '1 count 1',
    '2 count 1',
    '10 start',
    '10 count 8',
    '11 count 1',
    '20 start',
    '21 count 10',
    '22 count 1',
  ]);
});

describe('K-14: rounding', () => {
  test('swallows the run at 0.6 of a counting loop, and gives a count of 2 at 1.3', () => {
    const lines = counts((clock, loop) => {
      loop.start(0.1);
      clock.pump(Array.from({ length: 14 }, () => 0.1));
    });
    expect(lines).toEqual([
      '0 count 1',
      '0.1 count 1',
      '0.2 count 1',
      '0.30000000000000004 count 1',
      '0.4 count 1',
      '0.5 count 1',
      '0.7 count 1',
      '0.7999999999999999 count 1',
      '0.8999999999999999 count 1',
      '0.9999999999999999 count 1',
      '1.0999999999999999 count 1',
      '1.2 count 1',
      '1.3 count 2',
      '1.4000000000000001 count 1',
    ]);
  });

  test('leaves no trace of a swallowed run: the next count goes from the one before', () => {
    const lines = counts((clock, loop) => {
      loop.start(0.1);
      clock.pump(Array.from({ length: 6 }, () => 0.1));
      loop.stop();
      clock.advance(0.05);
      loop.start(0.1);
    });
    expect(lines.slice(-2)).toEqual(['0.5 count 1', '0.65 count 1']);
  });

  test('swallows the very first run of one that is started at 7.3', () => {
    const lines = counts((clock, loop) => {
      clock.advance(7.3);
      loop.start(0.1);
      clock.pump([0.1, 0.1]);
    });
    expect(lines).toEqual(['7.499999999999999 count 1']);
  });

  test('does neither to the nanosecond: each run counts 1', () => {
    const reactor = new Reactor({ resolution: NANOSECOND });
    const seen: [Seconds, number][] = [];
    const loop = LoopingCall.withCount(reactor, (count) => seen.push([reactor.seconds(), count]));
    reactor.callLater(7.3, () => loop.start(0.1));
    reactor.callLater(17.35, () => reactor.crash());
    driveReactor(reactor);
    expect(seen).toEqual(Array.from({ length: 101 }, (_, k) => [(73 + k) / 10, 1]));
  });
});
