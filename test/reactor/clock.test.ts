import { describe, expect, test } from 'vitest';

import { Clock } from '#reactor/clock.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';

import { createEventLog, thrownBy, type EventLog } from './eventLog.ts';

test('T-11, T-21: a new Clock stands at 0 and has no calls', () => {
  const clock = new Clock();
  expect([clock.seconds(), clock.getDelayedCalls()]).toEqual([0, []]);
});

test('T-12: a negative delay gives a time in the past', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.advance(5);
  const call = clock.callLater(-1, log.run('A'));
  clock.callLater(0, log.run('B'));
  clock.advance(0);
  expect([call.getTime(), log.lines]).toEqual([4, ['5 A', '5 B']]);
});

test('T-13, T-14: all that one advance runs sees its final time, in the order of the due times', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(3, log.run('C'));
  clock.callLater(1, log.run('A'));
  clock.callLater(2, log.run('B'));
  clock.advance(10);
  expect(log.lines).toEqual(['10 A', '10 B', '10 C']);
});

test('T-15: calls made during an advance take part in it where they are due', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(
    1,
    log.run('A', () => {
      clock.callLater(0, log.run('A+0'));
      clock.callLater(0.5, log.run('A+0.5'));
      clock.callLater(-20, log.run('A-20'));
    }),
  );
  clock.callLater(2, log.run('B'));
  clock.callLater(10, log.run('C'));
  clock.pump([10, 0.5]);
  expect(log.lines).toEqual(['10 A', '10 A-20', '10 B', '10 C', '10 A+0', '10.5 A+0.5']);
});

test('T-16: a chain of calls with delay 0 is drained inside one advance', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  let left = 3;
  const again = log.run('A', () => {
    left -= 1;
    if (left >= 0) clock.callLater(0, again);
  });
  clock.callLater(1, again);
  clock.callLater(1, log.run('B'));
  clock.advance(1);
  expect(log.lines).toEqual(['1 A', '1 B', '1 A', '1 A', '1 A']);
});

describe('T-17: calls of one time run in the order of the list,', () => {
  const orderOf = (program: (clock: Clock, log: EventLog) => void): string => {
    const clock = new Clock();
    const log = createEventLog();
    program(clock, log);
    clock.advance(3);
    return log.lines.join(' ');
  };

  test('which is the order in which they were made', () => {
    const order = orderOf((clock, log) => {
      clock.callLater(1, log.run('A'));
      clock.callLater(1, log.run('B'));
      clock.callLater(0.5, log.run('C'));
      clock.callLater(1, log.run('D'));
    });
    expect(order).toBe('C A B D');
  });

  test('and a reset to later does not move a call in it', () => {
    const order = orderOf((clock, log) => {
      const a = clock.callLater(1, log.run('A'));
      clock.callLater(2, log.run('B'));
      a.reset(2);
    });
    expect(order).toBe('A B');
  });

  test('nor does a reset to earlier', () => {
    const order = orderOf((clock, log) => {
      clock.callLater(1, log.run('A'));
      clock.callLater(2, log.run('B'));
      const c = clock.callLater(3, log.run('C'));
      c.reset(1);
    });
    expect(order).toBe('A C B');
  });

  test('but the next callLater sorts it', () => {
    const order = orderOf((clock, log) => {
      const a = clock.callLater(1, log.run('A'));
      const b = clock.callLater(2, log.run('B'));
      a.reset(3);
      clock.callLater(9, log.run('X'));
      b.reset(3);
    });
    expect(order).toBe('B A');
  });

  test('without which it stays as it is', () => {
    const order = orderOf((clock, log) => {
      const a = clock.callLater(1, log.run('A'));
      const b = clock.callLater(2, log.run('B'));
      a.reset(3);
      b.reset(3);
    });
    expect(order).toBe('A B');
  });
});

test('T-18: an exception leaves advance; what else is due runs at the next one', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(1, log.run('A'));
  const boom = clock.callLater(2, () => {
    throw new Error('x');
  });
  clock.callLater(2, log.run('C'));
  clock.callLater(7, log.run('D'));
  log.note(thrownBy(() => clock.advance(5)));
  log.note(`${clock.getDelayedCalls().length} left, ${boom.active() ? 'active' : 'not active'}`);
  clock.pump([0, 2]);
  expect(log.lines).toEqual(['5 A', '5 Error: x', '5 2 left, not active', '5 C', '7 D']);
});

test('T-19: advance inside a call moves the time further, then the outer one goes on', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(
    1,
    log.run('A', () => {
      clock.advance(1);
      log.note('A ends');
    }),
  );
  clock.callLater(2, log.run('B'));
  clock.callLater(3, log.run('C'));
  clock.pump([1, 1]);
  expect(log.lines).toEqual(['1 A', '2 B', '2 A ends', '3 C']);
});

test('T-20: a negative advance moves the time back', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.advance(5);
  clock.callLater(1, log.run('D'));
  clock.pump([-2, 2.5]);
  log.note('not yet');
  clock.advance(0.5);
  expect(log.lines).toEqual(['5.5 not yet', '6 D']);
});

test('T-21: getDelayedCalls is the live list, in the order of the last sort', () => {
  const clock = new Clock();
  const [a, b] = [clock.callLater(1, () => {}), clock.callLater(2, () => {})];
  clock.callLater(3, () => {});
  const list: readonly DelayedCall[] = clock.getDelayedCalls();
  const looks: number[][] = [];
  const look = (): void => {
    looks.push(list.map((call) => call.getTime()));
  };
  look();
  a.reset(9);
  look();
  clock.callLater(4, () => {});
  look();
  b.cancel();
  look();
  expect(looks).toEqual([
    [1, 2, 3],
    [9, 2, 3],
    [2, 3, 4, 9],
    [3, 4, 9],
  ]);
});

test('T-22: pump is one advance for each amount, and an exception ends it', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(1, log.run('A'));
  clock.callLater(1.5, log.run('B'));
  clock.callLater(2, () => {
    throw new Error('k');
  });
  clock.callLater(3, log.run('C'));
  log.note(thrownBy(() => clock.pump([1, 0.5, 0.5, 1])));
  clock.pump([1]);
  expect(log.lines).toEqual(['1 A', '1.5 B', '2 Error: k', '3 C']);
});

test('T-23: the time is a running sum, so three advances by 0.1 pass 0.3', () => {
  const clock = new Clock();
  const log = createEventLog(clock);
  clock.callLater(0.3, log.run('A'));
  clock.callLater(0.1 + 0.2, log.run('B'));
  clock.pump([0.1, 0.1, 0.1]);
  expect(log.lines).toEqual(['0.30000000000000004 A', '0.30000000000000004 B']);
});
