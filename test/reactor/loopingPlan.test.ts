import { expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog, type EventLog } from './eventLog.ts';
import { setUp, steps } from './loopSetUp.ts';

test('K-8: late runs do not move the grid, and what has passed is not made up for', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf(() => null);
  loop.start(1);
  clock.pump([0.875, 0.375, 0.625, 0.1875, 2.6875, 0.25, 5.5]);
  log.note(`next at ${loop.call?.getTime()}`);
  expect(log.lines).toEqual([
    '0 run 1',
    '1.25 run 2',
    '2.0625 run 3',
    '4.75 run 4',
    '5 run 5',
    '10.5 run 6',
    '10.5 next at 11',
  ]);
});

test('K-10: reset begins a whole interval anew, and moves the grid', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf(() => null);
  loop.start(5);
  clock.advance(2);
  loop.reset();
  log.note(`next at ${loop.call?.getTime()}`);
  clock.pump([5, 5]);
  expect(log.lines).toEqual(['0 run 1', '2 next at 7', '7 run 2', '12 run 3']);
});

test('K-10: in the function, and while its Deferred is pending, reset does nothing', () => {
  const { clock, log, loopOf } = setUp();
  const inside = loopOf(() => inside.reset());
  inside.start(1, false);
  clock.advance(2.5);
  log.note(`next at ${inside.call?.getTime()}`);
  const waiting = loopOf(() => deferLater(clock, 0.75));
  waiting.start(1);
  clock.advance(0.25);
  waiting.reset();
  inside.stop();
  clock.advance(0.5);
  log.note(`next at ${waiting.call?.getTime()}`);
  expect(log.lines).toEqual(['2.5 run 1', '2.5 next at 3', '2.5 run 1', '3.25 next at 3.5']);
});

test('K-11: with interval 0 a Clock makes all runs in one advance, a reactor one in each pass', () => {
  const runsOn = (clock: Clock | Reactor, log: EventLog): LoopingCall => {
    let left = 3;
    const loop = new LoopingCall(clock, () => {
      log.note('run');
      if (clock instanceof Reactor) clock.spin(0.25);
      left -= 1;
      if (left === 0) loop.stop();
    });
    return loop;
  };
  const clock = new Clock();
  const reactor = new Reactor();
  const [onClock, onReactor] = [createEventLog(clock), createEventLog(reactor)];
  runsOn(clock, onClock).start(0);
  onClock.note('advance');
  clock.advance(0);
  reactor.callWhenRunning(() => runsOn(reactor, onReactor).start(0));
  reactor.callLater(0.5, onReactor.run('T'));
  driveReactor(reactor);
  expect([onClock.lines, onReactor.lines]).toEqual([
    ['0 run', '0 advance', '0 run', '0 run'],
    ['0 run', '0.25 run', '0.5 T', '0.5 run'],
  ]);
});

test('K-15: a start over a pending function leaves an unhandled AssertionError at the end', () => {
  const { clock, log, loopOf } = setUp();
  const bodies: Deferred[] = [];
  const loop = loopOf(() => {
    const body = deferLater(clock, 2);
    bodies.push(body);
    return body;
  });
  const first = loop.start(1);
  clock.advance(0.5);
  loop.stop();
  const second = loop.start(1).addBoth(() => log.note('second ended'));
  clock.pump(steps(0.5, 11));
  loop.stop();
  clock.pump(steps(0.5, 6));
  const unhandled = bodies.filter((body) => body.unhandled).length;
  expect([log.lines, first.called, second.called, unhandled]).toEqual([
    [
      '0 run 1',
      '0.5 run 2',
      '2.5 run 3',
      '3.5 run 4',
      '5.5 run 5',
      '6.5 run 6',
      '7.5 second ended',
    ],
    false,
    true,
    1,
  ]);
});

test('K-16: a new interval counts from the next planning on, on the old start', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf(() => null);
  loop.start(1);
  clock.pump([1, 0.5]);
  loop.interval = 4;
  log.note(`next at ${loop.call?.getTime()}`);
  clock.pump([0.5, 2, 4]);
  expect(log.lines).toEqual([
    '0 run 1',
    '1 run 2',
    '1.5 next at 2',
    '2 run 3',
    '4 run 4',
    '8 run 5',
  ]);
});

test('a LoopingCallProbe is told of start, runs, waits and ends of runs, in order', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf((run) => {
    if (run === 2) return deferLater(clock, 0.5);
    if (run === 3) loop.stop();
    return null;
  });
  const given: Deferred[] = [];
  loop.probe = {
    starts: (_, deferred) => {
      given.push(deferred);
      log.note('starts');
    },
    ticks: () => log.note('ticks'),
    waits: () => log.note('waits'),
    looped: () => log.note('looped'),
    stopped: () => log.note('stopped'),
    ended: (_, deferred) => {
      given.push(deferred);
      log.note('ended');
    },
  };
  const ended = loop.start(1);
  clock.pump(steps(0.5, 4));
  expect([log.lines, given.map((deferred) => deferred === ended)]).toEqual([
    [
      '0 starts',
      '0 ticks',
      '0 run 1',
      '0 looped',
      '1 ticks',
      '1 run 2',
      '1 waits',
      '1.5 looped',
      '2 ticks',
      '2 run 3',
      '2 stopped',
      '2 ended',
    ],
    [true, true],
  ]);
});
