import { addTimeout } from '#reactor/addTimeout.ts';
import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { DeferredLock, DeferredSemaphore } from '#reactor/deferredLock.ts';
import { DeferredQueue } from '#reactor/deferredQueue.ts';
import { KeyError, ValueError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { type Body, ensureDeferred, inlineCallbacks } from '#reactor/inlineCallbacks.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

/** A body that returns nothing. */
type Steps = Generator<unknown, void, unknown>;

/** A function for `run` that shows its start. */
function job(s: Scenario, name: string | number, f: () => unknown): () => unknown {
  return () => {
    s.log('job starts', { name });
    return f();
  };
}

/** The five jobs of rule P-7: their names and how long they last. */
const FIVE_JOBS = [
  [1, 3],
  [2, 1],
  [3, 1],
  [4, 2],
  [5, 1],
] as const;

export const CASES: readonly Case[] = [
  {
    id: 'p01',
    rules: ['P-1', 'P-2'],
    run(s) {
      const lock = new DeferredLock();
      const acquire = (name: string, more?: () => void): void => {
        lock.acquire().addCallback((got) => {
          s.log('acquired', { name, isLock: got === lock, locked: lock.locked });
          more?.();
        });
      };
      acquire('A');
      acquire('B', () => acquire('E'));
      acquire('C');
      s.log('waiting', { n: lock.waiting.length });
      for (let i = 0; i < 4; i += 1) {
        lock.release();
        s.log('released', { i, locked: lock.locked, waiting: lock.waiting.length });
      }
      s.attempt('release', () => lock.release());
    },
  },
  {
    id: 'p02',
    rules: ['P-3', 'P-4'],
    run(s) {
      const lock = new DeferredLock();
      s.watch('r1', lock.run(job(s, '1', () => s.after(1, { value: 'one' }))));
      s.watch('r2', lock.run(job(s, '2', () => 2)));
      s.watch(
        'r3',
        lock.run(
          job(s, '3', () => {
            throw new ValueError('3');
          }),
        ),
      );
      s.clock.advance(1);
      s.log('locked', { value: lock.locked });
    },
  },
  {
    id: 'p03',
    rules: ['P-5'],
    run(s) {
      const lock = new DeferredLock();
      lock.acquire().cancel();
      s.log('locked', { value: lock.locked });
      const b = s.watch('B', lock.acquire());
      s.watch(
        'C',
        lock.acquire().addCallback(() => 'lock'),
      );
      b.cancel();
      s.log('waiting', { n: lock.waiting.length });
      lock.release();
      const waiting = s.watch('waiting run', lock.run(s.runner('never')));
      waiting.cancel();
      lock.release();
      const inner = new Deferred(() => s.log('canceller', { name: 'job' }));
      const running = lock.run(() => inner);
      s.watch('running run', running);
      s.watch(
        'next',
        lock.run(() => 'next'),
      );
      running.cancel();
      s.log('locked', { value: lock.locked });
    },
  },
  {
    id: 'p04',
    rules: ['P-6'],
    run(s) {
      s.attempt('DeferredSemaphore(0)', () => new DeferredSemaphore(0));
      const semaphore = new DeferredSemaphore(2);
      const look = (what: string): void =>
        s.log(what, {
          tokens: semaphore.tokens,
          limit: semaphore.limit,
          waiting: semaphore.waiting.length,
        });
      const [, , c] = ['A', 'B', 'C', 'D'].map((name) =>
        s.watch(
          name,
          semaphore.acquire().addCallback((got) => got === semaphore),
        ),
      );
      look('start');
      c?.cancel();
      for (let i = 0; i < 3; i += 1) {
        semaphore.release();
        look('released');
      }
      s.attempt('release', () => semaphore.release());
    },
  },
  {
    id: 'p05',
    rules: ['P-3', 'P-6', 'P-7'],
    run(s) {
      const semaphore = new DeferredSemaphore(2);
      for (const [name, lasts] of FIVE_JOBS) {
        const run = semaphore.run(job(s, name, () => s.after(lasts, { value: name })));
        s.watch(`job ${name}`, run);
      }
      s.clock.pump(Array.from({ length: 12 }, () => 0.5));
    },
  },
  {
    id: 'p06',
    rules: ['P-8'],
    run(s) {
      const any = new DeferredQueue();
      any.put('a');
      any.put('b');
      for (let i = 0; i < 3; i += 1) s.watch(`get ${i}`, any.get());
      s.log('waiting', { n: any.waiting.length, pending: any.pending.length });
      any.put('c');
      s.log('after put');
      const one = new DeferredQueue(1);
      s.attempt('put', () => one.put(1));
      s.attempt('put', () => one.put(2));
      s.watch('get', one.get());
      const oneAsker = new DeferredQueue(null, 1);
      s.watch('get 0', oneAsker.get());
      s.attempt('get', () => oneAsker.get());
      oneAsker.put('x');
      const none = new DeferredQueue(0);
      s.attempt('put', () => none.put(1));
      s.watch('get', none.get());
      s.attempt('put', () => none.put(1));
      const noAsker = new DeferredQueue(null, 0);
      s.attempt('get', () => noAsker.get());
      noAsker.put(5);
      s.watch('get', noAsker.get());
    },
  },
  {
    id: 'p07',
    rules: ['P-9', 'P-10'],
    run(s) {
      const queue = new DeferredQueue();
      const [, b] = ['A', 'B', 'C'].map((name) => s.watch(name, queue.get()));
      b?.cancel();
      for (const value of [1, 2, 3]) queue.put(value);
      s.log('pending', { n: queue.pending.length });
      const again = (value: unknown): void => {
        s.log('got', { value });
        if (Number(value) >= 6) return;
        queue.get().addCallback(again);
        queue.put(Number(value) + 1);
      };
      queue.get().addCallback(again);
    },
  },
  {
    id: 'p08',
    rules: ['P-10'],
    run(s) {
      const queue = new DeferredQueue();
      const worker = inlineCallbacks(function* work(name: string): Body {
        for (;;) {
          const item = yield queue.get();
          s.log('takes', { worker: name, item });
          yield deferLater(s.clock, 2);
          s.log('done', { worker: name, item });
        }
      });
      worker('W1');
      worker('W2');
      for (const [time, item] of [
        [1, 'a'],
        [1, 'b'],
        [1, 'c'],
        [4, 'd'],
      ] as const) {
        s.clock.callLater(time, () => queue.put(item));
      }
      s.clock.pump(Array.from({ length: 16 }, () => 0.5));
    },
  },
  {
    id: 'p09',
    rules: ['P-4', 'P-11'],
    run(s) {
      for (const lock of [new DeferredLock(), new DeferredSemaphore(1)]) {
        const user = function* use(name: string, isBad: boolean): Steps {
          yield* lock.hold(function* block() {
            s.log('inside', { name });
            yield deferLater(s.clock, 1);
            if (isBad) throw new ValueError(name);
          });
          s.log('left', { name });
        };
        s.watch('A', ensureDeferred(user('A', true)));
        s.watch('B', ensureDeferred(user('B', false)));
        s.clock.pump([1, 1]);
        s.log('free', { value: lock instanceof DeferredLock ? !lock.locked : lock.tokens === 1 });
      }
    },
  },
  {
    id: 'p10',
    rules: ['P-1'],
    run(s) {
      const lock = new DeferredLock();
      lock.acquire();
      for (const name of ['A', 'B', 'C']) {
        lock.acquire().addCallback(() => {
          s.log('has it', { name, waiting: lock.waiting.length });
          lock.release();
          s.log('gave it back', { name, locked: lock.locked });
        });
      }
      lock.release();
      s.log('all done', { locked: lock.locked });
    },
  },
  {
    id: 'p11',
    rules: ['P-2', 'P-3', 'P-5'],
    run(s) {
      const lock = new DeferredLock();
      const outer = lock.run(() => {
        s.log('outer starts');
        s.watch('inner', lock.run(s.runner('inner', () => 'inner')));
        s.log('outer ends');
        return 'outer';
      });
      s.watch('outer', outer);
      const deadlock = lock.run(() => lock.run(s.runner('never')));
      s.watch('deadlock', deadlock);
      s.log('stuck', {
        locked: lock.locked,
        waiting: lock.waiting.length,
        called: deadlock.called,
      });
      deadlock.cancel();
      s.log('free', { locked: lock.locked, waiting: lock.waiting.length });
    },
  },
  {
    id: 'p12',
    rules: ['P-1', 'P-3'],
    run(s) {
      const lock = new DeferredLock();
      const f = (): string => {
        lock.release();
        return 'value';
      };
      s.watch('alone', lock.run(f));
      s.log('locked', { value: lock.locked });
      lock.acquire();
      s.watch('f', lock.run(f));
      s.watch(
        'next',
        lock.acquire().addCallback(() => 'lock'),
      );
      lock.release();
      s.log('locked', { value: lock.locked });
    },
  },
  {
    id: 'p13',
    rules: ['P-5', 'P-6'],
    run(s) {
      const semaphore = new DeferredSemaphore(1);
      const look = (what: string): void =>
        s.log(what, { tokens: semaphore.tokens, waiting: semaphore.waiting.length });
      const inner = new Deferred(() => s.log('canceller'));
      const a = s.watch(
        'A',
        semaphore.run(() => inner),
      );
      const b = s.watch('B', semaphore.run(s.runner('B')));
      s.watch('C', semaphore.run(s.runner('C', () => 'c')));
      b.cancel();
      look('B cancelled');
      a.cancel();
      look('A cancelled');
    },
  },
  {
    id: 'p14',
    rules: ['P-5', 'P-6'],
    run(s) {
      const semaphore = new DeferredSemaphore(2);
      const [a, b] = [semaphore.acquire(), semaphore.acquire()];
      a.cancel();
      b.cancel();
      s.log('cancelled', { tokens: semaphore.tokens });
      s.watch(
        'third',
        semaphore.acquire().addCallback((got) => got === semaphore),
      );
      s.log('waits', { waiting: semaphore.waiting.length });
      semaphore.release();
      s.log('released', { tokens: semaphore.tokens });
    },
  },
  {
    id: 'p15',
    rules: ['P-3', 'P-4', 'P-6'],
    run(s) {
      const semaphore = new DeferredSemaphore(3);
      for (let i = 0; i < 3; i += 1) semaphore.acquire();
      for (let n = 0; n < 6; n += 1) {
        const run = semaphore.run(() => {
          s.log('job', { n });
          if (n === 1 || n === 4) throw new ValueError(`job ${n}`);
          return n === 2 ? fail(new KeyError("'job 2'")) : n;
        });
        s.watch(`run ${n}`, run);
      }
      for (let i = 0; i < 3; i += 1) {
        semaphore.release();
        s.log('released', { tokens: semaphore.tokens });
      }
    },
  },
  {
    id: 'p16',
    rules: ['P-8'],
    run(s) {
      const queue = new DeferredQueue();
      queue.get().addCallbacks(s.cb('value'), s.cb('failure', { value: null }));
      s.attempt('put', () => queue.put(new Failure(new ValueError('in the queue'))));
      const d = queue.get().addCallback(s.cb('raises', { exc: new KeyError("'link'") }));
      s.attempt('put', () => queue.put('x'));
      s.watch('d', d);
    },
  },
  {
    id: 'p17',
    rules: ['P-8'],
    run(s) {
      const queue = new DeferredQueue(1, 2);
      const get = (i: number): void => {
        s.attempt(`get ${i}`, () => {
          s.watch(`get ${i}`, queue.get());
        });
      };
      const put = (i: number): unknown => s.attempt(`put ${i}`, () => queue.put(i));
      for (let i = 0; i < 3; i += 1) get(i);
      for (let i = 0; i < 4; i += 1) put(i);
      get(3);
      put(4);
      s.log('end', { waiting: queue.waiting.length, pending: queue.pending });
    },
  },
  {
    id: 'p18',
    rules: ['P-8', 'P-9'],
    run(s) {
      const queue = new DeferredQueue(null, 1);
      queue.put('a');
      const d = queue.get();
      d.cancel();
      s.watch('at once', d);
      const first = s.watch('first', queue.get());
      s.attempt('second', () => queue.get());
      first.cancel();
      s.log('waiting', { n: queue.waiting.length });
      s.watch('third', queue.get());
      queue.put('b');
      s.log('end', { waiting: queue.waiting.length, pending: queue.pending.length });
    },
  },
  {
    id: 'p19',
    rules: ['P-9', 'P-10'],
    run(s) {
      const queue = new DeferredQueue();
      queue.get().addCallback((got) => {
        s.log('A', { got });
        b.cancel();
        s.watch('D', queue.get());
      });
      const b = s.watch('B', queue.get());
      s.watch('C', queue.get());
      for (const v of [1, 2, 3]) {
        queue.put(v);
        s.log('put', { v, waiting: queue.waiting.length, pending: queue.pending.length });
      }
    },
  },
  {
    id: 'p20',
    rules: ['P-5', 'D-31'],
    run(s) {
      const lock = new DeferredLock();
      lock.acquire();
      s.watch('A', addTimeout(lock.acquire(), 2, s.clock));
      const b = lock.acquire().addCallback(() => 'lock');
      s.watch('B', addTimeout(b, 5, s.clock));
      s.clock.callLater(3, () => lock.release());
      for (let i = 0; i < 3; i += 1) {
        s.clock.advance(1);
        s.log('waiting', { n: lock.waiting.length, pending: s.clock.getDelayedCalls().length });
      }
      s.clock.advance(5);
    },
  },
  {
    id: 'p21',
    rules: ['P-5', 'P-11'],
    run(s) {
      const semaphore = new DeferredSemaphore(1);
      const user = function* use(name: string): Steps {
        try {
          yield* semaphore.hold(function* block() {
            s.log('inside', { name });
            yield deferLater(s.clock, 5);
          });
        } finally {
          s.log('out', { name });
        }
      };
      const look = (): void =>
        s.log('tokens', { value: semaphore.tokens, waiting: semaphore.waiting.length });
      const [a, b] = ['A', 'B', 'C'].map((name) => s.watch(name, ensureDeferred(user(name))));
      s.clock.advance(1);
      b?.cancel();
      look();
      s.clock.advance(1);
      a?.cancel();
      look();
      s.clock.advance(5);
      s.log('tokens', { value: semaphore.tokens });
    },
  },
  {
    id: 'p22',
    rules: ['P-11'],
    run(s) {
      const lock = new DeferredLock();
      const body = function* use(): Body {
        yield* lock.hold(function* block() {
          s.log('first', { locked: lock.locked });
          yield succeed(null);
        });
        s.log('between', { locked: lock.locked });
        return yield* lock.hold(function* block() {
          yield succeed(null);
          return 'from inside';
        });
      };
      s.watch('f', ensureDeferred(body()));
      s.log('after', { locked: lock.locked });
    },
  },
  {
    id: 'p23',
    rules: ['P-6', 'P-10'],
    run(s) {
      const [queue, semaphore] = [new DeferredQueue(), new DeferredSemaphore(2)];
      const consume = (name: string): void => {
        queue
          .get()
          .addCallback((item) => {
            s.log('takes', { name, item });
            return semaphore.run(() => {
              s.log('works', { name, item });
              return s.after(2.5, { value: item });
            });
          })
          .addCallback((item) => {
            s.log('done', { name, item });
            consume(name);
          });
      };
      for (const name of ['A', 'B', 'C']) consume(name);
      for (let i = 1; i < 6; i += 1) s.clock.callLater(i, () => queue.put(i));
      s.clock.pump(Array.from({ length: 24 }, () => 0.5));
      s.log('end', { waiting: queue.waiting.length, tokens: semaphore.tokens });
    },
  },
];
