import { expect, test } from 'vitest';

import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';
import type { ReactorProbe } from '#reactor/reactorProbe.ts';

import { createEventLog, type EventLog } from './eventLog.ts';

function loggingProbe(log: EventLog): ReactorProbe {
  return {
    started: () => log.note('started'),
    runs: () => log.note('runs'),
    stopRequested: () => log.note('stop requested'),
    shutsDown: () => log.note('shuts down'),
    ended: () => log.note('ended'),
    threadCallQueued: (f) => log.note(`${f.name} queued`),
    threadCallRuns: (f) => log.note(`${f.name} runs`),
    planned: (call) => log.note(`planned for ${call.getTime()}`),
  };
}

test('a probe hears of start-up, stop and shutdown in their order with the hooks (R-12, R-15)', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.probe = loggingProbe(log);
  reactor.addSystemEventTrigger('before', 'startup', log.run('before startup'));
  reactor.callWhenRunning(log.run('after startup'));
  reactor.addSystemEventTrigger('before', 'shutdown', log.run('before shutdown'));
  reactor.callLater(
    2,
    log.run('stops', () => reactor.stop()),
  );
  reactor.run();
  expect(log.lines).toEqual([
    '0 planned for 2',
    '0 started',
    '0 before startup',
    '0 runs',
    '0 after startup',
    '2 stops',
    '2 stop requested',
    '2 shuts down',
    '2 before shutdown',
    '2 ended',
  ]);
});

test('a probe hears of thread calls, and once of the end of a reactor with nothing to do (R-10, R-18)', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.probe = loggingProbe(log);
  reactor.crash();
  reactor.callFromThread(function work() {
    log.note('work');
  });
  reactor.run();
  expect(log.lines).toEqual([
    '0 work queued',
    '0 started',
    '0 runs',
    '0 work runs',
    '0 work',
    '0 ended',
  ]);
});

test('a probe hears when the call of a loop is armed again', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  const loop = new LoopingCall(reactor, () => {
    if (reactor.seconds() === 2) loop.stop();
  });
  loop.start(1);
  reactor.probe = { planned: (call) => log.note(`${call === loop.call} ${call.getTime()}`) };
  reactor.run();
  expect(log.lines).toEqual(['1 false 2']);
});
