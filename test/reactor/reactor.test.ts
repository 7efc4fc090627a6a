import { expect, test } from 'vitest';

import { deferLater } from '#reactor/deferLater.ts';
import { Exception } from '#reactor/errors.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from './driveReactor.ts';
import { createEventLog, show, thrownBy, type EventLog } from './eventLog.ts';

/** Runs a reactor; the log has a line "pass" for each pass in which something runs. */
function passesOf(program: (reactor: Reactor, log: EventLog) => void): readonly string[] {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.probe = {
    passBegan: () => log.note('pass'),
    logged: (failure) => log.note(`logged ${show(failure)}`),
  };
  program(reactor, log);
  driveReactor(reactor);
  return log.lines;
}

test('R-1: each iteration runs thread calls first, then the calls that are due', () => {
  const lines = passesOf((reactor, log) => {
    reactor.callLater(0, log.run('timed'));
    reactor.callFromThread(log.run('thread'));
  });
  expect(lines).toEqual(['0 pass', '0 thread', '0 timed']);
});

test('R-2: callLater refuses a negative delay and NaN, and takes -0', () => {
  const reactor = new Reactor();
  const tries = [-1, -1e-7, Number.NaN, -0].map((delay) =>
    thrownBy(() => reactor.callLater(delay, () => {})),
  );
  tries.push(thrownBy(() => deferLater(reactor, -1)));
  expect(tries).toEqual([
    'AssertionError: -1 is not greater than or equal to 0 seconds',
    'AssertionError: -1e-07 is not greater than or equal to 0 seconds',
    'AssertionError: nan is not greater than or equal to 0 seconds',
    'nothing',
    'AssertionError: -1 is not greater than or equal to 0 seconds',
  ]);
});

test('R-3: a call made in a pass waits for the next one, also with delay 0', () => {
  const lines = passesOf((reactor, log) => {
    const z = log.run('Z', () => reactor.callLater(0, log.run('Z2')));
    reactor.callLater(
      1,
      log.run('A', () => reactor.callLater(0, z)),
    );
    reactor.callLater(1.5, log.run('B'));
  });
  expect(lines).toEqual(['1 pass', '1 A', '1 pass', '1 Z', '1 pass', '1 Z2', '1.5 pass', '1.5 B']);
});

test('R-3: nor does a reset into the past bring a new call into the pass that made it', () => {
  const lines = passesOf((reactor, log) => {
    const a = log.run('A', () => {
      reactor.callLater(0, log.run('N'));
      reactor.callLater(2, log.run('N2')).reset(-1);
    });
    reactor.callLater(1, a);
  });
  expect(lines).toEqual(['1 pass', '1 A', '1 pass', '1 N2', '1 N']);
});

test('R-4: what becomes due while a call spins waits for the next pass', () => {
  const lines = passesOf((reactor, log) => {
    const a = log.run('A', () => {
      reactor.callLater(0, log.run('N'));
      reactor.spin(2);
      log.note('A ends');
    });
    reactor.callLater(1, a);
    reactor.callLater(1.25, log.run('B'));
    reactor.callLater(2, log.run('C'));
  });
  expect(lines).toEqual(['1 pass', '1 A', '3 A ends', '3 pass', '3 N', '3 B', '3 C']);
});

test('R-5: late calls run in the order of their times, each once, in one pass', () => {
  const lines = passesOf((reactor, log) => {
    reactor.callLater(1, () => reactor.spin(5));
    reactor.callLater(3, log.run('3'));
    reactor.callLater(2, log.run('2'));
    reactor.callLater(4, log.run('4'));
  });
  expect(lines).toEqual(['1 pass', '6 pass', '6 2', '6 3', '6 4']);
});

test('R-7: a queued call that is reset into the past runs in the same pass', () => {
  const lines = passesOf((reactor, log) => {
    reactor.callLater(
      1,
      log.run('A', () => m.reset(-1)),
    );
    const m = reactor.callLater(9, log.run('M'));
    reactor.callLater(1, log.run('B'));
  });
  expect(lines).toEqual(['1 pass', '1 A', '1 M', '1 B']);
});

test('R-8: a call that was put off runs at its new place, in the same pass where that is due', () => {
  const lines = passesOf((reactor, log) => {
    const b = reactor.callLater(2, log.run('B'));
    const c = reactor.callLater(3, log.run('C'));
    reactor.callLater(0.5, () => {
      b.delay(0.5);
      c.reset(6);
    });
    reactor.callLater(1, () => reactor.spin(3));
    reactor.callLater(2.25, log.run('D'));
  });
  expect(lines).toEqual(['0.5 pass', '1 pass', '4 pass', '4 D', '4 B', '6.5 pass', '6.5 C']);
});

