import { expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';
import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { Exception } from '#reactor/errors.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog } from './eventLog.ts';

test('E-1: it fires after the delay with what the function returns, raises or waits for', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  deferLater(clock, 1, () => 'a').addBoth(log.link('A'));
  deferLater(clock, 1).addBoth(log.link('B'));
  const boom = (): never => {
    throw new Exception('b');
  };
  deferLater(clock, 1, boom).addBoth(log.link('C', () => null));
  deferLater(clock, 1, () => deferLater(clock, 1, () => 'inner')).addBoth(log.link('D'));
  clock.pump([1, 1]);
  expect(log.lines).toEqual(['1 A(a)', '1 B(None)', '1 C(Exception: b)', '2 D(inner)']);
});

test('E-2: cancelled before its time it takes the call back, and the function never runs', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const d = deferLater(clock, 1, log.run('never')).addErrback(log.link('d', () => null));
  clock.advance(0.5);
  d.cancel();
  clock.advance(1);
  expect([log.lines, clock.getDelayedCalls()]).toEqual([['0.5 d(CancelledError)'], []]);
});

test('E-2: cancelled later it cancels what the function gave, or does nothing', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const done = deferLater(clock, 1, () => 'done');
  const inner = new Deferred(() => log.note('canceller'));
  const waiting = deferLater(clock, 1, () => inner).addErrback(log.link('w', () => null));
  clock.advance(1);
  done.cancel();
  waiting.cancel();
  expect([log.lines, done.result]).toEqual([['1 canceller', '1 w(CancelledError)'], 'done']);
});

test('E-3: with delay 0 it fires in the next advance of a Clock, not at once', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  deferLater(clock, 0).addBoth(log.link('zero'));
  deferLater(clock, -1).addBoth(log.link('minus'));
  log.note('nothing yet');
  clock.advance(0);
  expect(log.lines).toEqual(['0 nothing yet', '0 minus(None)', '0 zero(None)']);
});

test('E-3: and in the next pass of a reactor', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.probe = { passBegan: () => log.note('pass') };
  reactor.callLater(1, () => deferLater(reactor, 0).addBoth(log.link('zero')));
  reactor.callLater(1, log.run('A'));
  driveReactor(reactor);
  expect(log.lines).toEqual(['1 pass', '1 A', '1 pass', '1 zero(None)']);
});
