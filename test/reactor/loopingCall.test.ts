import { expect, test } from 'vitest';

import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { Exception } from '#reactor/errors.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { thrownBy } from './eventLog.ts';
import { setUp, steps } from './loopSetUp.ts';

test('K-1, K-4: start runs the function at once, then every interval; stop fires the Deferred', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf(() => null);
  const isRunning = (): string => (loop.running ? 'running' : 'not running');
  clock.advance(1);
  const ended = loop.start(2);
  log.note(`started, ${isRunning()}`);
  ended.addCallback((v) => log.note(`${v === loop ? 'itself' : 'other'}, ${isRunning()}`));
  clock.pump(steps(0.5, 12));
  loop.stop();
  log.note(`stopped, ${clock.getDelayedCalls().length} calls left`);
  expect(log.lines).toEqual([
    '1 run 1',
    '1 started, running',
    '3 run 2',
    '5 run 3',
    '7 run 4',
    '7 itself, not running',
    '7 stopped, 0 calls left',
  ]);
});

test('K-2: with now=false the first run is one interval after the start', () => {
  const { clock, log, loopOf } = setUp();
  loopOf(() => null).start(1.5, false);
  clock.pump(steps(0.5, 8));
  expect(log.lines).toEqual(['1.5 run 1', '3 run 2']);
});

test('K-3: misuse raises, in words of its own', () => {
  const { loopOf } = setUp();
  const loop = loopOf(() => null);
  const tries = [
    thrownBy(() => loop.stop()),
    thrownBy(() => loop.reset()),
    thrownBy(() => loop.start(-1)),
    String(loop.running),
    thrownBy(() => loop.start(1)),
    thrownBy(() => loop.start(-1)),
  ];
  expect(tries).toEqual([
    'AssertionError: Tried to stop a LoopingCall that was not running.',
    'AssertionError: Tried to reset a LoopingCall that was not running.',
    'ValueError: interval must be >= 0',
    'false',
    'nothing',
    'AssertionError: Tried to start an already running LoopingCall.',
  ]);
});

test('K-4: it can be started again when its Deferred fires', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf(() => null);
  const again = (): void => {
    log.note(thrownBy(() => loop.stop()));
    loop.start(1, false);
  };
  loop.start(1).addCallback(again);
  clock.advance(0.5);
  loop.stop();
  clock.advance(1);
  expect(log.lines).toEqual([
    '0 run 1',
    '0.5 AssertionError: Tried to stop a LoopingCall that was not running.',
    '1.5 run 2',
  ]);
});

test('K-5, K-8: a Deferred of the function is waited for; then comes the next point of the grid', () => {
  const { clock, log, loopOf } = setUp();
  const lasts = [0.5, 2.25, 1, 0];
  const loop = loopOf((run) => {
    const d = deferLater(clock, lasts[run - 1] ?? 0, () => log.note(`end ${run}`));
    return run <= lasts.length ? d : null;
  });
  loop.start(1);
  clock.pump(steps(0.25, 28));
  expect(log.lines).toEqual([
    '0 run 1',
    '0.5 end 1',
    '1 run 2',
    '3.25 end 2',
    '4 run 3',
    '5 end 3',
    '6 run 4',
    '6 end 4',
    '7 run 5',
    '7 end 5',
  ]);
});

test('K-5: a Deferred that fails ends the loop, with its failure', () => {
  const { clock, log, loopOf } = setUp();
  const body = new Deferred();
  const loop = loopOf(() => body);
  loop.start(1).addErrback(log.link('ended', () => null));
  clock.advance(3);
  body.errback(new Exception('late'));
  expect([log.lines, loop.running, body.result, clock.getDelayedCalls()]).toEqual([
    ['0 run 1', '3 ended(Exception: late)'],
    false,
    null,
    [],
  ]);
});

test('K-6: stop in the function takes effect when that has ended', () => {
  const { clock, log, loopOf } = setUp();
  const loop = loopOf((run) => {
    if (run < 2) return;
    loop.stop();
    log.note(loop.running ? 'running' : 'not running');
  });
  loop.start(1).addBoth(() => log.note('ended'));
  clock.pump(steps(1, 3));
  expect(log.lines).toEqual(['0 run 1', '1 run 2', '1 not running', '1 ended']);
});

test('K-6: so does stop while its Deferred is pending, and a failure then is the end’s', () => {
  const { clock, log, loopOf } = setUp();
  const bodies = [new Deferred(), new Deferred()];
  const loop = loopOf((run) => bodies[run - 1]);
  loop.start(1).addBoth(() => log.note('ended'));
  clock.advance(1);
  loop.stop();
  clock.advance(2);
  bodies[0]?.callback(null);
  loop.start(1).addErrback(log.link('ended', () => null));
  loop.stop();
  bodies[1]?.errback(new Exception('late'));
  expect(log.lines).toEqual(['0 run 1', '3 ended', '3 run 2', '3 ended(Exception: late)']);
});

test('K-1, K-6: a function that raises fails the Deferred, at the start already, and also after a stop', () => {
  const { log, loopOf } = setUp();
  const boom = loopOf(() => {
    throw new Exception('at once');
  });
  const stopped = loopOf(() => {
    stopped.stop();
    throw new Exception('after stop');
  });
  const ended = [boom.start(1), stopped.start(1)];
  for (const each of ended) each.addErrback(log.link('ended', () => null));
  expect([log.lines, boom.running, stopped.running]).toEqual([
    ['0 run 1', '0 run 1', '0 ended(Exception: at once)', '0 ended(Exception: after stop)'],
    false,
    false,
  ]);
});

test('K-7: an exception in a callback of its Deferred does not come out of stop', () => {
  const { loopOf } = setUp();
  const loop = loopOf(() => null);
  const ended = loop.start(1).addCallback(() => {
    throw new Exception('in callback');
  });
  const thrown = thrownBy(() => loop.stop());
  expect([thrown, ended.unhandled]).toEqual(['nothing', true]);
});

test('a loop on a reactor arms one call again and again; where its clock was changed, it makes a new one', () => {
  const [first, second] = [new Reactor(), new Reactor()];
  const calls = new Set<DelayedCall | null>();
  const times: number[] = [];
  const loop = new LoopingCall(first, () => {
    times.push(first.seconds());
    if (times.length === 3) loop.clock = second;
  });
  loop.start(1, false);
  first.startRunning();
  for (let run = 0; run < 3; run += 1) {
    calls.add(loop.call);
    first.runUntilCurrent();
    first.sleepUntil(first.nextTime() ?? 0);
    first.runUntilCurrent();
  }
  const isNew = !calls.has(loop.call);
  expect([times, calls.size, isNew, second.getDelayedCalls().length]).toEqual([
    [1, 2, 3],
    1,
    true,
    1,
  ]);
});
