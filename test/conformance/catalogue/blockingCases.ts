import { addTimeout } from '#reactor/addTimeout.ts';
import { Deferred } from '#reactor/deferred.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { deferToThreadPool } from '#reactor/deferToThreadPool.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

/** A call that shows its name. */
function call(s: Scenario, name: string, delay: number, then?: () => unknown): DelayedCall {
  return s.reactor.callLater(delay, s.runner(name, then));
}

/** A call that blocks for a time. */
function block(s: Scenario, name: string, delay: number, seconds: number): void {
  call(s, name, delay, () => s.reactor.spin(seconds));
}

function crashAt(s: Scenario, time: number): void {
  s.reactor.callLater(time, () => s.reactor.crash());
}

/** Starts a loop that shows its name. */
function startLoop(s: Scenario, name: string, interval: number): void {
  const loop = new LoopingCall(s.reactor, () => s.log('run', { name }));
  s.reactor.callWhenRunning(() => loop.start(interval));
}

/** Runs a loop of one second whose runs block, and stops it in its last run; then `ended` is called. */
function runBlockingLoop(
  s: Scenario,
  runs: number,
  cost: number,
  show: (n: number) => void,
  ended: () => void = () => {},
): void {
  let n = 0;
  const loop = new LoopingCall(s.reactor, () => {
    n += 1;
    show(n);
    s.reactor.spin(cost);
    if (n !== runs) return;
    loop.stop();
    ended();
  });
  s.reactor.callWhenRunning(() => loop.start(1));
  s.reactor.run();
}

