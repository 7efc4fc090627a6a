import { Deferred } from '#reactor/deferred.ts';
import { deferToThreadPool, inOneJob } from '#reactor/deferToThreadPool.ts';
import { KeyError, RuntimeError, ValueError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { ReactorThreads } from '#reactor/reactorThreads.ts';
import { isWork, type Job } from '#reactor/threadJob.ts';
import { ThreadPool } from '#reactor/threadPool.ts';
import { addTimeout } from '#reactor/addTimeout.ts';

import type { Case } from './case.ts';
import type { Ending, Scenario } from './scenario.ts';

/** Gives a job to the pool and shows what becomes of its Deferred. */
function submit(
  s: Scenario,
  pool: ThreadPool,
  name: string,
  seconds: number,
  ending?: Ending,
): Deferred {
  return s.watch(name, deferToThreadPool(s.reactor, pool, s.job(name, seconds, ending)));
}

/** A part of another job: gives its result. */
function* partOf(job: Job): Generator<unknown, unknown> {
  const result = job();
  return isWork(result) ? yield* result : result;
}

function sizes(s: Scenario, { workers, working, waiters, queued }: ThreadPool): void {
  s.log('sizes', { workers, working, waiters, queued });
}

export const CASES: readonly Case[] = [
  {
    id: 'h01',
    rules: ['H-1', 'H-2', 'H-3', 'H-4', 'H-10'],
    run(s) {
      const p = s.pool(0, 2);
      s.reactor.callWhenRunning(() => {
        for (const [i, seconds] of [3, 1, 1, 2, 1].entries()) {
          const n = i + 1;
          const job = s.job(String(n), seconds, { value: n * 10 });
          s.watch(`job ${n}`, deferToThreadPool(s.reactor, p, job));
        }
        s.log('submitted', { workers: p.workers, queued: p.queued });
      });
      s.reactor.run();
      s.log('workers', { n: p.workers });
    },
  },
  {
    id: 'h02',
    rules: ['H-2', 'H-5'],
    differs:
      'A job that returns a Deferred: 22.4 logs an AssertionError, and the caller is never told.',
    newer: [
      { t: 0, ev: 'job start', name: 'value' },
      { t: 1, ev: 'job end', name: 'value' },
      { t: 1, ev: 'job start', name: 'raises' },
      { t: 1, ev: 'fired', name: 'value', value: 5 },
      { t: 2, ev: 'job raises', name: 'raises' },
      { t: 2, ev: 'job start', name: 'failure' },
      { t: 2, ev: 'failed', name: 'raises', error: { failure: 'ValueError', msg: 'x' } },
      { t: 3, ev: 'job end', name: 'failure' },
      { t: 3, ev: 'job start', name: 'deferred' },
      { t: 3, ev: 'failed', name: 'failure', error: { failure: 'KeyError', msg: "'k'" } },
      { t: 3, ev: 'fired', name: 'args', value: [[1], { a: 2 }] },
      { t: 4, ev: 'job end', name: 'deferred' },
      { t: 4, ev: 'cb', name: 'deferred', got: '<Deferred>' },
      { t: 4, ev: 'idle' },
      { t: 4, ev: 'loop ended' },
    ],
    run(s) {
      const p = s.pool(1, 1);
      s.reactor.callWhenRunning(() => {
        submit(s, p, 'value', 1, { value: 5 });
        submit(s, p, 'raises', 1, { exc: new ValueError('x') });
        submit(s, p, 'failure', 1, { value: new Failure(new KeyError("'k'")) });
        s.watch(
          'args',
          deferToThreadPool(s.reactor, p, () => [[1], { a: 2 }]),
        );
        const job = s.job('deferred', 1, { value: new Deferred() });
        deferToThreadPool(s.reactor, p, job).addBoth(s.cb('deferred'));
      });
      s.reactor.run();
    },
  },
  {
    id: 'h03',
    rules: ['H-6'],
    run(s) {
      const p = s.pool(1, 1);
      let results: Deferred[] = [];
      s.reactor.callWhenRunning(() => {
        results = [submit(s, p, 'A', 2), submit(s, p, 'B', 1)];
      });
      s.reactor.callLater(1, () => {
        for (const result of results) result.cancel();
        s.log('cancelled');
      });
      s.reactor.run();
    },
  },
  {
    id: 'h04',
    rules: ['H-7', 'H-8'],
    run(s) {
      const threads = new ReactorThreads(s.reactor);
      const part = (name: string, args: readonly number[], exc?: Error): Job => {
        return () => {
          s.log('in thread', { name, args });
          if (exc !== undefined) throw exc;
        };
      };
      s.reactor.callWhenRunning(() => {
        threads.suggestThreadPoolSize(1);
        threads.callInThread(s.job('v', 1, { exc: new ValueError('v') }));
        threads.callMultipleInThread([
          s.job('multi', 1),
          part('f1', [1, 2]),
          part('f2', [], new KeyError("'k'")),
          part('f3', []),
        ]);
        threads.callInThread(s.job('f4', 1));
      });
      s.reactor.callLater(5, s.runner('T'));
      s.reactor.run();
    },
  },
  {
    id: 'h05',
    rules: ['H-9'],
    run(s) {
      const p = s.pool(0, 2, false);
      s.reactor.callWhenRunning(() => {
        for (const n of [1, 2, 3]) {
          const job = s.job(String(n), 1, { value: n });
          s.watch(`job ${n}`, deferToThreadPool(s.reactor, p, job));
        }
        s.log('submitted', { workers: p.workers, queued: p.queued });
      });
      s.reactor.callLater(1, () => p.start());
      s.reactor.run();
      s.log('workers', { n: p.workers });
    },
  },
  {
    id: 'h06',
    rules: ['H-2', 'H-11'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        submit(s, p, 'A', 5);
        submit(s, p, 'B', 1);
        submit(s, p, 'C', 1);
      });
      s.reactor.callLater(
        1,
        s.runner('adjust', () => p.adjustPoolsize(p.min, 3)),
      );
      s.reactor.callLater(
        2,
        s.runner('submit D', () => submit(s, p, 'D', 1)),
      );
      s.reactor.run();
    },
  },
  {
    id: 'h07',
    rules: ['H-12'],
    run(s) {
      const p = s.pool(0, 2);
      s.reactor.callWhenRunning(() => {
        submit(s, p, 'A', 2);
        submit(s, p, 'B', 2);
        for (const n of 'CDE') submit(s, p, n, 1);
      });
      s.reactor.callLater(
        1,
        s.runner('adjust', () => p.adjustPoolsize(p.min, 1)),
      );
      s.reactor.callLater(2.5, () => s.log('workers', { n: p.workers }));
      s.reactor.callLater(5, () => s.log('workers', { n: p.workers }));
      s.reactor.run();
    },
  },
  {
    id: 'h08',
    rules: ['R-17', 'H-13'],
    run(s) {
      const threads = new ReactorThreads(s.reactor);
      s.reactor.callWhenRunning(() => {
        threads.suggestThreadPoolSize(1);
        s.watch('A', threads.deferToThread(s.job('A', 3)));
        s.watch('B', threads.deferToThread(s.job('B', 1)));
      });
      s.reactor.addSystemEventTrigger('after', 'shutdown', s.runner('SA'));
      s.reactor.callLater(
        1,
        s.runner('stop', () => s.reactor.stop()),
      );
      s.reactor.callLater(2, s.runner('T'));
      s.reactor.run();
      s.log('queue', { n: s.reactor.threadCallQueue.length });
    },
  },
  {
    id: 'h09',
    rules: ['H-14'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        p.stop();
        const d = deferToThreadPool(s.reactor, p, s.job('x', 1));
        s.log('called', { value: d.called });
        s.attempt('stop again', () => p.stop());
      });
      s.reactor.callLater(3, s.runner('T'));
      s.reactor.run();
    },
  },
  {
    id: 'h10',
    rules: ['R-10', 'H-4', 'H-16', 'B-8'],
    run(s) {
      const p = s.pool(0, 2);
      s.reactor.callWhenRunning(() => {
        submit(s, p, 'A', 1, { value: 'A' });
        submit(s, p, 'B', 2.5, { value: 'B' });
      });
      s.reactor.callLater(0.5, () => {
        s.log('blocking');
        s.reactor.spin(3);
        s.log('unblocked');
      });
      s.reactor.callLater(2, s.runner('T2'));
      s.reactor.run();
    },
  },
  {
    id: 'h11',
    rules: ['H-1', 'H-10'],
    run(s) {
      const p = s.pool(1, 3);
      s.log('workers', { n: p.workers });
      for (const [time, names] of [
        [0, 'A'],
        [2, 'B'],
        [4, 'CD'],
        [6, 'EFGH'],
      ] as const) {
        s.reactor.callLater(time, () => {
          for (const n of names) deferToThreadPool(s.reactor, p, s.job(n, 1));
          s.log('submitted', {
            names: Array.from(names),
            workers: p.workers,
            busy: p.working,
            queued: p.queued,
          });
        });
      }
      s.reactor.run();
      s.log('workers', { n: p.workers });
    },
  },
  {
    id: 'h12',
    rules: ['H-4', 'H-17'],
    run(s) {
      const p = s.pool(0, 3);
      const a = s.job('A', 1);
      function* withCall(): Generator<unknown, unknown> {
        const value = yield* partOf(a);
        s.reactor.callFromThread(s.runner('X'));
        return value;
      }
      s.reactor.callWhenRunning(() => {
        s.watch('A', deferToThreadPool(s.reactor, p, withCall));
        for (const n of 'BC') submit(s, p, n, 1);
      });
      s.reactor.run();
    },
  },
  {
    id: 'h13',
    rules: ['H-15'],
    run(s) {
      s.attempt('ThreadPool(-1, 1)', () => new ThreadPool(s.reactor, -1, 1));
      s.attempt('ThreadPool(3, 2)', () => new ThreadPool(s.reactor, 3, 2));
      const p = new ThreadPool(s.reactor);
      s.log('defaults', { min: p.min, max: p.max, started: p.started });
      s.attempt('adjustPoolsize(9, 4)', () => p.adjustPoolsize(9, 4));
    },
  },
  {
    id: 'h14',
    rules: ['H-4', 'H-16', 'B-5'],
    run(s) {
      const p = s.pool(0, 1);
      const limited = (n: string): void => {
        const d = deferToThreadPool(s.reactor, p, s.job(n, 2, { value: n }));
        s.watch(n, addTimeout(d, 1.5, s.reactor));
      };
      s.reactor.callWhenRunning(() => limited('A'));
      s.reactor.callLater(1, () => s.reactor.spin(2));
      s.reactor.callLater(10, () => limited('B'));
      s.reactor.run();
    },
  },
  {
    id: 'h15',
    rules: ['H-9'],
    run(s) {
      const threads = new ReactorThreads(s.reactor);
      const p = threads.getThreadPool();
      threads.callInThread(s.job('early', 1));
      s.log('before run', { started: p.started, queued: p.queued, min: p.min, max: p.max });
      s.reactor.callWhenRunning(() => s.log('hook', { started: p.started }));
      s.reactor.callLater(0.5, () => {
        s.log('at 0.5', { started: p.started, workers: p.workers });
      });
      s.reactor.run();
    },
  },
  {
    id: 'h16',
    rules: ['H-4', 'H-17'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callLater(1, () => {
        s.log('run', { name: 'T1' });
        s.reactor.callLater(0, s.runner('Z'));
        for (const n of 'AB') submit(s, p, n, 0, { value: n });
      });
      s.reactor.callLater(1.5, s.runner('T2'));
      s.reactor.run();
    },
  },
  {
    id: 'h17',
    rules: ['H-3', 'H-17'],
    run(s) {
      const p = s.pool(0, 1);
      const q = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        submit(s, q, 'A', 2);
        submit(s, p, 'B', 2);
        submit(s, p, 'C', 1);
        submit(s, q, 'D', 1);
      });
      s.reactor.run();
    },
  },
  {
    id: 'h18',
    rules: ['H-12'],
    run(s) {
      const p = s.pool(0, 3);
      const sub = (names: string): void => {
        for (const n of names) deferToThreadPool(s.reactor, p, s.job(n, 2));
        sizes(s, p);
      };
      s.reactor.callWhenRunning(() => sub('ABC'));
      s.reactor.callLater(1, () => {
        p.adjustPoolsize(p.min, 1);
        p.adjustPoolsize(p.min, 1);
      });
      s.reactor.callLater(1.5, () => sizes(s, p));
      s.reactor.callLater(3, () => sizes(s, p));
      s.reactor.callLater(4, () => sub('D'));
      s.reactor.callLater(7, () => sizes(s, p));
      s.reactor.callLater(8, () => sub('E'));
      s.reactor.callLater(11, () => sizes(s, p));
      s.reactor.run();
    },
  },
  {
    id: 'h19',
    rules: ['H-13'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        submit(s, p, 'A', 2, { value: 'A' });
        submit(s, p, 'B', 1, { value: 'B' });
      });
      s.reactor.callLater(1, () => {
        s.log('stopping');
        p.stop();
        s.log('stopped');
      });
      s.reactor.callLater(1.5, s.runner('T1.5'));
      s.reactor.callLater(2, s.runner('T2'));
      s.reactor.run();
    },
  },
  {
    id: 'h20',
    rules: ['H-14'],
    run(s) {
      const p = s.pool(0, 1);
      const q = s.pool(1, 1);
      p.stop();
      q.stop();
      s.attempt('start with minimum 1', () => q.start());
      q.joined = true;
      s.attempt('start with minimum 0', () => p.start());
      s.log('flags', { started: p.started, joined: p.joined });
      s.attempt('callInThread', () => p.callInThread(s.job('A', 1)));
      s.attempt('startAWorker', () => p.startAWorker());
      p.joined = true;
    },
  },
  {
    id: 'h21',
    rules: ['H-10', 'H-11', 'H-12', 'H-15'],
    run(s) {
      const p = s.pool(0, 5);
      sizes(s, p);
      for (const [min, max] of [
        [3, 5],
        [1, 2],
        [1, 0],
        [0, 0],
      ] as const) {
        s.attempt('adjust', () => p.adjustPoolsize(min, max));
        sizes(s, p);
      }
      const sub = (n: string): void => {
        submit(s, p, n, 1);
        sizes(s, p);
      };
      s.reactor.callLater(1, () => sub('A'));
      s.reactor.callLater(2, () => p.adjustPoolsize(0, 1));
      s.reactor.callLater(3, () => sub('B'));
      s.reactor.run();
    },
  },
  {
    id: 'h22',
    rules: ['H-17'],
    run(s) {
      const p = s.pool(0, 1);
      const first = s.job('A1', 1);
      const second = s.job('A2', 1, { value: 'A' });
      function* a(): Generator<unknown, unknown> {
        yield* partOf(first);
        s.reactor.callFromThread(s.runner('X'));
        const value = yield* partOf(second);
        s.reactor.callFromThread(s.runner('Y'));
        return value;
      }
      s.reactor.callWhenRunning(() => s.watch('A', deferToThreadPool(s.reactor, p, a)));
      s.reactor.callLater(1.5, s.runner('T'));
      s.reactor.run();
    },
  },
  {
    id: 'h23',
    rules: ['H-2', 'H-5', 'H-16'],
    run(s) {
      const p = s.pool(0, 1);
      const give = (name: string, ending: Ending): void => {
        const told = (ok: boolean, value: unknown): void => s.log('result', { name, ok, value });
        p.callInThreadWithCallback(told, s.job(name, 1, ending));
      };
      s.reactor.callWhenRunning(() => {
        give('A', { value: 5 });
        give('B', { exc: new ValueError('b') });
        give('C', { value: new Failure(new KeyError("'c'")) });
      });
      s.reactor.callLater(0.5, () => s.reactor.spin(3.5));
      s.reactor.run();
    },
  },
  {
    id: 'h24',
    rules: ['H-2', 'H-7'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        p.callInThreadWithCallback(
          () => {
            throw new RuntimeError('told');
          },
          s.job('A', 1),
        );
        submit(s, p, 'B', 1);
        p.callInThread(s.job('C', 1, { value: new Failure(new KeyError("'c'")) }));
      });
      s.reactor.run();
    },
  },
  {
    id: 'h25',
    rules: ['H-1', 'H-2'],
    run(s) {
      const p = s.pool(0, 2);
      const [first, second, n] = [s.job('A1', 1), s.job('A2', 1), s.job('N', 1)];
      function* a(): Generator<unknown, unknown> {
        yield* partOf(first);
        p.callInThread(n);
        return yield* partOf(second);
      }
      s.reactor.callWhenRunning(() => {
        s.watch('A', deferToThreadPool(s.reactor, p, a));
        submit(s, p, 'X', 3);
        submit(s, p, 'B', 1);
      });
      s.reactor.run();
    },
  },
  {
    id: 'h26',
    rules: ['H-2', 'H-4', 'H-16'],
    run(s) {
      const p = s.pool(0, 1);
      const sub = (n: string, seconds: number): void => {
        const d = deferToThreadPool(s.reactor, p, s.job(n, seconds, { value: n }));
        if (n === 'D') {
          const later = (): null => {
            s.reactor.callLater(0, s.runner('Z'));
            return null;
          };
          d.addCallback(s.cb('D', { call: later }));
        }
        s.watch(n, d);
      };
      s.reactor.callWhenRunning(() => {
        for (const n of 'ABC') sub(n, 1);
      });
      s.reactor.callLater(0.5, () => {
        sub('D', 0.5);
        s.log('blocking');
        s.reactor.spin(3);
        s.log('unblocked');
        sub('E', 0.5);
      });
      s.reactor.callLater(2, s.runner('T2'));
      s.reactor.run();
    },
  },
  {
    id: 'h27',
    rules: ['R-10', 'H-4'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        s.reactor.callLater(2, s.runner('T'));
        const job = s.job('A', 2, { value: 'A' });
        deferToThreadPool(s.reactor, p, job).addCallback((got) => {
          s.log('cb', { got });
          s.reactor.callLater(0, s.runner('Z'));
          s.reactor.callFromThread(s.runner('X'));
        });
        s.reactor.callLater(2.0625, s.runner('U'));
      });
      s.reactor.run();
    },
  },
  {
    id: 'h28',
    rules: ['H-6'],
    run(s) {
      const p = s.pool(0, 1);
      let result: Deferred | null = null;
      s.reactor.callWhenRunning(() => {
        result = submit(s, p, 'A', 2, { exc: new ValueError('a') });
      });
      s.reactor.callLater(1, () => result?.cancel());
      s.reactor.callLater(3, () => s.attempt('cancel', () => result?.cancel()));
      s.reactor.run();
    },
  },
  {
    id: 'h29',
    rules: ['R-16', 'R-17', 'H-13'],
    run(s) {
      const threads = new ReactorThreads(s.reactor);
      threads.getThreadPool();
      const b = s.job('B', 1);
      s.reactor.addSystemEventTrigger('before', 'shutdown', () => {
        s.log('bye');
        return threads.deferToThread(s.job('A', 2, { value: 'A' })).addCallback((got) => {
          s.log('cb', { got });
          s.watch('B', threads.deferToThread(b));
        });
      });
      s.reactor.addSystemEventTrigger('during', 'shutdown', s.runner('during'));
      s.reactor.addSystemEventTrigger('after', 'shutdown', s.runner('after'));
      s.reactor.callLater(
        1,
        s.runner('stop', () => s.reactor.stop()),
      );
      s.reactor.callLater(2, s.runner('T2'));
      s.reactor.callLater(3.5, s.runner('T3.5'));
      s.reactor.run();
    },
  },
  {
    id: 'h30',
    rules: ['R-18', 'H-4'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => submit(s, p, 'A', 3, { value: 'A' }));
      s.reactor.callLater(
        1,
        s.runner('crash', () => s.reactor.crash()),
      );
      s.reactor.callLater(2, s.runner('T'));
      s.reactor.run();
      s.reactor.run();
    },
  },
  {
    id: 'h31',
    rules: ['H-10', 'H-12'],
    run(s) {
      const p = s.pool(1, 2);
      const whats = ['startAWorker', 'startAWorker', 'stopAWorker', 'stopAWorker', 'stopAWorker'];
      for (const what of whats) {
        if (what === 'startAWorker') p.startAWorker();
        else p.stopAWorker();
        sizes(s, p);
      }
      s.reactor.callLater(1, () => deferToThreadPool(s.reactor, p, s.job('A', 1)));
      s.reactor.callLater(1.5, () => sizes(s, p));
      s.reactor.callLater(3, () => sizes(s, p));
      s.reactor.run();
    },
  },
  {
    id: 'h32',
    rules: ['H-7', 'H-8'],
    run(s) {
      const p = s.pool(0, 1);
      s.reactor.callWhenRunning(() => {
        const b = s.job('B', 1, { exc: new KeyError("'b'") });
        p.callInThread(inOneJob([s.job('A', 1), b, s.job('C', 1)]));
        submit(s, p, 'D', 1);
      });
      s.reactor.run();
    },
  },
  {
    id: 'h33',
    rules: ['H-9', 'H-14'],
    run(s) {
      const p = s.pool(0, 1, false);
      submit(s, p, 'A', 1);
      sizes(s, p);
      p.stop();
      sizes(s, p);
      s.reactor.callLater(3, s.runner('T'));
      s.reactor.run();
    },
  },
  {
    id: 'h34',
    rules: ['H-9', 'H-10'],
    run(s) {
      for (const [min, max, count] of [
        [3, 5, 1],
        [0, 5, 3],
        [1, 2, 4],
        [2, 2, 0],
      ] as const) {
        const p = s.pool(min, max, false);
        for (let i = 0; i < count; i += 1) p.callInThread(s.job(`${min}.${max}.${i}`, 1));
        sizes(s, p);
        p.start();
        sizes(s, p);
        s.reactor.run();
        sizes(s, p);
      }
    },
  },
];
