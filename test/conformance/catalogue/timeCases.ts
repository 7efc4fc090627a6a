import { Clock } from '#reactor/clock.ts';
import { Deferred } from '#reactor/deferred.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { KeyError, ValueError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';

import type { Case } from './case.ts';
import { notCallable } from './notCallable.ts';
import type { Scenario } from './scenario.ts';

/** Calls that show their names, by their names. */
function makeCalls(s: Scenario, delays: Readonly<Record<string, number>>): Calls {
  const made: Record<string, DelayedCall> = {};
  for (const [name, delay] of Object.entries(delays)) {
    made[name] = s.clock.callLater(delay, s.runner(name));
  }
  return (name) => {
    const call = made[name];
    if (call === undefined) throw new Error(`no call ${name}`);
    return call;
  };
}

type Calls = (name: string) => DelayedCall;

function freshClock(s: Scenario): Clock {
  s.clock = new Clock();
  return s.clock;
}

function thrower(error: Error): () => never {
  return () => {
    throw error;
  };
}

/** Delayed calls and `task.Clock`. */
export const CASES: readonly Case[] = [
  {
    id: 't01',
    rules: ['T-1', 'T-11', 'T-13'],
    run(s) {
      makeCalls(s, { A: 1, B: 1, C: 0.5, D: 1 });
      s.clock.advance(1);
    },
  },
  {
    id: 't02',
    rules: ['T-13', 'T-14'],
    run(s) {
      makeCalls(s, { C: 3, A: 1, B: 2 });
      s.clock.advance(10);
    },
  },
  {
    id: 't03',
    rules: ['T-1', 'T-13', 'T-15'],
    run(s) {
      const a = (): void => {
        makeCalls(s, { A0: 0, A5: 0.5, Aneg: -20 });
      };
      s.clock.callLater(1, s.runner('A', a));
      s.clock.callLater(2, s.runner('B'));
      s.clock.advance(10);
      s.log('advance returned');
      s.clock.advance(0.5);
    },
  },
  {
    id: 't04',
    rules: ['T-17'],
    run(s) {
      s.log('part 1');
      freshClock(s);
      makeCalls(s, { A: 1, B: 2 })('A').reset(2);
      s.clock.advance(2);
      s.log('part 2');
      freshClock(s);
      makeCalls(s, { A: 1, B: 2 })('B').reset(1);
      s.clock.advance(1);
      s.log('part 3');
      freshClock(s);
      makeCalls(s, { A: 1, B: 2, C: 3 })('C').reset(1);
      s.clock.advance(3);
      for (const part of ['part 4', 'part 5']) {
        s.log(part);
        const clock = freshClock(s);
        const calls = makeCalls(s, { A: 1, B: 2 });
        calls('A').reset(3);
        if (part === 'part 4') clock.callLater(9, s.runner('X'));
        calls('B').reset(3);
        clock.advance(3);
      }
    },
  },
  {
    id: 't05',
    rules: ['T-3', 'T-8'],
    run(s) {
      const a = makeCalls(s, { A: 2, B: 3 })('A');
      for (const after of [2, -1, -2]) {
        a.delay(after);
        s.log('getTime', { after, value: a.getTime() });
      }
      s.clock.advance(1);
      s.clock.advance(2);
    },
  },
  {
    id: 't06',
    rules: ['T-3', 'T-4', 'T-5'],
    run(s) {
      const calls = makeCalls(s, { A: 1, B: 1 });
      const [a, b] = [calls('A'), calls('B')];
      const active = (): void => s.log('active', { a: a.active(), b: b.active() });
      active();
      s.attempt('A.cancel', () => a.cancel());
      s.attempt('A.cancel again', () => a.cancel());
      s.attempt('A.reset', () => a.reset(1));
      s.attempt('A.delay', () => a.delay(1));
      active();
      s.log('getTime', { a: a.getTime() });
      s.clock.advance(1);
      s.attempt('B.cancel', () => b.cancel());
      s.attempt('B.reset', () => b.reset(1));
      s.attempt('B.delay', () => b.delay(1));
      active();
      s.log('getTime', { b: b.getTime() });
    },
  },
  {
    id: 't07',
    rules: ['T-4', 'T-9'],
    run(s) {
      const a = s.clock.callLater(
        1,
        s.runner('A', () => {
          s.log('active', { a: a.active() });
          s.attempt('A.cancel', () => a.cancel());
          s.attempt('A.reset', () => a.reset(1));
          s.attempt('C.cancel', () => others('C').cancel());
          s.attempt('B.reset', () => others('B').reset(5));
        }),
      );
      const others = makeCalls(s, { B: 1, C: 1 });
      s.clock.advance(1);
      s.clock.advance(5);
    },
  },
  {
    id: 't08',
    rules: ['T-18'],
    run(s) {
      const { clock } = s;
      clock.callLater(1, s.runner('A'));
      const boom = clock.callLater(2, s.runner('Boom', thrower(new ValueError('x'))));
      makeCalls(s, { C: 2, D: 7 });
      s.attempt('advance(5)', () => clock.advance(5));
      s.log('after', {
        seconds: clock.seconds(),
        boomActive: boom.active(),
        pending: clock.getDelayedCalls().length,
      });
      s.attempt('advance(0)', () => clock.advance(0));
      s.attempt('advance(2)', () => clock.advance(2));
    },
  },
  {
    id: 't09',
    rules: ['T-22'],
    run(s) {
      makeCalls(s, { A: 1, B: 1.5 });
      s.clock.callLater(2, s.runner('Boom', thrower(new KeyError("'k'"))));
      s.clock.callLater(3, s.runner('C'));
      s.attempt('pump', () => s.clock.pump([1, 0.5, 0.5, 1]));
      s.attempt('pump', () => s.clock.pump([1]));
    },
  },
  {
    id: 't10',
    rules: ['T-13', 'T-19'],
    run(s) {
      const a = (): void => {
        s.clock.advance(1);
        s.log('A ends');
      };
      s.clock.callLater(1, s.runner('A', a));
      makeCalls(s, { B: 2, C: 3 });
      s.clock.advance(1);
      s.log('outer returned');
      s.clock.advance(1);
    },
  },
  {
    id: 't11',
    rules: ['T-6', 'T-12', 'T-20'],
    run(s) {
      const { clock } = s;
      clock.advance(5);
      const a = clock.callLater(-1, s.runner('A'));
      s.log('getTime', { a: a.getTime() });
      clock.callLater(0, s.runner('B'));
      clock.advance(0);
      const c = clock.callLater(3, s.runner('C'));
      c.reset(-2);
      s.log('getTime', { c: c.getTime() });
      clock.advance(0);
      clock.callLater(1, s.runner('D'));
      clock.advance(-2);
      s.log('now');
      clock.advance(2.5);
      clock.advance(0.5);
    },
  },
  {
    id: 't12',
    rules: ['T-9', 'T-11', 'T-21'],
    run(s) {
      const { clock } = s;
      const names = new Map<DelayedCall, string>();
      const make = (name: string, delay: number): DelayedCall => {
        const call = clock.callLater(delay, s.runner(name));
        names.set(call, name);
        return call;
      };
      const a = make('A', 1);
      const b = make('B', 2);
      make('C', 3);
      const listed = clock.getDelayedCalls();
      const look = (): void =>
        s.log('calls', {
          order: listed.map((call) => names.get(call)),
          times: listed.map((call) => call.getTime()),
        });
      s.log('same list', { value: listed === clock.getDelayedCalls() });
      look();
      a.reset(9);
      look();
      make('D', 4);
      look();
      b.cancel();
      look();
    },
  },
  {
    id: 't13',
    rules: ['T-7', 'T-23'],
    run(s) {
      makeCalls(s, { P1: 0.3, P2: 0.1 + 0.2 });
      s.clock.pump([0.1, 0.1]);
      s.log('before third');
      s.clock.advance(0.1);
      const other = new Clock();
      const inexact: number[][] = [];
      for (let i = 1; i <= 60; i += 1) {
        for (let j = i + 1; j <= 60; j += 1) {
          const call = other.callLater(i / 10, () => null);
          call.reset(j / 10);
          if (call.getTime() !== j / 10) inexact.push([i / 10, j / 10, call.getTime()]);
          call.cancel();
        }
      }
      s.log('not exact', { count: inexact.length, first: inexact.slice(0, 4) });
    },
  },
  {
    id: 't14',
    rules: ['T-15', 'T-16'],
    run(s) {
      let left = 5;
      const a = s.runner('A', () => {
        if (left === 0) return;
        left -= 1;
        s.clock.callLater(0, a);
      });
      s.clock.callLater(1, a);
      s.clock.callLater(1, s.runner('B'));
      s.clock.advance(1);
    },
  },
  {
    id: 't15',
    rules: ['T-15'],
    run(s) {
      s.clock.callLater(
        1,
        s.runner('A', () => s.clock.callLater(0, s.runner('N'))),
      );
      makeCalls(s, { B: 2, C: 10, D: 10 });
      s.clock.advance(10);
    },
  },
  {
    id: 't16',
    rules: ['T-6', 'T-8'],
    run(s) {
      const calls = makeCalls(s, { A: 10, B: 10 });
      const [a, b] = [calls('A'), calls('B')];
      s.clock.advance(4);
      a.reset(3);
      b.delay(3);
      s.log('getTime', { a: a.getTime(), b: b.getTime() });
      a.delay(1);
      b.reset(3);
      s.log('getTime', { a: a.getTime(), b: b.getTime() });
      b.reset(20);
      s.log('getTime', { b: b.getTime() });
      s.clock.advance(4);
      s.clock.advance(16);
    },
  },
  {
    id: 't17',
    rules: ['T-2', 'T-12', 'T-18'],
    run(s) {
      const f = (args: readonly unknown[], kw: object): void =>
        s.log('run', { name: 'f', args, kw });
      s.clock.callLater(1, () => f([1, 2], { x: 3 }));
      s.clock.callLater(1, () => f([], {}));
      s.attempt('callLater(1, None)', () => Boolean(s.clock.callLater(1, notCallable('NoneType'))));
      s.attempt('advance(1)', () => s.clock.advance(1));
      s.attempt('advance(0)', () => s.clock.advance(0));
    },
  },
  {
    id: 't18',
    rules: ['T-9'],
    run(s) {
      const b = (): void => {
        c.cancel();
        s.clock.callLater(0, s.runner('E'));
      };
      s.clock.callLater(1, s.runner('A'));
      s.clock.callLater(2, s.runner('B', b));
      const c = s.clock.callLater(3, s.runner('C'));
      s.clock.advance(3);
      s.clock.advance(0);
      s.log('pending', { n: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 't19',
    rules: ['T-3', 'T-4'],
    run(s) {
      const a = s.clock.callLater(
        2,
        s.runner('A', () => s.log('inside', { time: a.getTime(), active: a.active() })),
      );
      a.delay(1.5);
      s.clock.advance(3.5);
      s.log('getTime', { a: a.getTime() });
      const b = s.clock.callLater(1, s.runner('B'));
      b.delay(4);
      b.cancel();
      s.log('getTime', { b: b.getTime(), active: b.active() });
    },
  },
  {
    id: 't20',
    rules: ['T-10'],
    run(s) {
      const f = (): void => {};
      const look = (call: DelayedCall): void => s.log('repr', { text: call.toString() });
      const a = s.clock.callLater(2, f);
      look(a);
      a.delay(3);
      look(a);
      s.clock.advance(0.5);
      look(a);
      a.reset(1);
      look(a);
      a.cancel();
      look(a);
      const b = s.clock.callLater(0.25, f);
      s.clock.advance(0.75);
      look(b);
    },
  },
  {
    id: 't21',
    rules: ['T-6', 'T-8'],
    run(s) {
      const a = s.clock.callLater(5, s.runner('A'));
      const change = (name: 'delay' | 'reset', by: number): void => {
        a[name](by);
        s.log(name, { by, time: a.getTime(), base: a.time });
      };
      change('delay', 5);
      change('reset', 7);
      change('delay', -1);
      change('delay', -1.5);
      change('reset', 4.5);
      change('reset', 4.25);
      s.clock.advance(4);
      s.clock.advance(0.25);
    },
  },
  {
    id: 't22',
    rules: ['T-6', 'T-8', 'T-17'],
    run(s) {
      const calls = makeCalls(s, { A: 1, B: 1, C: 1 });
      const [a, b] = [calls('A'), calls('B')];
      a.delay(0);
      b.reset(1);
      a.reset(1);
      s.log('getTime', { a: a.getTime(), b: b.getTime() });
      s.clock.advance(1);
    },
  },
  {
    id: 't23',
    rules: ['T-13', 'T-15', 'T-21'],
    run(s) {
      const look = (): void =>
        s.log('listed', { times: s.clock.getDelayedCalls().map((call) => call.getTime()) });
      const a = (): void => {
        look();
        s.clock.callLater(0, s.runner('N'));
        look();
      };
      s.clock.callLater(1, s.runner('A', a));
      s.clock.callLater(2, s.runner('B', look));
      s.clock.callLater(9, s.runner('C'));
      s.clock.advance(5);
    },
  },
  {
    id: 't24',
    rules: ['T-18', 'T-19'],
    run(s) {
      const a = (): void => {
        s.clock.advance(1);
        s.log('A ends');
      };
      s.clock.callLater(1, s.runner('A', a));
      s.clock.callLater(2, s.runner('Boom', thrower(new ValueError('deep'))));
      s.clock.callLater(2, s.runner('C'));
      s.attempt('advance(1)', () => s.clock.advance(1));
      s.attempt('advance(0)', () => s.clock.advance(0));
    },
  },
  {
    id: 't25',
    rules: ['T-9', 'T-17'],
    run(s) {
      const b = (): void => {
        c.cancel();
        s.clock.callLater(0, s.runner('C again'));
      };
      const a = s.clock.callLater(1, s.runner('A'));
      s.clock.callLater(1, s.runner('B', b));
      const c = s.clock.callLater(1, s.runner('C'));
      s.clock.callLater(1, s.runner('D'));
      a.cancel();
      s.clock.callLater(1, s.runner('A again'));
      s.clock.advance(1);
    },
  },
  {
    id: 't26',
    rules: ['T-15', 'T-19'],
    run(s) {
      const a = (): void => {
        s.clock.callLater(0, s.runner('N'));
        s.clock.advance(2);
        s.log('A ends');
      };
      s.clock.callLater(1, s.runner('A', a));
      makeCalls(s, { B: 1, C: 2, D: 4 });
      s.clock.advance(1);
      s.log('left', { n: s.clock.getDelayedCalls().length });
      s.clock.advance(1);
    },
  },
  {
    id: 't27',
    rules: ['T-20', 'T-22'],
    run(s) {
      makeCalls(s, { A: 0, B: 1, C: 1.5 });
      s.clock.pump([]);
      s.log('pumped nothing');
      s.clock.pump([0, 1, -0.75, 0.5, 0.75]);
      s.log('pumped');
    },
  },
  {
    id: 't28',
    rules: ['T-23'],
    run(s) {
      makeCalls(s, { A: 1 });
      s.clock.pump(Array.from({ length: 10 }, () => 0.1));
      s.log('ten steps');
      s.clock.advance(0.1);
    },
  },
  {
    id: 't29',
    rules: ['T-15', 'T-16'],
    run(s) {
      const chain = (name: string, left: number) => () => {
        s.log('run', { name, left });
        if (left > 0) s.clock.callLater(0, chain(name, left - 1));
      };
      s.clock.callLater(1, chain('P', 3));
      s.clock.callLater(1, chain('Q', 3));
      makeCalls(s, { R: 1, S: 1.5 });
      s.clock.advance(2);
    },
  },
  {
    id: 't30',
    rules: ['T-8', 'T-17'],
    run(s) {
      for (const n of [1, 2, 3]) {
        s.log('part', { n });
        freshClock(s);
        const calls = makeCalls(s, { A: 1, B: 2 });
        if (n === 1) calls('A').delay(1);
        else if (n === 2) calls('B').delay(-1);
        else {
          calls('A').delay(2);
          makeCalls(s, { X: 9 });
          calls('B').delay(1);
        }
        s.clock.advance(3);
      }
    },
  },
  {
    id: 't31',
    rules: ['T-6', 'T-8', 'T-15', 'T-17'],
    run(s) {
      const a = (): void => {
        later('L').reset(0);
        later('M').reset(-2.5);
        later('N').delay(-6);
      };
      s.clock.callLater(1, s.runner('A', a));
      const later = makeCalls(s, { B: 2, L: 9, M: 9, N: 9 });
      s.clock.advance(3);
    },
  },
  {
    id: 't32',
    rules: ['T-2'],
    run(s) {
      const failure = new Failure(new ValueError('nobody looks'));
      s.clock.callLater(
        1,
        s.runner('A', () => new Deferred()),
      );
      s.clock.callLater(
        1,
        s.runner('B', () => failure),
      );
      s.clock.callLater(1, s.runner('C'));
      s.attempt('advance(1)', () => s.clock.advance(1));
    },
  },
  {
    id: 't33',
    rules: ['T-4', 'T-5'],
    run(s) {
      const calls = makeCalls(s, { A: 1, B: 0 });
      const [a, b] = [calls('A'), calls('B')];
      a.cancel();
      s.clock.advance(0);
      const expectValueError = (what: string, f: () => void): void => {
        try {
          f();
        } catch (thrown) {
          if (!(thrown instanceof ValueError)) throw thrown;
          s.log('ValueError', { what, exactly: thrown.name });
        }
      };
      expectValueError('A.cancel', () => a.cancel());
      expectValueError('A.delay', () => a.delay(1));
      expectValueError('B.cancel', () => b.cancel());
      expectValueError('B.reset', () => b.reset(1));
    },
  },
  {
    id: 't34',
    rules: ['T-4', 'T-9', 'T-20'],
    run(s) {
      const calls = makeCalls(s, { A: 1, B: 2 });
      const [a, b] = [calls('A'), calls('B')];
      s.clock.advance(1.5);
      b.cancel();
      s.clock.advance(-1);
      s.clock.advance(5);
      s.attempt('B.cancel again', () => b.cancel());
      s.log('active', { a: a.active(), b: b.active(), time: b.getTime() });
    },
  },
  {
    id: 't35',
    rules: ['T-1', 'T-11', 'T-12'],
    run(s) {
      const calls = makeCalls(s, { A: 0, B: -1, C: 0 });
      s.log('made', { seconds: s.clock.seconds(), b: calls('B').getTime() });
      s.clock.advance(0);
    },
  },
  {
    id: 't36',
    rules: ['T-11', 'T-19'],
    run(s) {
      const other = new Clock();
      s.clock.callLater(
        1,
        s.runner('A', () => other.advance(3)),
      );
      other.callLater(2, () => s.log('run', { name: 'B', other: other.seconds() }));
      s.clock.callLater(2, s.runner('C'));
      s.clock.advance(1);
      s.log('between', { other: other.seconds() });
      s.clock.advance(1);
    },
  },
];