/** Work that blocks the reactor's thread. */
export const CASES: readonly Case[] = [
  {
    id: 'b01',
    rules: ['R-4', 'R-5', 'B-1'],
    run(s) {
      for (const due of [1, 2, 3, 4, 5, 6]) {
        s.reactor.callLater(due, () =>
          s.log('run', { name: `T${due}`, late: s.reactor.seconds() - due }),
        );
      }
      block(s, 'X', 1.5, 3.25);
      s.reactor.run();
    },
  },
  {
    id: 'b02',
    rules: ['K-8', 'K-12', 'B-3'],
    run(s) {
      const costs = [0.25, 0.25, 2.625, 0.25, 1, 0.25];
      let n = 0;
      const loop = LoopingCall.withCount(s.reactor, (count) => {
        s.log('run', { n, count });
        s.reactor.spin(costs[n] ?? 0);
        s.log('end', { n });
        n += 1;
        if (n === costs.length) loop.stop();
      });
      call(s, 'T', 2.5);
      s.reactor.callWhenRunning(() => loop.start(1));
      s.reactor.run();
    },
  },
  {
    id: 'b03',
    rules: ['K-8', 'B-3'],
    run(s) {
      for (const cost of [1.5, 1]) {
        runBlockingLoop(
          s,
          4,
          cost,
          (n) => s.log('run', { cost, n }),
          () => s.reactor.callLater(0, () => s.reactor.crash()),
        );
      }
    },
  },
  {
    id: 'b04',
    rules: ['B-3', 'B-4'],
    run(s) {
      startLoop(s, 'P', 1);
      startLoop(s, 'Q', 0.75);
      block(s, 'X', 2.125, 2.5);
      crashAt(s, 7.0625);
      s.reactor.run();
    },
  },
  {
    id: 'b05',
    rules: ['D-36', 'B-5'],
    run(s) {
      const limited = (name: string, delay: number): Deferred =>
        addTimeout(s.after(delay, { value: name }), 1, s.reactor);
      s.watch('d1', limited('d1', 0.875));
      s.watch('d2', limited('d2', 1.125));
      block(s, 'X', 0.5, 3);
      s.reactor.run();
    },
  },
  {
    id: 'b06',
    rules: ['B-6'],
    run(s) {
      let n = 0;
      const z = (): void => {
        n += 1;
        s.log('run', { name: 'Z' });
        s.reactor.spin(0.5);
        if (n < 8) s.reactor.callLater(0, z);
      };
      s.reactor.callLater(0, z);
      startLoop(s, 'P', 1);
      call(s, 'T', 2.25);
      crashAt(s, 5.125);
      s.reactor.run();
    },
  },
  {
    id: 'b07',
    rules: ['B-2', 'B-7'],
    run(s) {
      const d = s.after(1, { value: 'd' });
      d.addCallback(s.cb('first', { call: () => s.reactor.spin(2) }));
      d.addCallback(() => {
        s.log('cb', { name: 'second' });
        call(s, 'N', 0.5);
      });
      s.watch('e', s.after(1.5, { value: 'e' }));
      s.reactor.run();
    },
  },
  {
    id: 'b08',
    rules: ['R-3', 'B-1', 'B-2'],
    run(s) {
      const make = (name: string, delay: number, spin: number): void => {
        s.log('made', { name, time: call(s, name, delay).getTime() });
        s.reactor.spin(spin);
      };
      call(s, 'X', 1, () => {
        make('A', 1, 3);
        make('B', 1, 0);
        make('C', 0, 0.5);
      });
      call(s, 'T', 2);
      s.reactor.run();
    },
  },
  {
    id: 'b09',
    rules: ['R-4', 'R-5', 'B-1'],
    run(s) {
      const blocker = (name: string, delay: number): void => {
        call(s, name, delay, () => {
          s.reactor.spin(2);
          s.log('end', { name });
        });
      };
      blocker('X', 1);
      blocker('Y', 1.5);
      blocker('Z', 2);
      call(s, 'T1', 1.25);
      call(s, 'T2', 2.5);
      call(s, 'T3', 4.5);
      s.reactor.run();
    },
  },
  {
    id: 'b10',
    rules: ['R-15', 'R-17', 'B-1'],
    run(s) {
      s.reactor.addSystemEventTrigger('after', 'shutdown', s.runner('Q'));
      block(s, 'X', 1, 3);
      call(s, 'Stop', 2, () => s.reactor.stop());
      call(s, 'A', 3);
      call(s, 'B', 4);
      call(s, 'C', 4.25);
      s.reactor.run();
    },
  },
  {
    id: 'b11',
    rules: ['R-10', 'B-1'],
    run(s) {
      call(s, 'X', 1, () => {
        s.reactor.callFromThread(s.runner('F1'));
        s.reactor.spin(2);
        s.reactor.callFromThread(s.runner('F2'));
      });
      call(s, 'A', 1.5);
      call(s, 'B', 2);
      s.reactor.run();
    },
  },
  {
    id: 'b12',
    rules: ['R-13', 'B-1', 'B-2'],
    run(s) {
      s.reactor.callWhenRunning(s.runner('W1', () => s.reactor.spin(2)));
      s.reactor.callWhenRunning(s.runner('W2', () => call(s, 'N', 0.5)));
      call(s, 'A', 1);
      call(s, 'B', 2);
      call(s, 'C', 2.25);
      s.reactor.run();
    },
  },
  {
    id: 'b13',
    rules: ['D-31', 'B-5'],
    run(s) {
      const d = addTimeout(new Deferred(), 1, s.reactor);
      s.watch('d', d);
      s.watch('e', addTimeout(new Deferred(), 1, s.reactor));
      call(s, 'X', 0.5, () => {
        s.reactor.spin(2);
        d.callback('in time for the reactor');
        s.log('pending', { n: s.reactor.getDelayedCalls().length });
      });
      s.reactor.run();
    },
  },
  {
    id: 'b14',
    rules: ['K-8', 'B-3'],
    run(s) {
      for (const cost of [0.875, 1, 1.125]) {
        runBlockingLoop(s, 3, cost, () => s.log('run', { cost }));
      }
    },
  },
  {
    id: 'b15',
    rules: ['K-12', 'B-3'],
    run(s) {
      const loop = LoopingCall.withCount(s.reactor, (count) => s.log('run', { count }));
      s.reactor.callWhenRunning(() => loop.start(0.5));
      block(s, 'X', 1.25, 1.5);
      block(s, 'Y', 3.125, 0.25);
      crashAt(s, 4.25);
      s.reactor.run();
    },
  },
  {
    id: 'b16',
    rules: ['B-3', 'B-4'],
    run(s) {
      const startAt = (delay: number, name: string, interval: number): void => {
        const loop = new LoopingCall(s.reactor, () => s.log('run', { name }));
        s.reactor.callLater(delay, () => loop.start(interval));
      };
      startAt(0, 'P', 1);
      startAt(0.0625, 'Q', 0.625);
      startAt(0.125, 'R', 1.5);
      block(s, 'X', 2.25, 2.25);
      crashAt(s, 6);
      s.reactor.run();
    },
  },
  {
    id: 'b17',
    rules: ['B-6', 'B-7'],
    run(s) {
      const d = s.after(1, { value: 'd' });
      d.addCallback(s.cb('first', { call: () => s.reactor.spin(1) }));
      const second = (): void => {
        call(s, 'N', 0);
      };
      d.addCallback(s.cb('second', { call: second }));
      s.watch('e', s.after(1.5, { value: 'e' }));
      call(s, 'T', 1.25);
      block(s, 'X', 0.5, 2);
      s.reactor.run();
    },
  },
  {
    id: 'b18',
    rules: ['R-10', 'H-4', 'H-16', 'B-8'],
    run(s) {
      const pool = s.pool(1, 2);
      const defer = (name: string, seconds: number): void => {
        const job = s.job(name, seconds, { value: name });
        s.watch(name, deferToThreadPool(s.reactor, pool, job));
      };
      defer('J1', 1);
      defer('J2', 2);
      defer('J3', 0.5);
      block(s, 'X', 0.5, 3);
      call(s, 'T', 1);
      s.reactor.run();
    },
  },
];