test('R-8: the reactor wakes up at the old time of a call that was put off, for nothing', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  const a = reactor.callLater(1, log.run('A'));
  reactor.callLater(0.5, () => a.delay(2));
  reactor.callLater(2, log.run('B'));
  driveReactor(reactor, () => log.note('iteration'));
  expect(log.lines).toEqual([
    '0 iteration',
    '0.5 iteration',
    '1 iteration',
    '2 iteration',
    '2 B',
    '3 iteration',
    '3 A',
  ]);
});

test('R-9: an exception of a thread call or a timed call is logged, and the rest runs', () => {
  const raise = (text: string) => () => {
    throw new Exception(text);
  };
  const lines = passesOf((reactor, log) => {
    reactor.callFromThread(raise('thread'));
    reactor.callFromThread(log.run('G'));
    reactor.callLater(1, raise('timed'));
    reactor.callLater(1, log.run('C'));
  });
  expect(lines).toEqual([
    '0 pass',
    '0 logged Exception: thread',
    '0 G',
    '1 pass',
    '1 logged Exception: timed',
    '1 C',
  ]);
});

test('R-10: thread calls run in order, and one made by another in the next iteration', () => {
  const lines = passesOf((reactor, log) => {
    reactor.callLater(0, log.run('T0'));
    const f1 = log.run('F1', () => {
      reactor.callFromThread(log.run('F3'));
      reactor.callLater(0, log.run('T1'));
    });
    reactor.callFromThread(f1);
    reactor.callFromThread(log.run('F2'));
  });
  expect(lines).toEqual(['0 pass', '0 F1', '0 F2', '0 T0', '0 T1', '0 pass', '0 F3']);
});

test('R-10: a thread call goes before timers that have long been due', () => {
  const lines = passesOf((reactor, log) => {
    let left = 3;
    const z = log.run('Z', () => {
      reactor.spin(0.25);
      left -= 1;
      if (left > 0) reactor.callLater(0, z);
      if (left === 1) reactor.callFromThread(log.run('F'));
    });
    reactor.callLater(0, z);
    reactor.callLater(0.4, log.run('T'));
  });
  expect(lines.filter((line) => !line.endsWith('pass'))).toEqual([
    '0 Z',
    '0.25 Z',
    '0.5 F',
    '0.5 T',
    '0.5 Z',
  ]);
});

test('R-11: getDelayedCalls is a new list each time, of all that is pending and not cancelled', () => {
  const reactor = new Reactor();
  const times = (): number[] => reactor.getDelayedCalls().map((call) => call.getTime());
  reactor.callLater(5, () => {});
  const y = reactor.callLater(3, () => {});
  reactor.callLater(4, () => {});
  const first = times();
  reactor.startRunning();
  reactor.runUntilCurrent();
  reactor.callLater(9, () => {});
  y.cancel();
  const [one, other] = [reactor.getDelayedCalls(), reactor.getDelayedCalls()];
  expect([first, times().toSorted((a, b) => a - b), one !== other]).toEqual([
    [5, 3, 4],
    [4, 5, 9],
    true,
  ]);
});

test('a reactor that is asked when it has something to do says so, and passes over cancelled calls', () => {
  const reactor = new Reactor();
  const answers: (number | null)[] = [];
  const ask = (): void => {
    reactor.runUntilCurrent();
    answers.push(reactor.nextTime());
  };
  reactor.startRunning();
  ask();
  const dropped = reactor.callLater(1, () => {});
  reactor.callLater(2, () => {});
  ask();
  dropped.cancel();
  ask();
  reactor.sleepUntil(3);
  answers.push(reactor.nextTime());
  ask();
  reactor.callFromThread(() => {});
  answers.push(reactor.nextTime());
  expect(answers).toEqual([null, 1, 2, 3, null, 3]);
});

test('R-1, R-8: a call that is put off before its first iteration has no old place to wake up at', () => {
  const reactor = new Reactor();
  reactor.callLater(1, () => {}).delay(1);
  reactor.startRunning();
  reactor.runUntilCurrent();
  expect(reactor.nextTime()).toBe(2);
});

test('sleeping until a time that has passed does not move time back', () => {
  const reactor = new Reactor();
  reactor.sleepUntil(2);
  reactor.sleepUntil(1);
  expect(reactor.seconds()).toBe(2);
});

test('a ReactorProbe is told of each pass in which something runs, and of what is logged', () => {
  const reactor = new Reactor();
  const log = createEventLog(reactor);
  reactor.probe = {
    passBegan: () => log.note('pass began'),
    passEnded: () => log.note('pass ended'),
    logged: (failure) => log.note(`logged ${show(failure)}`),
  };
  reactor.callFromThread(log.run('thread'));
  reactor.callLater(1, () => {
    throw new Exception('x');
  });
  reactor.callLater(2, () => {}).cancel();
  driveReactor(reactor);
  expect(log.lines).toEqual([
    '0 pass began',
    '0 thread',
    '0 pass ended',
    '1 pass began',
    '1 logged Exception: x',
    '1 pass ended',
  ]);
});
