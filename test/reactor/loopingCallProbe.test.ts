import { expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';
import { Exception } from '#reactor/errors.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { TimerService } from '#reactor/timerService.ts';

import { createEventLog, show } from './eventLog.ts';

test('a probe hears the counts of withCount, and of a run that comes too soon to count (K-12)', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const loop = LoopingCall.withCount(clock, () => null);
  loop.probe = {
    ticks: (_, count) => log.note(`ticks ${count}`),
    skips: () => log.note('skips'),
  };
  loop.start(1);
  clock.pump([1, 3.5]);
  loop.interval = 0.25;
  loop.interval = 2;
  clock.pump([0.5, 1]);
  expect(log.lines).toEqual(['0 ticks 1', '1 ticks 1', '4.5 ticks 3', '5 skips', '6 ticks 1']);
});

test('a probe hears of resets and stops between runs, but not of a reset without effect (K-10)', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.probe = { planned: (call) => log.note(`planned for ${call.getTime()}`) };
  const loop = new LoopingCall(clock, () => {
    if (clock.seconds() === 2.5) loop.reset();
  });
  loop.probe = {
    stopped: () => log.note('stopped'),
    reset: () => log.note('reset'),
    ended: () => log.note('ended'),
  };
  loop.start(2, false).addCallback(() => log.note('fired'));
  clock.advance(0.5);
  loop.reset();
  clock.advance(2);
  loop.stop();
  expect(log.lines).toEqual([
    '0 planned for 2',
    '0.5 reset',
    '0.5 planned for 2.5',
    '2.5 planned for 4.5',
    '2.5 stopped',
    '2.5 ended',
    '2.5 fired',
  ]);
});

test('the loops of a TimerService have the probe that it was given, from their first run on (S-8, S-10)', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  const timer = new TimerService(clock, 1, () => {
    if (clock.seconds() === 1) throw new Exception('x');
  });
  timer.loopProbe = {
    ticks: () => log.note('ticks'),
    failed: (loop, failure) => log.note(`failed ${loop.running} ${show(failure)}`),
    ended: () => log.note('ended'),
  };
  timer.startService();
  clock.pump([1, 1]);
  timer.startService();
  expect(log.lines).toEqual([
    '0 ticks',
    '1 ticks',
    '1 failed false Exception: x',
    '1 ended',
    '2 ticks',
  ]);
});
