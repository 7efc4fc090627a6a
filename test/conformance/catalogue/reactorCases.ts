import { Deferred } from '#reactor/deferred.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { KeyError, SystemExit, ValueError } from '#reactor/errors.ts';
import type { Phase, SystemEvent, SystemEventTrigger } from '#reactor/systemEvents.ts';

import type { Case } from './case.ts';
import { notCallable } from './notCallable.ts';
import type { Scenario } from './scenario.ts';

/** Calls that show their names, by their names. */
function makeCalls<K extends string>(
  s: Scenario,
  delays: Readonly<Record<K, number>>,
): Record<K, DelayedCall> {
  const calls: Partial<Record<K, DelayedCall>> = {};
  for (const name of Object.keys(delays) as K[]) {
    calls[name] = s.reactor.callLater(delays[name], s.runner(name));
  }
  return calls as Record<K, DelayedCall>;
}

/** Calls `then` after `delay`, and shows the name. */
function at(s: Scenario, delay: number, name: string, then: () => unknown): DelayedCall {
  return s.reactor.callLater(delay, s.runner(name, then));
}

/** Blocks at 0.5 until `until`. */
function blockUntil(s: Scenario, until: number): void {
  at(s, 0.5, 'S', () => s.reactor.spin(until - 0.5));
}

function add(
  s: Scenario,
  phase: Phase,
  event: SystemEvent,
  name: string,
  then?: () => unknown,
): SystemEventTrigger {
  return s.reactor.addSystemEventTrigger(phase, event, s.runner(name, then));
}

function showRunning(s: Scenario): void {
  s.log('running flag', { value: s.reactor.running });
}

function thrower(error: Error): () => never {
  return () => {
    throw error;
  };
}

class GeneratorExit extends Error {
  override readonly name = 'GeneratorExit';
}

