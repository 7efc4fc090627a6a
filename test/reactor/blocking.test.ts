import { expect, test } from 'vitest';

import type { Seconds } from '#base/units.ts';
import { Deferred } from '#reactor/deferred.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog, type EventLog } from './eventLog.ts';

function run(program: (reactor: Reactor, log: EventLog) => void, end: Seconds): readonly string[] {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  program(reactor, log);
  reactor.callLater(end, () => reactor.crash());
  driveReactor(reactor);
  return log.lines;
}

test('B-1: what is due while a call blocks runs after it, in order of due time, each once', () => {
  const lines = run((reactor, log) => {
    for (const due of [1, 2, 3, 4, 5, 6]) {
      reactor.callLater(due, () => log.note(`T${due} late by ${reactor.seconds() - due}`));
    }
    reactor.callLater(1.5, () => reactor.spin(3.25));
  }, 7);
  expect(lines).toEqual([
    '1 T1 late by 0',
    '4.75 T2 late by 2.75',
    '4.75 T3 late by 1.75',
    '4.75 T4 late by 0.75',
    '5 T5 late by 0',
    '6 T6 late by 0',
  ]);
});

test('B-2: a call that the blocker makes counts from the end of the block', () => {
  const lines = run((reactor, log) => {
    reactor.callLater(1, () => {
      reactor.spin(5);
      reactor.callLater(1, log.run('N'));
    });
    reactor.callLater(
      2,
      log.run('B', () => reactor.spin(1.5)),
    );
    reactor.callLater(3, log.run('C'));
    reactor.callLater(6.5, log.run('D'));
    reactor.callLater(8, log.run('E'));
  }, 9);
  expect(lines).toEqual(['6 B', '7.5 C', '7.5 D', '7.5 N', '8 E']);
});

test('B-3: a loop that is held up runs once, late, and goes on with its grid', () => {
  const lines = run((reactor, log) => {
    new LoopingCall(reactor, log.run('P')).start(1, false);
    reactor.callLater(1.5, () => reactor.spin(3.25));
  }, 6.5);
  expect(lines).toEqual(['1 P', '4.75 P', '5 P', '6 P']);
});

test('B-3: a loop that blocks by itself has no late run; withCount tells what has passed', () => {
  const lines = run((reactor, log) => {
    const spins = [0.25, 0.25, 2.625, 0.25, 1].values();
    const loop = LoopingCall.withCount(reactor, (count) => {
      log.note(`count ${count}`);
      reactor.spin(spins.next().value ?? 0);
    });
    reactor.callWhenRunning(() => loop.start(1));
    reactor.callLater(2.5, log.run('T'));
  }, 8.5);
  expect(lines).toEqual([
    '0 count 1',
    '1 count 1',
    '2 count 1',
    '4.625 T',
    '5 count 3',
    '6 count 1',
    '8 count 2',
  ]);
});

test('B-4: two loops that are late run in the order of their due times', () => {
  const lines = run((reactor, log) => {
    new LoopingCall(reactor, log.run('P')).start(1, false);
    new LoopingCall(reactor, log.run('Q')).start(0.75, false);
    reactor.callLater(2.125, () => reactor.spin(2.5));
  }, 5.5);
  expect(lines).toEqual(['0.75 Q', '1 P', '1.5 Q', '2 P', '4.625 Q', '4.625 P', '5 P', '5.25 Q']);
});

test('B-5: of a result and a time limit that are both late, the one that was due first wins', () => {
  const lines = run((reactor, log) => {
    const race = (name: string, due: Seconds): void => {
      const d = new Deferred().addBoth(log.link(name, () => null));
      reactor.callLater(1, () => d.cancel());
      reactor.callLater(due, () => d.callback('in time'));
    };
    race('d1', 0.9);
    race('d2', 1.1);
    reactor.callLater(0.5, () => reactor.spin(3));
  }, 4);
  expect(lines).toEqual(['3.5 d1(in time)', '3.5 d2(CancelledError)']);
});

test('B-6: a call that keeps calling itself with delay 0 lets late timers run in between', () => {
  const lines = run((reactor, log) => {
    let left = 4;
    const z = log.run('Z', () => {
      reactor.spin(0.25);
      left -= 1;
      if (left > 0) reactor.callLater(0, z);
    });
    reactor.callLater(0, z);
    reactor.callLater(0.5, log.run('T'));
  }, 2);
  expect(lines).toEqual(['0 Z', '0.25 Z', '0.5 T', '0.5 Z', '0.75 Z']);
});

test('B-7: later links of a chain run right after one that blocks, before any timer', () => {
  const lines = run((reactor, log) => {
    const d = new Deferred();
    d.addCallback(log.link('first', () => reactor.spin(2)));
    d.addCallback(log.link('second', () => reactor.callLater(0.5, log.run('N'))));
    reactor.callLater(1, () => d.callback('d'));
    reactor.callLater(1.5, log.run('T'));
  }, 4);
  expect(lines).toEqual(['1 first(d)', '3 second(None)', '3 T', '3.5 N']);
});
