import { describe, expect, test } from 'vitest';

import type { Seconds } from '#base/units.ts';
import { Clock } from '#reactor/clock.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog, type EventLog } from './eventLog.ts';

/** Runs a start-up hook, until the reactor is crashed or has no more to do. */
function run(hook: (reactor: Reactor, log: EventLog) => void, end: Seconds): readonly string[] {
  const reactor = new Reactor({ resolution: 1e-9 });
  const log = createEventLog(reactor);
  reactor.callWhenRunning(() => hook(reactor, log));
  reactor.callLater(end, () => reactor.crash());
  driveReactor(reactor);
  return log.lines;
}

describe('O-1: at equal times', () => {
  test('calls of one callback run in the order in which they were made', () => {
    const lines = run((reactor, log) => {
      const first = (): void => {
        for (const name of 'VWXYZ') reactor.callLater(1, log.run(name));
      };
      for (const name of 'ABCDEFGHI') {
        reactor.callLater(1, log.run(name, name === 'A' ? first : undefined));
      }
    }, 3);
    expect(lines.join(', ')).toBe(
      '1 A, 1 B, 1 C, 1 D, 1 E, 1 F, 1 G, 1 H, 1 I, 2 V, 2 W, 2 X, 2 Y, 2 Z',
    );
  });

  test('a call that was made earlier runs earlier', () => {
    const lines = run((reactor, log) => {
      reactor.callLater(2, log.run('A'));
      reactor.callLater(1, () => reactor.callLater(1, log.run('B')));
      reactor.callLater(1.5, () => reactor.callLater(0.5, log.run('C')));
    }, 3);
    expect(lines).toEqual(['2 A', '2 B', '2 C']);
  });

  test('a reset gives a call a new place, and a delay leaves it its old one', () => {
    const lines = run((reactor, log) => {
      const a = reactor.callLater(1, log.run('A'));
      reactor.callLater(2, log.run('B'));
      a.reset(2);
      const c = reactor.callLater(1, log.run('C'));
      reactor.callLater(2, log.run('D'));
      c.delay(1);
      const e = reactor.callLater(3, log.run('E'));
      reactor.callLater(2, log.run('F'));
      e.reset(2);
      const g = reactor.callLater(3, log.run('G'));
      reactor.callLater(2, log.run('H'));
      g.delay(-1);
    }, 3);
    expect(lines.join(' ')).toBe('2 B 2 A 2 C 2 D 2 F 2 E 2 G 2 H');
  });

  test('a loop keeps the place of its start (K-17)', () => {
    const lines = run((reactor, log) => {
      const start = (name: string, interval: Seconds): void => {
        new LoopingCall(reactor, log.run(name)).start(interval, false);
      };
      start('L1', 1);
      start('L2', 2);
      reactor.callLater(2, log.run('T2'));
      start('L3', 0.5);
      reactor.callLater(4, log.run('T4'));
    }, 4.25);
    expect(lines).toEqual([
      '0.5 L3',
      '1 L1',
      '1 L3',
      '1.5 L3',
      '2 L1',
      '2 L2',
      '2 T2',
      '2 L3',
      '2.5 L3',
      '3 L1',
      '3 L3',
      '3.5 L3',
      '4 L1',
      '4 L2',
      '4 L3',
      '4 T4',
    ]);
  });

  test('a loop that is reset or started again takes a new place (K-17)', () => {
    const lines = run((reactor, log) => {
      const first = new LoopingCall(reactor, log.run('L1'));
      const second = new LoopingCall(reactor, log.run('L2'));
      first.start(1, false);
      second.start(1, false);
      reactor.callLater(2, () => first.reset());
      reactor.callLater(4, () => {
        second.stop();
        second.start(1, false);
      });
    }, 5.5);
    expect(lines).toEqual([
      '1 L1',
      '1 L2',
      '2 L1',
      '2 L2',
      '3 L2',
      '3 L1',
      '4 L2',
      '4 L1',
      '5 L1',
      '5 L2',
    ]);
  });

  test('a call that is reset to now during a pass waits for the next one', () => {
    const reactor = new Reactor();
    const log = createEventLog(reactor);
    reactor.probe = { passBegan: () => log.note('pass') };
    const a = log.run('A', () => {
      l.reset(0);
      m.reset(-1);
      reactor.callLater(0, log.run('N'));
    });
    reactor.callLater(1, a);
    const l = reactor.callLater(9, log.run('L'));
    const m = reactor.callLater(9, log.run('M'));
    reactor.callLater(1, log.run('B'));
    driveReactor(reactor);
    expect(log.lines).toEqual(['1 pass', '1 A', '1 M', '1 B', '1 pass', '1 L', '1 N']);
  });

  test('times that are equal but for rounding count as equal where there is a resolution', () => {
    const lines = run((reactor, log) => {
      // 0.1 + 0.2 is larger than 0.3 by the last bit.
      reactor.callLater(0.1, () => reactor.callLater(0.2, log.run('B')));
      reactor.callLater(0.3, log.run('C'));
      reactor.callLater(0.25, () => reactor.callLater(0.05, log.run('D')));
    }, 1);
    expect(lines).toEqual(['0.3 C', '0.3 B', '0.3 D']);
  });

  test('and without one they differ', () => {
    const reactor = new Reactor();
    const log = createEventLog(reactor);
    reactor.callLater(0.1, () => reactor.callLater(0.2, log.run('B')));
    reactor.callLater(0.3, log.run('C'));
    driveReactor(reactor);
    expect(log.lines).toEqual(['0.3 C', '0.30000000000000004 B']);
  });
});

test('O-2: at a shared point of two grids a Clock goes by when the runs were planned (K-17)', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  new LoopingCall(clock, log.run('L1')).start(1, false);
  new LoopingCall(clock, log.run('L2')).start(2, false);
  clock.callLater(2, log.run('T'));
  clock.pump([1, 1]);
  expect(log.lines).toEqual(['1 L1', '2 L2', '2 T', '2 L1']);
});

test('with a resolution, times are kept to multiples of it, as the nearest doubles', () => {
  const reactor = new Reactor({ resolution: 1e-9 });
  const times = [0.1 + 0.2, 1 / 3, 5.5511151231257827e-17, 1e9 + 0.1];
  expect(times.map((time) => reactor.nominal(time))).toEqual([0.3, 0.333333333, 0, 1000000000.1]);
});
