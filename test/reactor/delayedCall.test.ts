import { expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';

import { createEventLog, thrownBy } from './eventLog.ts';

test('T-1: callLater adds the delay to the time now, and never runs the function itself', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.advance(5);
  const call = clock.callLater(0, log.run('A'));
  expect([call.getTime(), call.active(), log.lines]).toEqual([5, true, []]);
});

test('T-3: getTime keeps its last value after a cancel and after a run', () => {
  const clock = new Clock();
  const cancelled = clock.callLater(1, () => {});
  const run = clock.callLater(2, () => {});
  cancelled.cancel();
  run.delay(1);
  clock.advance(9);
  expect([cancelled.getTime(), run.getTime()]).toEqual([1, 3]);
});

test('T-4, T-5: a cancelled or called call refuses cancel, reset and delay, in its own words', () => {
  const clock = new Clock();
  const cancelled = clock.callLater(1, () => {});
  const called = clock.callLater(1, () => {});
  cancelled.cancel();
  clock.advance(1);
  const tries = [cancelled, called].flatMap((call) => [
    thrownBy(() => call.cancel()),
    thrownBy(() => call.reset(1)),
    thrownBy(() => call.delay(1)),
  ]);
  const wasCancelled = 'AlreadyCancelled: Tried to cancel an already-cancelled event.';
  const wasCalled = 'AlreadyCalled: Tried to cancel an already-called event.';
  expect(tries).toEqual([
    wasCancelled,
    wasCancelled,
    wasCancelled,
    wasCalled,
    wasCalled,
    wasCalled,
  ]);
});

test('T-4: inside its own function a call is not active, and may change others', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const a = clock.callLater(
    1,
    log.run('A', () => {
      log.note(a.active() ? 'A is active' : 'A is not active');
      log.note(thrownBy(() => a.cancel()));
      c.cancel();
      b.reset(5);
    }),
  );
  const b = clock.callLater(1, log.run('B'));
  const c = clock.callLater(1, log.run('C'));
  clock.pump([1, 5]);
  expect(log.lines).toEqual([
    '1 A',
    '1 A is not active',
    '1 AlreadyCalled: Tried to cancel an already-called event.',
    '6 B',
  ]);
});

test('T-6: reset counts from now, and takes back what delay has added', () => {
  const clock = new Clock();
  const a = clock.callLater(10, () => {});
  const b = clock.callLater(10, () => {});
  clock.advance(4);
  const times: number[] = [];
  a.reset(3);
  times.push(a.getTime());
  b.delay(3);
  times.push(b.getTime());
  b.reset(3);
  times.push(b.getTime());
  b.reset(20);
  times.push(b.getTime());
  expect(times).toEqual([7, 13, 7, 24]);
});

test('T-6: after a delay, a reset to no earlier than the first time moves no place in the queue', () => {
  const clock = new Clock();
  const call = clock.callLater(2, () => {});
  const places: number[][] = [];
  call.delay(3);
  places.push([call.time, call.extra, call.getTime()]);
  call.reset(4);
  places.push([call.time, call.extra, call.getTime()]);
  call.reset(1);
  places.push([call.time, call.extra, call.getTime()]);
  expect(places).toEqual([
    [2, 3, 5],
    [2, 2, 4],
    [1, 0, 1],
  ]);
});

test('T-7: of all resets from one tenth to a later one, 32 miss it by the last bit', () => {
  const clock = new Clock();
  const missed: number[][] = [];
  for (let from = 1; from <= 60; from += 1) {
    for (let to = from + 1; to <= 60; to += 1) {
      const call = clock.callLater(from / 10, () => {});
      call.reset(to / 10);
      if (call.getTime() !== to / 10) missed.push([from / 10, to / 10, call.getTime()]);
    }
  }
  expect([missed.length, ...missed.slice(0, 4)]).toEqual([
    32,
    [0.2, 0.9, 0.8999999999999999],
    [0.3, 0.9, 0.9000000000000001],
    [0.4, 1.7, 1.6999999999999997],
    [0.4, 1.8, 1.7999999999999998],
  ]);
});

test('T-8: delay counts from the scheduled time, forwards and backwards', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const a = clock.callLater(2, log.run('A'));
  clock.callLater(3, log.run('B'));
  const times = [2, -1, -2].map((amount) => {
    a.delay(amount);
    return a.getTime();
  });
  clock.pump([1, 2]);
  expect([times, log.lines]).toEqual([
    [4, 3, 1],
    ['1 A', '3 B'],
  ]);
});

test('T-9: a cancelled call never runs and is gone from the list, also when another call cancels it', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(1, log.run('A'));
  clock.callLater(
    2,
    log.run('B', () => {
      c.cancel();
      clock.callLater(0, log.run('E'));
    }),
  );
  const c = clock.callLater(3, log.run('C'));
  const d = clock.callLater(3, log.run('D'));
  d.cancel();
  const listed = clock.getDelayedCalls().length;
  clock.advance(3);
  expect([listed, log.lines, clock.getDelayedCalls()]).toEqual([3, ['3 A', '3 B', '3 E'], []]);
});

test('a DelayedCallProbe is told of moves, of the call and of a cancel', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const probe = {
    moved: () => log.note('moved'),
    called: () => log.note('called'),
    cancelled: () => log.note('cancelled'),
  };
  const run = clock.callLater(1, log.run('A'));
  const dropped = clock.callLater(2, log.run('B'));
  run.probe = probe;
  dropped.probe = probe;
  run.reset(3);
  run.delay(-1);
  dropped.cancel();
  clock.advance(2);
  expect(log.lines).toEqual(['0 moved', '0 moved', '0 cancelled', '2 called', '2 A']);
});