/** The core of the reactor. */
export const CASES: readonly Case[] = [
  {
    id: 'r01',
    rules: ['R-12', 'R-13'],
    run(s) {
      const { reactor } = s;
      const w1 = (): void => {
        showRunning(s);
        s.attempt('callWhenRunning while running', () => reactor.callWhenRunning(s.runner('N')));
        s.log('W1 ends');
      };
      s.attempt(
        'callWhenRunning before run',
        () => reactor.callWhenRunning(s.runner('W1', w1)) !== null,
      );
      reactor.callWhenRunning(s.runner('W2', thrower(new ValueError('w'))));
      add(s, 'after', 'startup', 'A');
      add(s, 'before', 'startup', 'B', () => showRunning(s));
      add(s, 'during', 'startup', 'D');
      makeCalls(s, { T: 0 });
      reactor.run();
    },
  },
  {
    id: 'r02',
    rules: ['T-1', 'R-1', 'R-3', 'E-3'],
    run(s) {
      s.reactor.traceIterations = true;
      at(s, 1, 'A', () => at(s, 0, 'Z', () => makeCalls(s, { Z2: 0 })));
      makeCalls(s, { B: 1.5 });
      s.reactor.run();
    },
  },
  {
    id: 'r03',
    rules: ['R-1', 'R-3', 'R-4'],
    run(s) {
      s.reactor.traceIterations = true;
      at(s, 1, 'A', () => {
        makeCalls(s, { N: 0 });
        s.reactor.spin(2);
        s.log('A ends');
      });
      makeCalls(s, { B: 1.25, C: 2 });
      s.reactor.run();
    },
  },
  {
    id: 'r04',
    rules: ['R-9'],
    run(s) {
      at(s, 1, 'A', thrower(new ValueError('a')));
      at(s, 1.5, 'B', thrower(new SystemExit(3)));
      makeCalls(s, { C: 2 });
      s.reactor.callFromThread(s.runner('F', thrower(new KeyError("'k'"))));
      s.reactor.callFromThread(s.runner('G'));
      s.reactor.run();
    },
  },
  {
    id: 'r05',
    rules: ['R-12', 'R-14', 'R-15', 'R-17'],
    run(s) {
      const { reactor } = s;
      add(s, 'before', 'shutdown', 'SB', () => showRunning(s));
      add(s, 'during', 'shutdown', 'SD', () => showRunning(s));
      add(s, 'after', 'shutdown', 'SA', () => showRunning(s));
      s.attempt('stop before run', () => reactor.stop());
      at(s, 1, 'A', () => reactor.spin(1));
      at(s, 1.25, 'Stop', () => {
        s.attempt('stop', () => reactor.stop());
        s.attempt('stop again', () => reactor.stop());
        showRunning(s);
        makeCalls(s, { N: 0 });
      });
      makeCalls(s, { C: 1.5, D: 2, E: 5 });
      reactor.run();
      s.log('left', { n: reactor.getDelayedCalls().length });
      s.attempt('stop after run', () => reactor.stop());
      s.attempt('run again', () => reactor.run());
    },
  },
  {
    id: 'r06',
    rules: ['R-14', 'R-16'],
    run(s) {
      add(s, 'before', 'shutdown', 'X', () => s.after(3));
      add(s, 'before', 'shutdown', 'Y');
      add(s, 'during', 'shutdown', 'Z');
      at(s, 1, 'Stop', () => s.reactor.stop());
      makeCalls(s, { T2: 2, T3: 3, T5: 5 });
      s.reactor.run();
    },
  },
  {
    id: 'r07',
    rules: ['R-1', 'R-3', 'R-10'],
    run(s) {
      s.reactor.traceIterations = true;
      const f1 = (): void => {
        s.reactor.callFromThread(s.runner('F3'));
        makeCalls(s, { T1: 0 });
      };
      makeCalls(s, { T0: 0 });
      s.reactor.callFromThread(s.runner('F1', f1));
      s.reactor.callFromThread(s.runner('F2'));
      s.reactor.run();
    },
  },
  {
    id: 'r08',
    rules: ['R-6'],
    deviates: 'calls of one time run in the order of their making (O-1), not in that of a heap',
    shows: [
      ...[9, 2, 3, 4, 5].flatMap((count, index) =>
        'ABCDEFGHI'
          .split('')
          .slice(0, count)
          .map((name) => ({ t: 1 + index, ev: 'run', name })),
      ),
      { t: 5, ev: 'idle' },
      { t: 5, ev: 'loop ended' },
    ],
    run(s) {
      for (const [index, count] of [9, 2, 3, 4, 5].entries()) {
        for (const name of 'ABCDEFGHI'.split('').slice(0, count))
          makeCalls(s, { [name]: 1 + index });
      }
      s.reactor.run();
    },
  },
  {
    id: 'r09',
    rules: ['T-6', 'R-3', 'R-7'],
    deviates:
      'the clock counts as moving during a pass, so a reset to now waits for the next pass (O-1)',
    shows: [
      { t: 0, ev: 'iteration', n: 1 },
      { t: 1, ev: 'iteration', n: 2 },
      { t: 1, ev: 'run', name: 'A' },
      { t: 1, ev: 'getTime', n2: 0 },
      { t: 1, ev: 'iteration', n: 3 },
      { t: 1, ev: 'run', name: 'N2' },
      { t: 1, ev: 'run', name: 'L' },
      { t: 1, ev: 'run', name: 'N' },
      { t: 1, ev: 'idle' },
      { t: 1, ev: 'loop ended' },
    ],
    run(s) {
      s.reactor.traceIterations = true;
      at(s, 1, 'A', () => {
        later.L.reset(0);
        const { N2 } = makeCalls(s, { N: 0, N2: 2 });
        N2.reset(-1);
        s.log('getTime', { n2: N2.getTime() });
      });
      const later = makeCalls(s, { L: 9 });
      s.reactor.run();
    },
  },
  {
    id: 'r10',
    rules: ['R-8'],
    run(s) {
      s.reactor.traceIterations = true;
      at(s, 1, 'A', () => s.reactor.spin(3));
      const { B, C } = makeCalls(s, { B: 2, C: 3, D: 2.25 });
      s.reactor.callLater(0.5, () => {
        B.delay(0.5);
        C.reset(6);
        s.log('getTime', { b: B.getTime(), c: C.getTime() });
      });
      s.reactor.run();
    },
  },
  {
    id: 'r11',
    rules: ['R-2', 'R-10'],
    differs: '22.4 asserts that what is given to callLater is callable; the newer versions do not',
    newer: [
      {
        t: 0,
        ev: 'raised',
        what: 'callLater(-1)',
        error: 'AssertionError',
        msg: '-1 is not greater than or equal to 0 seconds',
      },
      { t: 0, ev: 'ok', what: 'callLater(-0.0)', result: true },
      {
        t: 0,
        ev: 'raised',
        what: 'callLater(nan)',
        error: 'AssertionError',
        msg: 'nan is not greater than or equal to 0 seconds',
      },
      { t: 0, ev: 'ok', what: "callLater('notcallable')", result: true },
      {
        t: 0,
        ev: 'raised',
        what: 'callFromThread(None)',
        error: 'AssertionError',
        msg: 'None is not callable',
      },
      {
        t: 0,
        ev: 'raised',
        what: 'deferLater(-1)',
        error: 'AssertionError',
        msg: '-1 is not greater than or equal to 0 seconds',
      },
      { t: 0, ev: 'run', name: 'Z' },
      {
        t: 1,
        ev: 'logged',
        failure: { failure: 'TypeError', msg: "'str' object is not callable" },
      },
      { t: 1, ev: 'idle' },
      { t: 1, ev: 'loop ended' },
    ],
    run(s) {
      const { reactor } = s;
      const callLater = (delay: number, name: string) => () =>
        Boolean(reactor.callLater(delay, s.runner(name)));
      s.attempt('callLater(-1)', callLater(-1, 'X'));
      s.attempt('callLater(-0.0)', callLater(-0, 'Z'));
      s.attempt('callLater(nan)', callLater(NaN, 'X'));
      s.attempt("callLater('notcallable')", () =>
        Boolean(reactor.callLater(1, notCallable('str'))),
      );
      // @ts-expect-error -- TypeScript refuses it before the reactor does.
      s.attempt('callFromThread(None)', () => reactor.callFromThread(null));
      s.attempt('deferLater(-1)', () => deferLater(reactor, -1));
      reactor.run();
    },
  },
  {
    id: 'r12',
    rules: ['R-18'],
    run(s) {
      add(s, 'during', 'shutdown', 'D');
      at(s, 1, 'A', () => s.reactor.crash());
      makeCalls(s, { C: 2 });
      s.reactor.run();
      showRunning(s);
      s.reactor.run();
    },
  },
  {
    id: 'r13',
    rules: ['T-9', 'R-11'],
    run(s) {
      const { reactor } = s;
      const names = new Map<DelayedCall, string>();
      const make = (name: string, delay: number): DelayedCall => {
        const call = reactor.callLater(delay, s.runner(name));
        names.set(call, name);
        return call;
      };
      const ask = (order: 'as listed' | 'sorted'): void => {
        const listed = reactor.getDelayedCalls();
        const listedNames = listed.map((call) => names.get(call) ?? '?');
        s.log('calls', {
          names: order === 'sorted' ? listedNames.toSorted() : listedNames,
          fresh: listed !== reactor.getDelayedCalls(),
        });
      };
      make('X', 5);
      const y = make('Y', 3);
      make('Z', 4);
      ask('as listed');
      reactor.callLater(1, () => {
        make('N', 9);
        y.cancel();
        s.attempt('Y.cancel again', () => y.cancel());
        ask('sorted');
      });
      reactor.run();
    },
  },
  {
    id: 'r14',
    rules: ['T-4', 'T-9'],
    run(s) {
      at(s, 1, 'A', () => s.reactor.spin(2));
      const b = at(s, 2, 'B', () => {
        s.attempt('C.cancel', () => later.C.cancel());
        s.attempt('B.cancel', () => b.cancel());
      });
      const later = makeCalls(s, { C: 2.5 });
      s.reactor.run();
    },
  },
  {
    id: 'r15',
    rules: ['R-15', 'R-19'],
    run(s) {
      makeCalls(s, { T0: 0, T1: 1 });
      s.reactor.callWhenRunning(s.runner('W1', () => s.reactor.stop()));
      s.reactor.callWhenRunning(s.runner('W2'));
      add(s, 'after', 'shutdown', 'SA');
      s.reactor.run();
    },
  },
  {
    id: 'r16',
    rules: ['R-12', 'R-14'],
    run(s) {
      const { reactor } = s;
      add(s, 'before', 'shutdown', 'P', thrower(new ValueError('p')));
      add(s, 'before', 'shutdown', 'Q');
      add(s, 'during', 'shutdown', 'R');
      const x = add(s, 'before', 'shutdown', 'X');
      reactor.removeSystemEventTrigger(x);
      s.attempt('remove twice', () => reactor.removeSystemEventTrigger(x));
      s.attempt('bad phase', () =>
        // @ts-expect-error -- TypeScript refuses it before the reactor does.
        reactor.addSystemEventTrigger('sideways', 'shutdown', () => null),
      );
      reactor.callLater(1, () => {
        s.attempt('run inside run', () => reactor.run());
        reactor.stop();
      });
      reactor.run();
    },
  },
  {
    id: 'r17',
    rules: ['R-1', 'R-4', 'R-5', 'B-2'],
    run(s) {
      s.reactor.traceIterations = true;
      at(s, 1, 'A', () => {
        s.reactor.spin(5);
        makeCalls(s, { N: 1 });
      });
      at(s, 2, 'B', () => s.reactor.spin(1.5));
      makeCalls(s, { C: 3, D: 6.5, E: 8 });
      s.reactor.run();
    },
  },
  {
    id: 'r18',
    rules: ['R-10', 'B-6'],
    run(s) {
      let runs = 0;
      const z = s.runner('Z', () => {
        runs += 1;
        s.reactor.spin(0.25);
        if (runs === 2) s.reactor.callFromThread(s.runner('F'));
        if (runs < 6) s.reactor.callLater(0, z);
      });
      s.reactor.callLater(0, z);
      makeCalls(s, { T: 1 });
      s.reactor.run();
    },
  },
  {
    id: 'r19',
    rules: ['R-14', 'R-15', 'R-16', 'R-17'],
    run(s) {
      add(s, 'before', 'shutdown', 'P', () => {
        makeCalls(s, { N: 0 });
        return s.after(2);
      });
      add(s, 'during', 'shutdown', 'R', () => makeCalls(s, { M: 0 }));
      at(s, 1, 'Stop', () => s.reactor.stop());
      at(s, 2, 'Q', () => s.attempt('stop', () => s.reactor.stop()));
      s.reactor.run();
    },
  },
  {
    id: 'r20',
    rules: ['R-13', 'R-20'],
    run(s) {
      s.reactor.addSystemEventTrigger('before', 'startup', () => s.after(2));
      s.reactor.callWhenRunning(s.runner('W'));
      at(s, 1, 'T1', () => {
        showRunning(s);
        s.reactor.callWhenRunning(s.runner('X'));
      });
      at(s, 3, 'T3', () => showRunning(s));
      s.reactor.run();
    },
  },
  {
    id: 'r21',
    rules: ['R-13', 'R-15', 'R-17'],
    run(s) {
      const { reactor } = s;
      add(s, 'before', 'shutdown', 'SB');
      reactor.callLater(0.5, () => reactor.spin(1));
      at(s, 1, 'A', () => {
        reactor.callFromThread(s.runner('F'));
        makeCalls(s, { Z: 0 });
        reactor.stop();
        reactor.callWhenRunning(s.runner('W'));
      });
      makeCalls(s, { B: 1.25 });
      reactor.run();
      s.log('left', {
        threadCalls: reactor.threadCallQueue.length,
        timed: reactor.getDelayedCalls().length,
      });
    },
  },
  {
    id: 'r22',
    rules: ['R-8'],
    run(s) {
      s.reactor.traceIterations = true;
      const { A } = makeCalls(s, { A: 1, B: 2 });
      s.reactor.callLater(0.5, () => A.delay(2));
      s.reactor.run();
    },
  },
  {
    id: 'r23',
    rules: ['R-9', 'R-13', 'R-14'],
    run(s) {
      add(s, 'before', 'startup', 'B', thrower(new ValueError('b')));
      add(s, 'during', 'startup', 'D', thrower(new KeyError("'d'")));
      s.reactor.callWhenRunning(s.runner('H', thrower(new SystemExit(2))));
      s.reactor.callWhenRunning(s.runner('W'));
      at(s, 0, 'T', () => showRunning(s));
      s.reactor.run();
    },
  },
  {
    id: 'r24',
    rules: ['R-13'],
    run(s) {
      at(s, 1, 'A', () => {
        s.attempt('callWhenRunning', () =>
          s.reactor.callWhenRunning(s.runner('X', thrower(new ValueError('now')))),
        );
        s.attempt('callWhenRunning', () => s.reactor.callWhenRunning(s.runner('W')));
        s.log('A ends');
      });
      s.reactor.run();
    },
  },
  {
    id: 'r25',
    rules: ['R-1', 'R-10', 'R-15'],
    run(s) {
      add(s, 'after', 'shutdown', 'SA');
      s.reactor.callFromThread(s.runner('F1', () => s.reactor.stop()));
      s.reactor.callFromThread(s.runner('F2'));
      makeCalls(s, { T0: 0, T1: 1 });
      s.reactor.run();
      s.log('left', { n: s.reactor.getDelayedCalls().length });
    },
  },
  {
    id: 'r26',
    rules: ['R-1', 'R-3', 'R-10'],
    run(s) {
      s.reactor.traceIterations = true;
      const f = (): void => {
        makeCalls(s, { M: 0 });
        later.L.reset(0.5);
      };
      at(s, 1, 'A', () => {
        s.reactor.callFromThread(s.runner('F', f));
        makeCalls(s, { N: 0.25 });
      });
      const later = makeCalls(s, { L: 9 });
      s.reactor.run();
    },
  },
  {
    id: 'r27',
    rules: ['R-9', 'R-10'],
    run(s) {
      s.reactor.traceIterations = true;
      const f1 = (): never => {
        s.reactor.callFromThread(s.runner('F3'));
        throw new ValueError('f');
      };
      s.reactor.callFromThread(s.runner('F1', f1));
      s.reactor.callFromThread(s.runner('F2', thrower(new GeneratorExit())));
      makeCalls(s, { T: 0 });
      s.reactor.run();
    },
  },
  {
    id: 'r28',
    rules: ['R-15', 'R-18'],
    run(s) {
      blockUntil(s, 1.5);
      at(s, 1, 'A', () => {
        s.reactor.crash();
        showRunning(s);
        s.reactor.callFromThread(s.runner('F'));
        makeCalls(s, { Z: 0 });
      });
      makeCalls(s, { B: 1.25 });
      at(s, 3, 'C', () => showRunning(s));
      s.reactor.run();
      s.log('left', { n: s.reactor.getDelayedCalls().length });
      s.reactor.run();
    },
  },
  {
    id: 'r29',
    rules: ['R-13', 'R-14', 'R-18'],
    run(s) {
      s.reactor.callWhenRunning(s.runner('W1'));
      at(s, 1, 'A', () => s.reactor.crash());
      s.reactor.run();
      s.reactor.callWhenRunning(s.runner('W2', () => showRunning(s)));
      s.log('again');
      s.reactor.run();
    },
  },
  {
    id: 'r30',
    rules: ['R-12', 'R-15', 'R-18'],
    run(s) {
      at(s, 1, 'A', () => s.reactor.crash());
      s.reactor.run();
      s.attempt('stop', () => s.reactor.stop());
      s.attempt('stop again', () => s.reactor.stop());
      s.attempt('run', () => s.reactor.run());
    },
  },
  {
    id: 'r31',
    rules: ['R-15', 'R-19', 'R-20'],
    run(s) {
      s.reactor.addSystemEventTrigger('before', 'startup', () => s.after(2));
      add(s, 'before', 'shutdown', 'P');
      s.reactor.callWhenRunning(s.runner('W'));
      at(s, 1, 'T', () => s.attempt('stop', () => s.reactor.stop()));
      makeCalls(s, { T3: 3 });
      s.reactor.run();
      showRunning(s);
    },
  },
  {
    id: 'r32',
    rules: ['R-14', 'R-16'],
    run(s) {
      let failing = new Deferred();
      s.reactor.addSystemEventTrigger('before', 'shutdown', () => s.after(2));
      s.reactor.addSystemEventTrigger('before', 'shutdown', () => {
        failing = s.after(1, { exc: new ValueError('q') });
        return failing.addErrback(s.cb('q failed'));
      });
      add(s, 'before', 'shutdown', 'X', thrower(new KeyError("'x'")));
      add(s, 'during', 'shutdown', 'D');
      at(s, 1, 'Stop', () => s.reactor.stop());
      makeCalls(s, { T: 2.5 });
      s.reactor.run();
      failing.addErrback(s.cb('still there'));
    },
  },
  {
    id: 'r33',
    rules: ['R-14'],
    run(s) {
      add(s, 'before', 'shutdown', 'P', () => {
        add(s, 'before', 'shutdown', 'P2');
        add(s, 'during', 'shutdown', 'D2');
        add(s, 'after', 'shutdown', 'A2');
      });
      add(s, 'during', 'shutdown', 'D', () => {
        add(s, 'before', 'shutdown', 'P3');
        add(s, 'during', 'shutdown', 'D3');
      });
      s.reactor.callLater(1, () => s.reactor.stop());
      s.reactor.run();
    },
  },
  {
    id: 'r34',
    rules: ['R-14'],
    run(s) {
      const handles = new Map<string, SystemEventTrigger>();
      const addNamed = (phase: Phase, name: string, then?: () => unknown): void => {
        handles.set(name, add(s, phase, 'shutdown', name, then));
      };
      const remove = (name: string): void => {
        const handle = handles.get(name);
        if (handle === undefined) throw new Error(`no trigger ${name}`);
        s.attempt(`remove ${name}`, () => s.reactor.removeSystemEventTrigger(handle));
      };
      addNamed('before', 'P', () => {
        remove('Q');
        remove('P');
      });
      addNamed('before', 'Q');
      addNamed('before', 'R');
      addNamed('during', 'D', () => {
        remove('E');
        remove('D');
      });
      addNamed('during', 'E');
      addNamed('after', 'A');
      s.reactor.callLater(1, () => s.reactor.stop());
      s.reactor.run();
    },
  },
  {
    id: 'r35',
    rules: ['R-14'],
    run(s) {
      const { reactor } = s;
      const [p, q] = [s.runner('P'), s.runner('Q')];
      reactor.addSystemEventTrigger('before', 'shutdown', p);
      reactor.addSystemEventTrigger('before', 'shutdown', q);
      const second = reactor.addSystemEventTrigger('before', 'shutdown', p);
      reactor.removeSystemEventTrigger(second);
      reactor.callLater(1, () => reactor.stop());
      reactor.run();
      s.attempt('remove again', () => reactor.removeSystemEventTrigger(second));
    },
  },
  {
    id: 'r36',
    rules: ['R-8', 'R-11'],
    run(s) {
      const look = (): void => {
        const times = s.reactor.getDelayedCalls().map((call) => call.getTime());
        s.log('listed', { times: times.toSorted((a, b) => a - b) });
      };
      blockUntil(s, 1.5);
      at(s, 1, 'A', () => {
        at(s, 0, 'N', look);
        look();
      });
      at(s, 1.25, 'B', look);
      makeCalls(s, { C: 2 }).C.delay(3);
      s.reactor.run();
    },
  },
  {
    id: 'r37',
    rules: ['T-6', 'T-8', 'R-1', 'R-8'],
    run(s) {
      const calls = makeCalls(s, { A: 1, B: 2, C: 3, D: 4, E: 5, F: 6 });
      calls.A.delay(2);
      calls.B.reset(0.5);
      calls.C.delay(-2.75);
      calls.D.cancel();
      calls.E.reset(-1);
      calls.F.reset(6);
      s.log('getTime', { times: Object.values(calls).map((call) => call.getTime()) });
      s.reactor.run();
    },
  },
  {
    id: 'r38',
    rules: ['R-5', 'R-7'],
    run(s) {
      s.reactor.traceIterations = true;
      blockUntil(s, 2.5);
      at(s, 1, 'A', () => {
        later.L.delay(-7.25);
        later.M.reset(-1.25);
        s.log('getTime', { l: later.L.getTime(), m: later.M.getTime() });
      });
      const later = makeCalls(s, { B: 1.5, C: 2, L: 9, M: 9.5 });
      s.reactor.run();
    },
  },
  {
    id: 'r39',
    rules: ['T-9', 'R-5', 'R-8'],
    run(s) {
      s.reactor.traceIterations = true;
      blockUntil(s, 2.5);
      at(s, 1, 'A', () => {
        later.B.delay(0.25);
        later.D.delay(1);
        later.E.cancel();
      });
      const later = makeCalls(s, { B: 1.5, C: 1.625, D: 2.25, E: 2.375 });
      s.reactor.run();
    },
  },
  {
    id: 'r40',
    rules: ['T-9', 'R-1'],
    deviates: 'a cancelled call does not wake the reactor up',
    shows: [
      { t: 0, ev: 'iteration', n: 1 },
      { t: 0.5, ev: 'iteration', n: 2 },
      { t: 2, ev: 'iteration', n: 3 },
      { t: 2, ev: 'run', name: 'B' },
      { t: 2, ev: 'idle' },
      { t: 2, ev: 'loop ended' },
    ],
    run(s) {
      s.reactor.traceIterations = true;
      const { A } = makeCalls(s, { A: 1, B: 2 });
      s.reactor.callLater(0.5, () => A.cancel());
      s.reactor.run();
    },
  },
  {
    id: 'r41',
    rules: ['R-2'],
    run(s) {
      for (const delay of [-0.5, -1e-9, -Infinity, -2]) {
        s.attempt('callLater', () => s.reactor.callLater(delay, s.runner('X')));
      }
      const { never } = makeCalls(s, { never: Infinity });
      s.log('getTime', { time: never.getTime() });
      never.cancel();
    },
  },
  {
    id: 'r42',
    rules: ['R-12', 'R-17'],
    run(s) {
      at(s, 1, 'A', () => s.reactor.stop());
      s.reactor.run();
      const { X } = makeCalls(s, { X: 0 });
      s.reactor.callFromThread(s.runner('F'));
      s.reactor.callWhenRunning(s.runner('W'));
      s.attempt('run', () => s.reactor.run());
      s.log('active', { x: X.active(), time: X.getTime() });
    },
  },
  {
    id: 'r43',
    rules: ['R-16', 'R-18'],
    run(s) {
      s.reactor.addSystemEventTrigger('before', 'shutdown', () => s.after(2));
      add(s, 'during', 'shutdown', 'D');
      at(s, 1, 'Stop', () => s.reactor.stop());
      at(s, 2, 'Crash', () => s.reactor.crash());
      makeCalls(s, { T: 2.5 });
      s.reactor.run();
      showRunning(s);
      s.attempt('run', () => s.reactor.run());
    },
  },
  {
    id: 'r44',
    rules: ['R-12', 'R-18'],
    run(s) {
      s.reactor.callWhenRunning(s.runner('W1', () => s.reactor.crash()));
      s.reactor.callWhenRunning(s.runner('W2'));
      makeCalls(s, { T0: 0, T1: 1 });
      s.reactor.run();
      showRunning(s);
      s.log('left', { n: s.reactor.getDelayedCalls().length });
    },
  },
  {
    id: 'r45',
    rules: ['R-15', 'R-18'],
    run(s) {
      add(s, 'before', 'shutdown', 'P');
      add(s, 'after', 'shutdown', 'Q');
      at(s, 1, 'A', () => {
        s.reactor.stop();
        s.reactor.crash();
      });
      makeCalls(s, { B: 2 });
      s.reactor.run();
      s.attempt('run', () => s.reactor.run());
    },
  },
];
