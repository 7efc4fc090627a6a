import { Cooperator, cooperatorOn } from '#reactor/cooperator.ts';
import type { CooperativeTask } from '#reactor/cooperativeTask.ts';
import { Deferred } from '#reactor/deferred.ts';
import { KeyError, RuntimeError, ValueError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

function* units(s: Scenario, task: string, n: number): Generator<null, void> {
  for (let i = 0; i < n; i += 1) {
    s.log('unit', { task, i });
    yield null;
  }
  s.log('exhausted', { task });
}

/** On the Clock; a tick ends after `per` units, and the next one comes a second later. */
function cooperator(s: Scenario, per = 1, started = true): Cooperator {
  return new Cooperator({
    terminationPredicateFactory: () => {
      let left = per;
      return () => {
        left -= 1;
        return left <= 0;
      };
    },
    scheduler: (tick) => {
      s.log('scheduled');
      return s.clock.callLater(1, tick);
    },
    started,
  });
}

function steps(s: Scenario, count: number): void {
  for (let n = 0; n < count; n += 1) {
    s.log('tick', { n });
    s.clock.advance(1);
  }
}

function tick(s: Scenario): void {
  s.attempt('tick', () => s.clock.advance(1));
}

function pending(s: Scenario): void {
  s.log('pending', { n: s.clock.getDelayedCalls().length });
}

/** Work that takes time, in units. */
function* work(s: Scenario, task: string, n: number, cost: number): Generator<null, void> {
  for (let i = 0; i < n; i += 1) {
    s.log('unit', { task, i });
    s.reactor.spin(cost);
    yield null;
  }
}

export const CASES: readonly Case[] = [
  {
    id: 'c01',
    rules: ['C-1', 'C-3'],
    run(s) {
      const c = cooperator(s);
      c.cooperate(units(s, 'A', 2));
      c.cooperate(units(s, 'B', 3));
      s.log('added');
      steps(s, 8);
    },
  },
  {
    id: 'c02',
    rules: ['C-3', 'C-4'],
    run(s) {
      const c = cooperator(s, 4);
      for (const n of 'ABC') c.cooperate(units(s, n, 5));
      steps(s, 5);
    },
  },
  {
    id: 'c03',
    rules: ['C-4'],
    run(s) {
      const c = cooperator(s, 100);
      s.watch('A', c.coiterate(units(s, 'A', 1)));
      s.watch('B', c.coiterate(units(s, 'B', 3)));
      s.watch('C', c.coiterate(units(s, 'C', 3)));
      steps(s, 1);
    },
  },
  {
    id: 'c04',
    rules: ['C-4', 'C-6'],
    run(s) {
      const c = cooperator(s, 3);
      const d = s.after(2.5, { value: 'x' });
      function* a(): Generator<Deferred, void> {
        for (let i = 0; i < 2; i += 1) {
          s.log('unit', { task: 'A', i });
          yield succeed(i);
        }
        s.log('exhausted', { task: 'A' });
      }
      function* b(): Generator<Deferred | null, void> {
        s.log('unit', { task: 'B', i: 0 });
        yield d;
        s.log('unit', { task: 'B', i: 1 });
        yield null;
      }
      c.cooperate(a());
      c.cooperate(b());
      c.cooperate(units(s, 'C', 6));
      for (let i = 0; i < 10; i += 1) s.clock.advance(0.5);
      s.log('yielded Deferred', { result: d.result });
    },
  },
  {
    id: 'c05',
    rules: ['C-4', 'C-7'],
    run(s) {
      const c = cooperator(s);
      const a = c.cooperate(units(s, 'A', 3));
      c.cooperate(units(s, 'B', 3));
      steps(s, 1);
      a.pause();
      a.pause();
      steps(s, 1);
      a.resume();
      steps(s, 1);
      a.resume();
      steps(s, 2);
      s.attempt('resume', () => a.resume());
    },
  },
  {
    id: 'c06',
    rules: ['C-5', 'C-7', 'C-10'],
    run(s) {
      const c = cooperator(s, 10);
      function* raises(): Generator<null, void> {
        yield null;
        throw new ValueError('c');
      }
      const tasks: Record<string, CooperativeTask> = {
        A: c.cooperate(units(s, 'A', 0)),
        B: c.cooperate(units(s, 'B', 9)),
        C: c.cooperate(raises()),
      };
      tasks['B']?.stop();
      steps(s, 1);
      for (const [n, t] of Object.entries(tasks)) {
        s.attempt(`${n}.pause`, () => t.pause());
        s.attempt(`${n}.stop`, () => t.stop());
        s.attempt(`${n}.resume`, () => t.resume());
        s.watch(`${n} whenDone`, t.whenDone());
      }
    },
  },
  {
    id: 'c07',
    rules: ['C-5', 'C-10'],
    run(s) {
      const c = cooperator(s, 10);
      const it = units(s, 'A', 1);
      const a = c.cooperate(it);
      a.whenDone()
        .addCallback((v) => {
          s.log('w1', { isIterator: v === it });
          throw new RuntimeError('w1');
        })
        .addErrback((error) => s.log('w1 failed', { error }));
      a.whenDone().addCallback((v) => s.log('w2', { isIterator: v === it }));
      steps(s, 1);
      a.whenDone().addCallback((v) => s.log('w3', { isIterator: v === it }));
    },
  },
  {
    id: 'c08',
    rules: ['C-6', 'C-8'],
    run(s) {
      const c = cooperator(s, 10);
      const d = new Deferred();
      const e = new Deferred();
      const a = c.cooperate([fail(new ValueError('a'))].values());
      const b = c.cooperate([d, null].values());
      const f = c.cooperate([e, null].values());
      s.watch('A', a.whenDone());
      s.watch('B', b.whenDone());
      s.watch('C', f.whenDone());
      steps(s, 1);
      s.attempt('A.stop', () => a.stop());
      b.stop();
      f.stop();
      d.callback(1);
      s.attempt('B.pause', () => b.pause());
      e.errback(new KeyError("'e'"));
      s.attempt('C.pause', () => f.pause());
      s.state('e', e);
      e.addErrback(() => null);
    },
  },
  {
    id: 'c09',
    rules: ['C-13'],
    run(s) {
      for (let n = 1; n < 6; n += 1) {
        const c = cooperator(s);
        const told: [number, string][] = [];
        const tasks = Array.from({ length: n }, (_, i) => c.cooperate(units(s, String(i), 3)));
        tasks.forEach((task, i) => {
          task.whenDone().addErrback((failure) => {
            if (failure instanceof Failure) told.push([i, failure.typeName]);
          });
        });
        c.stop();
        const { length } = s.clock.getDelayedCalls();
        s.log('stopped', { tasks: n, told, running: c.running, pending: length });
      }
      const c = cooperator(s);
      const p = c.cooperate(units(s, 'P', 2));
      const w = s.watch('paused task', p.whenDone());
      p.pause();
      c.stop();
      s.log('after stop', { called: w.called });
      p.resume();
    },
  },
  {
    id: 'c10',
    rules: ['C-7', 'C-12', 'C-15'],
    run(s) {
      const c = cooperator(s, 1, false);
      s.watch('A', c.coiterate(units(s, 'A', 5)));
      s.log('running', { value: c.running });
      steps(s, 1);
      c.start();
      s.log('running', { value: c.running });
      steps(s, 1);
      c.stop();
      s.log('running', { value: c.running });
      const b = c.cooperate(units(s, 'B', 1));
      s.watch('B', b.whenDone());
      s.attempt('B.pause', () => b.pause());
      c.start();
      s.watch('C', c.coiterate(units(s, 'C', 1)));
      steps(s, 2);
    },
  },
  {
    id: 'c11',
    rules: ['C-9', 'C-11'],
    run(s) {
      const c = cooperator(s, 1);
      const d = new Deferred();
      s.log('same', { value: c.coiterate(units(s, 'A', 1), d) === d });
      s.watch('d', d);
      steps(s, 2);
      const b = c.cooperate(units(s, 'B', 9));
      steps(s, 1);
      pending(s);
      b.whenDone().addErrback(() => null);
      b.stop();
      pending(s);
    },
  },
  {
    id: 'c12',
    rules: ['C-1', 'C-9'],
    run(s) {
      const c = cooperator(s, 10);
      function* a(): Generator<null, void> {
        s.log('unit', { task: 'A', i: 0 });
        c.cooperate(units(s, 'N', 2));
        yield null;
        s.log('unit', { task: 'A', i: 1 });
        yield null;
      }
      c.cooperate(a());
      c.cooperate(units(s, 'B', 2));
      steps(s, 2);
    },
  },
  {
    id: 'c13',
    rules: ['C-2', 'C-3', 'B-8'],
    run(s) {
      const c = new Cooperator({
        terminationPredicateFactory: () => {
          const end = s.reactor.seconds() + 0.01;
          return () => s.reactor.seconds() >= end;
        },
        scheduler: (f) => s.reactor.callLater(0.00000001, f),
      });
      s.watch('A', c.coiterate(work(s, 'A', 4, 0.004)));
      s.watch('B', c.coiterate(work(s, 'B', 2, 0.025)));
      for (let i = 1; i < 5; i += 1) s.reactor.callLater(0.005 * i, s.runner(`T${i}`));
      s.reactor.run();
    },
  },
  {
    id: 'c14',
    rules: ['C-4', 'C-8'],
    run(s) {
      const c = cooperator(s, 100);
      function* a(): Generator<null, void> {
        s.log('unit', { task: 'A', i: 0 });
        b.pause();
        stopped.stop();
        yield null;
        s.log('unit', { task: 'A', i: 1 });
        b.resume();
        yield null;
      }
      c.cooperate(a());
      const b = c.cooperate(units(s, 'B', 2));
      const stopped = c.cooperate(units(s, 'C', 2));
      c.cooperate(units(s, 'D', 2));
      s.watch('C', stopped.whenDone());
      steps(s, 2);
    },
  },
  {
    id: 'c15',
    rules: ['C-14'],
    run(s) {
      let c = cooperator(s, 10);
      function* a(): Generator<null, void> {
        s.log('unit', { task: 'A', i: 0 });
        yield null;
        s.log('unit', { task: 'A', i: 1 });
        c.stop();
        yield null;
        s.log('unit', { task: 'A', i: 2 });
      }
      const first = c.cooperate(a());
      const second = c.cooperate(units(s, 'B', 5));
      s.watch('A', first.whenDone());
      s.watch('B', second.whenDone());
      tick(s);
      tick(s);
      s.log('four tasks, the first stops the scheduler in its first unit');
      c = cooperator(s, 10);
      function* e(): Generator<null, void> {
        s.log('unit', { task: 'E', i: 0 });
        c.stop();
        yield null;
      }
      const tasks = [c.cooperate(e()), ...['F', 'G', 'H'].map((n) => c.cooperate(units(s, n, 2)))];
      tasks.forEach((task, i) => s.watch('EFGH'.charAt(i), task.whenDone()));
      tick(s);
      tick(s);
    },
  },
  {
    id: 'c16',
    rules: ['C-2', 'C-11', 'C-17'],
    run(s) {
      const c = new Cooperator({
        scheduler: (f) => s.clock.callLater(0.00000001, f),
        terminationPredicateFactory: () => () => true,
      });
      function* jobs(): Generator<Deferred, void> {
        for (const [i, seconds] of [3, 1, 1, 2, 1].entries()) {
          const name = i + 1;
          s.log('job starts', { name });
          yield s.after(seconds).addCallback(() => s.log('job ends', { name }));
        }
      }
      const g = jobs();
      s.watch('runner 1', c.coiterate(g));
      s.watch('runner 2', c.coiterate(g));
      for (let i = 0; i < 24; i += 1) s.clock.pump([0.25, 0.00000001]);
    },
  },
  {
    id: 'c17',
    rules: ['C-4', 'C-16'],
    run(s) {
      const c = cooperator(s, 10);
      const tasks = new Map<string, CooperativeTask>();
      const add = (n: string, does: 'stop' | 'pause', gives: Deferred | null): CooperativeTask => {
        function* g(): Generator<Deferred | null, void> {
          s.log('unit', { task: n, i: 0 });
          tasks.get(n)?.[does]();
          yield gives;
          s.log('unit', { task: n, i: 1 });
        }
        const task = c.cooperate(g());
        tasks.set(n, task);
        return task;
      };
      s.watch('A', add('A', 'stop', null).whenDone());
      const b = add('B', 'pause', succeed(1));
      tick(s);
      s.attempt('B.resume', () => b.resume());
      tick(s);
      s.watch('C', add('C', 'stop', new Deferred()).whenDone());
      c.cooperate(units(s, 'D', 3));
      tick(s);
      pending(s);
      tick(s);
      c.cooperate(units(s, 'E', 1));
      tick(s);
    },
  },
  {
    id: 'c18',
    rules: ['C-13'],
    run(s) {
      const c = cooperator(s, 10);
      c.cooperate(units(s, 'A', 2));
      const b = c.cooperate(units(s, 'B', 2));
      s.watch('B', b.whenDone());
      c.stop();
      s.attempt('B.pause', () => b.pause());
      s.attempt('B.resume', () => b.resume());
      s.attempt('B.stop', () => b.stop());
      s.attempt('B.stop again', () => b.stop());
    },
  },
  {
    id: 'c19',
    rules: ['C-4', 'C-5'],
    run(s) {
      const c = cooperator(s, 100);
      const raises: Iterator<unknown> = {
        next() {
          s.log('unit', { task: 'A', i: 0 });
          throw new ValueError('a');
        },
      };
      s.watch('A', c.coiterate(raises));
      for (const n of 'BC') s.watch(n, c.coiterate(units(s, n, 2)));
      steps(s, 1);
    },
  },
  {
    id: 'c20',
    rules: ['C-6', 'C-7', 'C-9'],
    run(s) {
      const c = cooperator(s);
      const d = new Deferred();
      function* a(): Generator<Deferred | null, void> {
        s.log('unit', { task: 'A', i: 0 });
        yield d;
        s.log('unit', { task: 'A', i: 1 });
        yield null;
      }
      const t = c.cooperate(a());
      steps(s, 1);
      t.pause();
      d.callback(1);
      steps(s, 1);
      pending(s);
      t.resume();
      pending(s);
      steps(s, 1);
    },
  },
  {
    id: 'c21',
    rules: ['C-6', 'C-7'],
    run(s) {
      const c = cooperator(s);
      const d = new Deferred();
      function* a(): Generator<Deferred | null, void> {
        yield d;
        s.log('unit', { task: 'A', i: 1 });
        yield null;
        s.log('unit', { task: 'A', i: 2 });
        yield null;
      }
      const t = c.cooperate(a());
      steps(s, 1);
      t.resume();
      steps(s, 1);
      d.callback(1);
      s.state('d', d);
      d.addErrback(s.cb("d's errback", { value: null }));
      steps(s, 1);
    },
  },
  {
    id: 'c22',
    rules: ['C-7', 'C-8'],
    run(s) {
      const c = cooperator(s);
      const a = c.cooperate(units(s, 'A', 2));
      s.watch('A', a.whenDone());
      a.pause();
      a.pause();
      a.stop();
      for (let n = 0; n < 3; n += 1) s.attempt('resume', () => a.resume());
      s.attempt('pause', () => a.pause());
      pending(s);
      steps(s, 1);
    },
  },
  {
    id: 'c23',
    rules: ['C-9', 'C-11'],
    run(s) {
      const c = cooperator(s, 10);
      c.coiterate(units(s, 'A', 1)).addCallback(() => {
        s.watch('B', c.coiterate(units(s, 'B', 1)));
        pending(s);
      });
      steps(s, 1);
      pending(s);
    },
  },
  {
    id: 'c24',
    rules: ['C-8', 'C-10', 'C-13', 'C-14'],
    run(s) {
      const c = cooperator(s, 10);
      const a = c.cooperate(units(s, 'A', 0));
      const b = c.cooperate(units(s, 'B', 2));
      const others = { C: c.cooperate(units(s, 'C', 2)), D: c.cooperate(units(s, 'D', 2)) };
      a.whenDone().addCallback(() => {
        s.log('A done');
        b.stop();
      });
      b.whenDone().addErrback((error) => {
        s.log('B done', { error });
        c.stop();
      });
      for (const [n, t] of Object.entries(others)) s.watch(n, t.whenDone());
      tick(s);
      s.log('running', { value: c.running, pending: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'c25',
    rules: ['C-6'],
    run(s) {
      const c = cooperator(s);
      const d = new Deferred();
      const a = c.cooperate([d, null].values());
      s.watch('A', a.whenDone());
      steps(s, 1);
      d.cancel();
      s.attempt('A.stop', () => a.stop());
      s.state('d', d);
    },
  },
  {
    id: 'c26',
    rules: ['C-6'],
    run(s) {
      const c = cooperator(s, 10);
      const e = succeed(5);
      const d = new Deferred();
      d.addCallback(s.cb('before'));
      c.cooperate([e, d].values());
      steps(s, 1);
      s.state('e', e);
      d.callback(7);
      d.addCallback(s.cb('after'));
      steps(s, 1);
    },
  },
  {
    id: 'c27',
    rules: ['C-4', 'C-7'],
    run(s) {
      const c = cooperator(s, 100);
      function* a(): Generator<null, void> {
        s.log('unit', { task: 'A', i: 0 });
        t.pause();
        t.resume();
        yield null;
        s.log('unit', { task: 'A', i: 1 });
        yield null;
      }
      const t = c.cooperate(a());
      for (const n of 'BC') c.cooperate(units(s, n, 2));
      steps(s, 1);
    },
  },
  {
    id: 'c28',
    rules: ['C-12', 'C-15'],
    run(s) {
      const c = cooperator(s);
      const twice = ['start', 'stop', 'stop', 'start', 'start'] as const;
      for (const what of twice) {
        s.attempt(what, () => c[what]());
        s.log('running', { value: c.running });
      }
      c.cooperate(units(s, 'A', 1));
      steps(s, 2);
    },
  },
  {
    id: 'c29',
    rules: ['C-9', 'C-12'],
    run(s) {
      let c = cooperator(s, 1, false);
      const a = c.cooperate(units(s, 'A', 1));
      s.watch('A', a.whenDone());
      a.stop();
      c.start();
      pending(s);
      c = cooperator(s, 1, false);
      const b = c.cooperate(units(s, 'B', 1));
      b.pause();
      c.start();
      pending(s);
      b.resume();
      pending(s);
      c = cooperator(s, 1, false);
      c.start();
      pending(s);
      c.cooperate(units(s, 'C', 1));
    },
  },
  {
    id: 'c30',
    rules: ['C-2'],
    run(s) {
      const c = cooperatorOn(s.reactor);
      s.watch('A', c.coiterate(work(s, 'A', 7, 1 / 256)));
      s.watch('B', c.coiterate(work(s, 'B', 1, 0.025)));
      s.reactor.callLater(1 / 64, s.runner('T'));
      s.reactor.run();
      s.watch('C', c.coiterate(work(s, 'C', 2, 0.01)));
      s.reactor.callLater(0.005, s.runner('U'));
      s.reactor.run();
    },
  },
  {
    id: 'c31',
    rules: ['C-9'],
    run(s) {
      const c = cooperator(s);
      const a = c.cooperate(units(s, 'A', 2));
      s.clock.advance(0.5);
      a.pause();
      pending(s);
      s.clock.advance(0.25);
      a.resume();
      s.log('pending', { at: s.clock.getDelayedCalls().map((call) => call.getTime()) });
      s.clock.pump([0.5, 0.5, 1]);
    },
  },
  {
    id: 'c32',
    rules: ['C-5'],
    run(s) {
      const c = cooperator(s, 100);
      function* a(): Generator<unknown, number> {
        const values = [1, 'text', [succeed(1)], new ValueError('not raised'), false];
        for (const [i, value] of values.entries()) {
          s.log('unit', { i });
          yield value;
        }
        return 7;
      }
      const it = a();
      c.coiterate(it).addCallback((v) => s.log('done', { isIterator: v === it }));
      steps(s, 1);
    },
  },
  {
    id: 'c33',
    rules: ['C-1', 'C-5', 'C-17'],
    run(s) {
      const c = cooperator(s);
      const d = c.coiterate([].values());
      d.addCallback(() => s.log('done'));
      s.log('called', { value: d.called });
      steps(s, 1);
      const both = [null, null, null].values();
      for (const name of 'AB') c.coiterate(both).addCallback(() => s.log('done', { name }));
      steps(s, 6);
    },
  },
  {
    id: 'c34',
    rules: ['C-3', 'C-13'],
    run(s) {
      const p = cooperator(s);
      const q = cooperator(s);
      s.watch('A', p.coiterate(units(s, 'A', 3)));
      s.clock.advance(0.5);
      s.watch('B', q.coiterate(units(s, 'B', 3)));
      s.clock.pump([0.5, 0.5, 0.5, 0.25]);
      p.stop();
      s.clock.pump([0.25, 0.5, 0.5, 0.5, 0.5]);
    },
  },
  {
    id: 'c35',
    rules: ['C-8', 'C-10'],
    run(s) {
      const c = cooperator(s);
      const e = new Deferred();
      const a = c.cooperate([e, null].values());
      steps(s, 1);
      a.stop();
      s.attempt('A.pause', () => a.pause());
      e.errback(new KeyError("'e'"));
      s.attempt('A.pause', () => a.pause());
      s.watch('A', a.whenDone());
      s.state('e', e);
    },
  },
  {
    id: 'c36',
    rules: ['C-6', 'C-13'],
    run(s) {
      const c = cooperator(s);
      const d = new Deferred();
      const a = c.cooperate([d, null].values());
      s.watch('A', a.whenDone());
      steps(s, 1);
      c.stop();
      s.log('stopped', { running: c.running });
      s.clock.advance(1);
      d.callback(null);
      s.attempt('A.stop', () => a.stop());
    },
  },
  {
    id: 'c37',
    rules: ['C-9', 'C-12', 'C-16'],
    run(s) {
      const c = cooperator(s, 10, false);
      c.cooperate(units(s, 'A', 2));
      c.start();
      function* breaks(): Generator<Deferred, void> {
        s.log('unit', { task: 'B', i: 0 });
        b.stop();
        yield new Deferred();
      }
      const b = c.cooperate(breaks());
      tick(s);
      c.start();
      pending(s);
      c.stop();
      c.start();
      pending(s);
      c.cooperate(units(s, 'C', 1));
      tick(s);
    },
  },
];
