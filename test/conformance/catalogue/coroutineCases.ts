import { addTimeout } from '#reactor/addTimeout.ts';
import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { gatherResults } from '#reactor/deferredList.ts';
import {
  CancelledError,
  KeyError,
  NotACoroutineError,
  PythonTypeError,
  ValueError,
} from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import {
  type Body,
  ensureDeferred,
  fromCoroutine,
  inlineCallbacks,
} from '#reactor/inlineCallbacks.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';
import { describeThrown } from './show.ts';

/** A body that returns nothing. */
type Steps = Generator<unknown, void, unknown>;

/** For an `except` clause: throws on what is not of this class. */
function except(thrown: unknown, type: abstract new (...args: never[]) => Error): void {
  if (!(thrown instanceof type)) throw thrown;
}

/** A function deep inside `n` others, which waits; each adds 1. */
const level = inlineCallbacks(function* go(n: number, d: Deferred, ended: () => void): Body {
  try {
    return Number(yield n > 0 ? level(n - 1, d, ended) : d) + 1;
  } finally {
    ended();
  }
});

export const CASES: readonly Case[] = [
  {
    id: 'i01',
    rules: ['I-1', 'I-2', 'I-3'],
    run(s) {
      const d = new Deferred();
      const f = inlineCallbacks(function* go() {
        s.log('start');
        const x = yield 5;
        s.log('x', { value: x });
        const y = yield succeed('s');
        s.log('y', { value: y });
        const z = yield d;
        s.log('z', { value: z });
        return [x, y, z];
      });
      const r = f();
      s.log('returned', { called: r.called });
      s.watch('f', r);
      d.callback('zz');
      s.log('d is consumed', { value: d.result });
    },
  },
  {
    id: 'i02',
    rules: ['I-2', 'I-3', 'U-2'],
    run(s) {
      const d = new Deferred();
      const f = inlineCallbacks(function* go() {
        try {
          yield fail(new ValueError('a'));
        } catch (error) {
          s.log('caught', { error });
        }
        try {
          yield d;
        } finally {
          s.log('finally');
        }
        return null;
      });
      s.watch('f', f());
      d.errback(new KeyError("'b'"));
      s.log('d is consumed', { value: d.result });
      s.free(d);
      s.log('end');
    },
  },
  {
    id: 'i03',
    rules: ['I-3'],
    run(s) {
      const d = new Deferred();
      const f = inlineCallbacks(function* go() {
        const a = yield d;
        const b = yield d;
        s.log('got', { a, b });
        return 'rv';
      });
      s.watch('f', f());
      d.callback('v');
    },
  },
  {
    id: 'i04',
    rules: ['I-8', 'I-10'],
    run(s) {
      const d = new Deferred(() => s.log('canceller'));
      const f = inlineCallbacks(function* go() {
        try {
          return yield d;
        } catch (error) {
          s.log('inside', { error });
          throw error;
        }
      });
      const r = f();
      s.watch('f', r);
      r.cancel();
      s.attempt('cancel again', () => r.cancel());
    },
  },
  {
    id: 'i05',
    rules: ['I-9'],
    run(s) {
      for (const second of [false, true]) {
        const d1 = new Deferred(() => s.log('canceller', { name: 'd1' }));
        const d2 = new Deferred(() => s.log('canceller', { name: 'd2' }));
        const f = inlineCallbacks(function* go() {
          try {
            yield d1;
          } catch (thrown) {
            except(thrown, CancelledError);
            s.log('caught');
          }
          return yield d2;
        });
        const r = f();
        s.watch('r', r);
        r.cancel();
        s.log('after first cancel', { rCalled: r.called, d2Called: d2.called });
        if (second) r.cancel();
        else d2.callback('late');
      }
    },
  },
  {
    id: 'i06',
    rules: ['I-12'],
    run(s) {
      const a = function* go(): Body {
        const d = succeed('v');
        s.log('A', { first: yield d, second: yield d });
        s.state('d', d);
        return 'a';
      };
      s.watch('A', ensureDeferred(a()));
      const d = new Deferred();
      const b = function* go(name: string): Steps {
        s.log(name, { value: yield d });
      };
      s.watch('B', ensureDeferred(b('B')));
      s.watch('C', ensureDeferred(b('C')));
      d.callback('x');
      s.log('d', { value: d.result });
      const failed = fail(new ValueError('e'));
      const e = function* go(): Steps {
        for (const i of [1, 2]) {
          try {
            yield failed;
          } catch (error) {
            s.log('caught', { i, error });
          }
        }
      };
      s.watch('E', ensureDeferred(e()));
      s.free(failed);
      s.log('end');
    },
  },
  {
    id: 'i07',
    rules: ['I-5', 'I-6'],
    differs: 'returning a Deferred from the body: an AssertionError to whoever resumed it',
    newer: [
      { t: 0, ev: 'caught', error: { exception: 'ValueError', msg: 'v' } },
      { t: 0, ev: 'fired', name: 'f', value: null },
      { t: 0, ev: 'cb', name: 'g got', got: '<Deferred>' },
      { t: 0, ev: 'ok', what: 'g()', result: null },
      { t: 0, ev: 'cb', name: 'h got', got: '<Deferred>' },
      { t: 0, ev: 'ok', what: 'w.callback', result: null },
      { t: 0, ev: 'state', name: 'w', called: true, paused: 0, result: null },
      { t: 0, ev: 'h', called: true },
    ],
    run(s) {
      const f = inlineCallbacks(function* go() {
        try {
          s.log('no error', { value: yield new Failure(new ValueError('v')) });
        } catch (error) {
          s.log('caught', { error });
        }
        return null;
      });
      s.watch('f', f());
      const g = inlineCallbacks(function* go() {
        yield null;
        return succeed(1);
      });
      s.attempt('g()', () => {
        g().addBoth(s.cb('g got'));
      });
      const w = new Deferred();
      const h = inlineCallbacks(function* go() {
        yield w;
        return succeed(2);
      });
      const r = h();
      r.addBoth(s.cb('h got'));
      s.attempt('w.callback', () => w.callback(0));
      s.state('w', w);
      s.log('h', { called: r.called });
    },
  },
  {
    id: 'i08',
    rules: ['I-13'],
    run(s) {
      const f = inlineCallbacks((() => 5) as unknown as () => Body);
      try {
        f();
      } catch (thrown) {
        const { error, msg } = describeThrown(thrown);
        s.log('raised', { error, start: msg.slice(0, 24) });
      }
      s.attempt('ensureDeferred(5)', () => ensureDeferred(5));
      s.attempt('fromCoroutine(5)', () => fromCoroutine(5));
      const d = new Deferred();
      s.log('same', { value: ensureDeferred(d) === d });
      s.log('is TypeError', { value: new NotACoroutineError() instanceof PythonTypeError });
    },
  },
  {
    id: 'i09',
    rules: ['I-8'],
    run(s) {
      const d = new Deferred(() => s.log('canceller'));
      const nested = inlineCallbacks(function* go(n: number): Steps {
        try {
          yield n > 0 ? nested(n - 1) : d;
        } finally {
          s.log('finally', { level: n });
        }
      });
      const r = nested(2);
      s.watch('r', r);
      r.cancel();
    },
  },
  {
    id: 'i10',
    rules: ['I-4', 'I-14'],
    run(s) {
      const f = inlineCallbacks(function* go() {
        for (let i = 0; i < 3; i += 1) {
          s.log('step', { i });
          yield deferLater(s.clock, 1);
        }
        return 'done';
      });
      s.watch('f', f());
      for (const time of [1, 2, 3]) s.clock.callLater(time, s.runner(`T${time}`));
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'i11',
    rules: ['I-1'],
    run(s) {
      const f = inlineCallbacks(function* go() {
        let sum = 0;
        for (let i = 0; i < 20000; i += 1) sum += Number(yield succeed(1));
        return sum;
      });
      s.watch('f', f());
    },
  },
  {
    id: 'i12',
    rules: ['I-8'],
    run(s) {
      const d = new Deferred((one) => one.callback('partial'));
      const f = inlineCallbacks(function* go() {
        const x = yield d;
        s.log('x', { value: x });
        return x;
      });
      const r = f();
      s.watch('r', r);
      r.cancel();
    },
  },
  {
    id: 'i13',
    rules: ['D-28', 'I-8', 'I-10'],
    run(s) {
      const f = inlineCallbacks(function* go() {
        yield null;
        return 1;
      });
      const ended = f();
      ended.cancel();
      s.watch('f', ended);
      const i = new Deferred(() => s.log('canceller', { name: 'i' }));
      const o = succeed(0).addCallback(() => i);
      const g = inlineCallbacks(function* go() {
        return yield o;
      });
      const r = g();
      s.watch('g', r);
      r.cancel();
      s.attempt('late', () => i.callback(1));
    },
  },
  {
    id: 'i14',
    rules: ['I-11'],
    run(s) {
      const f = inlineCallbacks(function* go() {
        try {
          return yield deferLater(s.clock, 10);
        } finally {
          s.log('finally');
        }
      });
      s.watch('r', addTimeout(f(), 3, s.clock));
      s.clock.pump([1, 1, 1, 1]);
      s.log('pending', { n: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'i15',
    rules: ['I-7'],
    differs: 'a coroutine that is yielded is given back as a value',
    newer: [{ t: 0, ev: 'fired', name: 'g', value: 7 }],
    run(s) {
      const co = function* go(): Body {
        yield succeed(null);
        return 7;
      };
      const g = inlineCallbacks(function* go() {
        return yield co();
      });
      s.watch('g', g());
    },
  },
  {
    id: 'i16',
    rules: ['I-4'],
    run(s) {
      const b = s.after(1, { value: 'b' });
      const a = s.after(1, { value: 'a' });
      const resumed = inlineCallbacks(function* go(name: string, d: Deferred, end: string): Body {
        s.log(`${name} resumed`, { value: yield d });
        return end;
      });
      const f = resumed('f', a, 'F');
      resumed('h', f, '');
      s.watch('g', resumed('g', b, 'G'));
      s.watch('f after h', f);
      s.clock.advance(1);
    },
  },
  {
    id: 'i17',
    rules: ['I-1', 'I-2'],
    run(s) {
      const f = inlineCallbacks(function* go(a: unknown, b: unknown): Steps {
        s.log('f', { a, b });
        if (a === 'never') yield null;
      });
      s.watch('f', f(1, 2));
      const g = inlineCallbacks(function* go(isBad: boolean): Steps {
        if (isBad) throw new ValueError('early');
        yield null;
      });
      const d = g(true);
      s.log('g returned', { called: d.called });
      s.watch('g', d);
    },
  },
  {
    id: 'i18',
    rules: ['I-8', 'I-9'],
    run(s) {
      const [d1, d2] = [new Deferred(), new Deferred()];
      const f = inlineCallbacks(function* go() {
        try {
          return yield d1;
        } finally {
          s.log('cleaning up');
          s.log('clean', { value: yield d2 });
        }
      });
      const r = f();
      s.watch('r', r);
      r.cancel();
      s.log('cancelled', { called: r.called, paused: r.paused });
      d2.callback('d2');
    },
  },
  {
    id: 'i19',
    rules: ['I-8', 'I-9'],
    run(s) {
      const d = new Deferred(() => s.log('canceller', { name: 'd' }));
      const e = new Deferred(() => s.log('canceller', { name: 'e' }));
      const f = inlineCallbacks(function* go() {
        yield d;
        r.cancel();
        s.log('cancelled', { called: r.called });
        r.cancel();
        return yield e;
      });
      const r: Deferred = f();
      s.watch('r', r);
      d.callback(1);
      s.log('waits', { called: r.called, paused: r.paused });
      e.callback('end');
    },
  },
  {
    id: 'i20',
    rules: ['D-27', 'I-8'],
    run(s) {
      const d = new Deferred(() => {
        s.log('canceller');
        throw new ValueError('canceller');
      });
      const f = inlineCallbacks(function* go() {
        s.log('goes on', { value: yield d });
        return 'end';
      });
      const r = f();
      s.watch('r', r);
      s.attempt('cancel', () => r.cancel());
      s.attempt('d.callback', () => d.callback('late'));
      s.state('r', r);
    },
  },
  {
    id: 'i21',
    rules: ['I-8'],
    run(s) {
      const d = new Deferred((one) => one.errback(new KeyError("'k'")));
      const f = inlineCallbacks(function* go() {
        try {
          return yield d;
        } catch (error) {
          s.log('caught', { error });
          return 'mended';
        }
      });
      const r = f();
      s.watch('r', r);
      r.cancel();
    },
  },
  {
    id: 'i22',
    rules: ['I-3', 'I-4'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a', { call: (got) => Number(got) * 2 }));
      const f = inlineCallbacks(function* go() {
        s.log('f', { got: yield d });
        return 'f';
      });
      f().addCallback(s.cb('end of f'));
      d.addCallback(s.cb('b'));
      d.callback(2);
      s.log('fired');
    },
  },
  {
    id: 'i23',
    rules: ['I-1', 'I-12'],
    run(s) {
      const d = succeed(1);
      d.pause();
      const f = inlineCallbacks(function* go(): Steps {
        s.log('yield', { got: yield d });
      });
      const g = function* go(): Steps {
        s.log('await', { got: yield d });
      };
      f();
      ensureDeferred(g());
      s.log('both wait');
      d.unpause();
      s.state('d', d);
    },
  },
  {
    id: 'i24',
    rules: ['I-12'],
    run(s) {
      const ok = function* go(): Body {
        s.log('ok starts');
        yield deferLater(s.clock, 1);
        return 'ok';
      };
      const bad = function* go(): Body {
        yield deferLater(s.clock, 1);
        throw new ValueError('bad');
      };
      const atOnce = function* go(): Body {
        if (s.now() < 0) yield null;
        return 'at once';
      };
      const outer = function* go(): Body {
        s.log('outer', { got: yield ok() });
        try {
          yield* bad();
        } catch (error) {
          s.log('caught', { error });
        }
        return yield atOnce();
      };
      s.watch('outer', ensureDeferred(outer()));
      s.log('called');
      s.clock.pump([1, 1]);
    },
  },
  {
    id: 'i25',
    rules: ['I-8', 'I-9', 'I-12'],
    run(s) {
      const d = new Deferred(() => s.log('canceller'));
      const inner = function* go(): Body {
        try {
          return yield d;
        } finally {
          s.log("inner's finally");
        }
      };
      const outer = function* go(): Body {
        try {
          yield inner();
        } catch (thrown) {
          except(thrown, CancelledError);
          s.log('outer caught');
        }
        yield deferLater(s.clock, 1);
        return 'went on';
      };
      const r = ensureDeferred(outer());
      s.watch('r', r);
      r.cancel();
      s.log('cancelled', { called: r.called });
      s.clock.advance(1);
    },
  },
  {
    id: 'i26',
    rules: ['I-12', 'I-13'],
    run(s) {
      const g = function* go(a: Deferred, b: Deferred): Body {
        s.log('x', { value: yield a });
        try {
          yield b;
        } catch (error) {
          s.log('caught', { error });
        }
        return 'g';
      };
      for (const make of [ensureDeferred, fromCoroutine]) {
        const [a, b] = [new Deferred(), new Deferred()];
        s.watch('g', make(g(a, b)));
        a.callback('a');
        b.errback(new ValueError('b'));
      }
    },
  },
  {
    id: 'i27',
    rules: ['I-12'],
    run(s) {
      const d = new Deferred();
      const f = function* go(name: string): Steps {
        try {
          s.log('value', { name, got: yield d });
        } catch (error) {
          s.log('caught', { name, error });
        }
      };
      ensureDeferred(f('A'));
      ensureDeferred(f('B'));
      d.errback(new ValueError('e'));
      s.state('d', d);
    },
  },
  {
    id: 'i28',
    rules: ['I-12'],
    run(s) {
      const d = fail(new KeyError("'k'"));
      const f = function* go(): Steps {
        try {
          yield d;
        } catch (error) {
          s.log('caught', { error });
        }
      };
      s.watch('f', ensureDeferred(f()));
      s.state('d', d);
      d.addErrback(s.cb('errback', { value: 'mended' }));
      s.state('d', d);
    },
  },
  {
    id: 'i29',
    rules: ['I-1', 'I-13'],
    run(s) {
      const f = function* go(): Steps {
        for (const x of [5, null, 'text']) {
          try {
            yield x;
          } catch (thrown) {
            except(thrown, PythonTypeError);
            s.log('caught', { error: describeThrown(thrown).error });
          }
        }
        yield 2.5;
      };
      ensureDeferred(f()).addErrback((failure) =>
        s.log('f failed', { error: (failure as Failure).typeName }),
      );
      const g = inlineCallbacks(function* go() {
        return [yield 5, yield, yield 'text'];
      });
      s.watch('g', g());
    },
  },
  {
    id: 'i30',
    rules: ['I-13'],
    run(s) {
      s.attempt('ensureDeferred(None)', () => ensureDeferred(null));
      s.attempt("ensureDeferred('x')", () => ensureDeferred('x'));
      s.attempt('fromCoroutine(None)', () => fromCoroutine(null));
      s.attempt('fromCoroutine(1.5)', () => fromCoroutine(1.5));
    },
  },
  {
    id: 'i31',
    rules: ['I-8', 'I-9'],
    run(s) {
      const d = new Deferred();
      const inner = inlineCallbacks(function* go() {
        try {
          return yield d;
        } catch (thrown) {
          except(thrown, CancelledError);
          return 'kept';
        }
      });
      const outer = inlineCallbacks(function* go() {
        const got = yield inner();
        s.log('outer', { got });
        return got;
      });
      const r = outer();
      s.watch('r', r);
      r.cancel();
      s.state('r', r);
    },
  },
  {
    id: 'i32',
    rules: ['D-19', 'I-8'],
    run(s) {
      const d = new Deferred(() => s.log('canceller'));
      const f = inlineCallbacks(function* go() {
        try {
          return yield d;
        } finally {
          s.log('finally');
        }
      });
      const r = f();
      s.watch('r', r);
      r.pause();
      r.cancel();
      s.log('cancelled', { called: r.called, dCalled: d.called });
      r.unpause();
    },
  },
  {
    id: 'i33',
    rules: ['D-32', 'I-9', 'I-11'],
    run(s) {
      const f = inlineCallbacks(function* go() {
        try {
          return yield deferLater(s.clock, 10);
        } catch (thrown) {
          except(thrown, CancelledError);
          s.log('caught');
          return 'partial';
        }
      });
      s.watch('r', addTimeout(f(), 3, s.clock));
      s.clock.pump([1, 1, 1, 1]);
      s.log('pending', { n: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'i34',
    rules: ['I-9', 'I-11'],
    run(s) {
      const f = inlineCallbacks(function* go() {
        try {
          return yield deferLater(s.clock, 10);
        } finally {
          s.log('cleaning up');
          yield deferLater(s.clock, 2);
          s.log('clean');
        }
      });
      s.watch('r', addTimeout(f(), 3, s.clock));
      s.clock.pump([1, 1, 1, 1, 1, 1]);
    },
  },
  {
    id: 'i35',
    rules: ['I-1', 'I-2'],
    run(s) {
      const f = inlineCallbacks(function* go(): Steps {
        const both = gatherResults([s.after(2, { value: 'a' }), s.after(1, { value: 'b' })]);
        s.log('both', { values: yield both });
        const waits = succeed(0).addCallback(() => s.after(1, { value: 'inner' }));
        s.log('inner', { value: yield waits });
      });
      s.watch('f', f());
      s.clock.pump([1, 1, 1, 1]);
    },
  },
  {
    id: 'i36',
    rules: ['I-2', 'I-4', 'I-8'],
    run(s) {
      let n = 0;
      const ended = (): void => {
        n += 1;
      };
      const d = new Deferred();
      s.watch('sum', level(100, d, ended));
      d.callback(0);
      s.log('finally', { n });
      const e = new Deferred(() => s.log('canceller'));
      const r = s.watch('cancelled', level(100, e, ended));
      r.cancel();
      s.log('finally', { n });
    },
  },
  {
    id: 'i37',
    rules: ['D-6', 'I-9'],
    run(s) {
      const f = inlineCallbacks(function* go(d: Deferred): Body {
        try {
          return yield d;
        } catch (thrown) {
          except(thrown, CancelledError);
          return 'caught';
        }
      });
      const ended = f(succeed('x'));
      s.attempt('callback', () => ended.callback(1));
      s.watch('late link', ended);
      const cancelled = f(new Deferred());
      cancelled.cancel();
      s.attempt('callback after cancel', () => cancelled.callback(1));
      s.watch('late link', cancelled);
    },
  },
  {
    id: 'i38',
    rules: ['D-6', 'I-4'],
    run(s) {
      const d = new Deferred();
      const f = inlineCallbacks(function* go() {
        yield d;
        s.log('f ends');
        return 'end';
      });
      const r = f();
      r.callback('by hand');
      s.attempt('d.callback', () => d.callback(1));
      s.state('d', d);
      s.state('r', r);
    },
  },
  {
    id: 'i39',
    rules: ['I-3', 'I-4'],
    run(s) {
      const d = new Deferred();
      const stage = inlineCallbacks(function* go(name: string, source: Deferred): Body {
        const got = yield source;
        s.log('resumed', { name, got });
        return `${String(got)}${name}`;
      });
      const a = stage('A', d);
      const b = stage('B', a);
      s.watch('C', stage('C', b));
      d.callback('d');
      s.log('fired', { a: a.result, b: b.result });
    },
  },
  {
    id: 'i40',
    rules: ['I-14'],
    run(s) {
      s.clock.callLater(2, s.runner('T2'));
      s.clock.callLater(3, s.runner('T3'));
      const f = inlineCallbacks(function* go(name: string, waits: readonly number[]): Steps {
        for (const wait of waits) {
          yield deferLater(s.clock, wait);
          s.log('step', { name });
        }
      });
      f('f', [1, 1, 1]);
      f('g', [2, 1]);
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'i41',
    rules: ['I-2'],
    run(s) {
      const f = inlineCallbacks(function* go(isReplaced: boolean): Body {
        try {
          return yield fail(new KeyError("'first'"));
        } catch {
          if (isReplaced) throw new ValueError('second');
        }
        return 'value';
      });
      s.watch('f', f(true));
      s.watch('g', f(false));
    },
  },
  {
    id: 'i42',
    rules: ['I-12'],
    run(s) {
      const f = function* go(d: Deferred): Steps {
        for (const turn of ['first', 'second']) {
          try {
            yield d;
          } catch (error) {
            s.log('caught', { turn, error });
          }
        }
      };
      const d = new Deferred();
      s.watch('f', ensureDeferred(f(d)));
      d.errback(new KeyError("'k'"));
      s.state('d', d);

      const e = new Deferred();
      e.pause();
      e.errback(new KeyError("'k'"));
      e.unpause();
      e.pause();
      s.watch('g', ensureDeferred(f(e)));
      e.unpause();
      s.state('e', e);
    },
  },
];
