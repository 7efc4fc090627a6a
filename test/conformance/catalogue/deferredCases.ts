import { Deferred, type Canceller } from '#reactor/deferred.ts';
import {
  BaseException,
  CancelledError,
  Exception,
  GeneratorExit,
  KeyboardInterrupt,
  KeyError,
  LookupError,
  PythonTypeError,
  RecursionError,
  RuntimeError,
  SystemExit,
  TimeoutError,
  ValueError,
} from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import type { Body } from '#reactor/inlineCallbacks.ts';
import { execute, fail, maybeDeferred, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';
import { notCallable } from './notCallable.ts';
import { UNHANDLED, type Scenario } from './scenario.ts';

class Spam extends Exception {
  static override readonly className: string = 'Spam';
}

class Eggs extends Spam {
  static override readonly className = 'Eggs';
}

/** The key of a KeyError is in its text as Python prints it. */
function keyError(key: string): KeyError {
  return new KeyError(`'${key}'`);
}

function raise(error: Error): never {
  throw error;
}

/** A canceller that shows that it is called. */
function showing(s: Scenario, name?: string): Canceller {
  return () => s.log('canceller', name === undefined ? {} : { name });
}

/** Three Deferreds, by name. */
function three(): readonly (readonly [string, Deferred])[] {
  return ['a', 'b', 'c'].map((name) => [name, new Deferred()] as const);
}

/** A converter for `addTimeout` that shows what it gets. */
function converter(s: Scenario, result: unknown) {
  return (value: unknown, timeout: number): unknown => {
    s.log('converter', { value, timeout });
    return result;
  };
}

export const CASES: readonly Case[] = [
  {
    id: 'd01',
    rules: ['D-1', 'D-8'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a', { call: (v) => Number(v) + 1 }));
      d.addCallback(s.cb('b', { exc: new ValueError('b') }));
      d.addCallback(s.cb('c'));
      d.addErrback(s.cb('e', { value: 'fixed' }));
      d.addErrback(s.cb('f'));
      d.addCallback(s.cb('g'));
      d.addBoth(s.cb('h', { value: null }));
      s.state('d', d);
      d.callback(1);
      s.state('d', d);
    },
  },
  {
    id: 'd02',
    rules: ['D-9'],
    run(s) {
      const d = new Deferred();
      d.addCallbacks(s.cb('c1', { exc: keyError('k') }), s.cb('e1'));
      d.addCallbacks(s.cb('c2'), s.cb('e2', { exc: new PythonTypeError('t') }));
      d.addBoth(s.cb('b', { value: null }));
      d.callback('v');
    },
  },
  {
    id: 'd03',
    rules: ['D-1'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a', { exc: new ValueError('v') }), 1, 2);
      d.addErrback(s.cb('e', { value: 'back' }), 3);
      d.addBoth(s.cb('b'), 5, 6);
      for (const i of [1, 2]) {
        const c = s.cb(`c${i}`, { exc: new ValueError('c') });
        d.addCallbacks(c, s.cb(`f${i}`, { value: 'f' }), [7, 8], [9]);
      }
      d.addBoth(s.cb('end', { value: null }));
      d.callback('start');
    },
  },
  {
    id: 'd04',
    rules: ['D-2'],
    run(s) {
      const d = new Deferred();
      d.callback('v');
      s.state('d', d);
      const r = d.addCallback(s.cb('a', { value: 'w' }));
      s.log('between', { same: r === d });
      d.addCallback(s.cb('b', { value: null }));
      s.state('d', d);
      d.addCallback(s.cb('c'));
    },
  },
  {
    id: 'd05',
    rules: ['D-4', 'D-6'],
    run(s) {
      const d = new Deferred();
      s.attempt('callback 1', () => d.callback(1));
      s.attempt('callback 2', () => d.callback(2));
      s.attempt('errback', () => d.errback(new ValueError('x')));
      s.state('d', d);
      const e = new Deferred();
      e.addErrback(s.cb('e', { value: null }));
      s.attempt('errback', () => e.errback(new ValueError('x')));
      s.attempt('callback', () => e.callback(1));
      const f = new Deferred();
      f.addCallback(s.cb('again', { call: () => s.attempt('inner', () => f.callback(5)) }));
      f.callback(4);
      s.state('f', f);
    },
  },
  {
    id: 'd06',
    rules: ['D-2', 'D-10', 'D-11'],
    run(s) {
      const d = new Deferred();
      d.addCallback((got) => {
        s.log('cb', { name: 'a', got });
        d.addCallback(s.cb('x'));
        d.addCallback(s.cb('y', { value: 'Y' }));
        s.log('a ends');
        return 'A';
      });
      d.addCallback(s.cb('b', { value: 'B' }));
      d.callback(0);
      s.state('d', d);
    },
  },
  {
    id: 'd07',
    rules: ['D-10', 'D-12', 'D-15', 'U-2'],
    run(s) {
      const inner = succeed('in');
      inner.addCallback(s.cb('i1', { value: 'i1' }));
      let outer = new Deferred();
      outer.addCallback(s.cb('o1', { value: inner }));
      outer.addCallback(s.cb('o2'));
      outer.callback('go');
      s.state('outer', outer);
      s.state('inner', inner);
      inner.addCallback(s.cb('i2'));
      const bad = fail(new ValueError('bad'));
      outer = new Deferred();
      outer.addCallback(s.cb('o1', { value: bad }));
      outer.addErrback(s.cb('e', { value: 'handled' }));
      outer.callback('go');
      s.state('outer', outer);
      s.state('bad', bad);
      s.free(bad);
      s.log('end');
    },
  },
  {
    id: 'd08',
    rules: ['D-10', 'D-13'],
    run(s) {
      const inner = new Deferred();
      inner.addCallback(s.cb('i1'));
      const outer = new Deferred();
      outer.addCallback(s.cb('o1', { value: inner }));
      outer.addCallback(s.cb('o2', { value: 'O2' }));
      outer.callback('go');
      s.state('outer', outer);
      inner.addCallback(s.cb('i2', { value: 'I2' }));
      outer.addCallback(s.cb('o3'));
      s.log('fire inner');
      inner.callback('in');
      s.state('outer', outer);
      s.state('inner', inner);
    },
  },
  {
    id: 'd09',
    rules: ['D-10', 'D-13', 'D-14'],
    run(s) {
      const all = three();
      const [a, b, c] = all.map(([, each]) => each) as [Deferred, Deferred, Deferred];
      for (const [name, each] of all) each.addCallback(s.cb(`${name}0`));
      a.addCallback(s.cb('a1', { value: b }));
      b.addCallback(s.cb('b1', { value: c }));
      for (const [name, each] of all) each.addCallback(s.cb(`${name}2`));
      a.callback('a');
      b.callback('b');
      for (const [name, each] of all) each.addCallback(s.cb(`${name}3`));
      s.log('fire c');
      c.callback('c');
      for (const [name, each] of all) s.state(name, each);
    },
  },
  {
    id: 'd10',
    rules: ['D-13', 'D-15', 'U-2'],
    run(s) {
      const inner = new Deferred();
      const outer = new Deferred();
      outer.addCallback(s.cb('o1', { value: inner }));
      outer.callback(0);
      inner.errback(new ValueError('v'));
      s.state('inner', inner);
      s.state('outer', outer);
      inner.addBoth(s.cb('i'));
      s.free(inner);
      s.log('inner dropped');
      outer.addErrback(s.cb('e', { value: null }));
      s.free(outer);
      s.log('outer dropped');
    },
  },
  {
    id: 'd11',
    rules: ['D-16'],
    run(s) {
      const inner = new Deferred();
      const waitFor = (name: string): void => {
        const o = succeed(name);
        o.addCallback(s.cb(name, { value: inner }));
        o.addCallback(s.cb(`${name} got`));
      };
      waitFor('o1');
      waitFor('o2');
      inner.callback('x');
      waitFor('o3');
    },
  },
  {
    id: 'd12',
    rules: ['D-18'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a', { value: d }));
      d.addCallback(s.cb('b'));
      d.callback(1);
      s.log('state', { called: d.called, paused: d.paused, resultIsSelf: d.result === d });
      d.addCallback(s.cb('c'));
      s.log('end');
    },
  },
  {
    id: 'd13',
    rules: ['D-2', 'D-19'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a'));
      d.pause();
      d.pause();
      d.callback(1);
      s.state('d', d);
      d.unpause();
      s.log('one unpause');
      d.unpause();
      d.unpause();
      s.state('d', d);
      d.addCallback(s.cb('b'));
      s.log('b added');
      d.pause();
      s.log('pause back to zero');
      d.addCallback(s.cb('c'));
    },
  },
  {
    id: 'd14',
    rules: ['D-10', 'D-20'],
    run(s) {
      const d = new Deferred();
      d.addCallback((got) => {
        s.log('cb', { name: 'a', got });
        d.pause();
        d.addCallback(s.cb('x'));
        return got;
      });
      d.addCallback(s.cb('b'));
      d.callback(1);
      d.addCallback(s.cb('c'));
      s.log('before unpause');
      d.unpause();
    },
  },
  {
    id: 'd15',
    rules: ['D-24', 'D-30'],
    run(s) {
      for (const late of ['callback', 'errback']) {
        const d = new Deferred();
        d.addErrback(s.cb('e', { value: 'done' }));
        s.attempt('cancel', () => d.cancel());
        s.state('d', d);
        if (late === 'callback') s.attempt('late callback', () => d.callback(1));
        else s.attempt('late errback', () => d.errback(new ValueError('late')));
        s.attempt('second late callback', () => d.callback(2));
        s.state('d', d);
      }
    },
  },
  {
    id: 'd16',
    rules: ['D-25', 'D-26'],
    run(s) {
      const d: Deferred = new Deferred((x) => s.log('canceller', { same: x === d }));
      d.addErrback(s.cb('e', { value: 'done' }));
      d.cancel();
      s.attempt('late callback', () => d.callback(1));
      d.cancel();
      s.state('d', d);
    },
  },
  {
    id: 'd17',
    rules: ['D-25'],
    run(s) {
      const d = new Deferred((x) => x.callback('partial'));
      d.addBoth(s.cb('b'));
      d.cancel();
      s.attempt('late callback', () => d.callback(1));
      const e = new Deferred((x) => x.errback(new ValueError('c')));
      e.addBoth(s.cb('b', { value: null }));
      e.cancel();
      s.state('e', e);
    },
  },
  {
    id: 'd18',
    rules: ['D-27'],
    run(s) {
      const d = new Deferred(() => raise(new RuntimeError('r')));
      d.addBoth(s.cb('b'));
      s.attempt('cancel', () => d.cancel());
      s.state('d', d);
      s.attempt('callback', () => d.callback(1));
    },
  },
  {
    id: 'd19',
    rules: ['D-28'],
    run(s) {
      const inner = new Deferred(showing(s, 'CI'));
      const mid = new Deferred(showing(s, 'CM'));
      const outer = new Deferred(showing(s, 'CO'));
      inner.addBoth(s.cb('i1'));
      mid.addCallback(s.cb('m1', { value: inner }));
      mid.addErrback(s.cb('m2'));
      mid.callback('m');
      outer.addCallback(s.cb('o1', { value: mid }));
      outer.addErrback(s.cb('o2', { value: 'recovered' }));
      outer.addCallback(s.cb('o3'));
      outer.callback('o');
      s.log('cancel outer');
      outer.cancel();
      s.state('outer', outer);
      s.state('mid', mid);
      s.state('inner', inner);
      s.attempt('late inner callback', () => inner.callback(1));
    },
  },
  {
    id: 'd20',
    rules: ['D-29'],
    run(s) {
      const d = succeed(1);
      s.attempt('cancel fired', () => d.cancel());
      s.state('d', d);
      const e = new Deferred();
      e.addErrback(s.cb('e'));
      e.addErrback(() => null);
      e.cancel();
      s.attempt('cancel again', () => e.cancel());
      const f = new Deferred();
      f.addErrback(s.cb('f', { value: null }));
      f.pause();
      f.cancel();
      s.state('f', f);
      f.unpause();
      const g = new Deferred();
      g.addCallback(s.cb('g1', { call: () => s.attempt('cancel in callback', () => g.cancel()) }));
      g.addCallback(s.cb('g2'));
      g.callback(1);
    },
  },
  {
    id: 'd21',
    rules: ['D-31'],
    run(s) {
      const d = new Deferred();
      const r = d.addTimeout(10, s.clock);
      s.log('returns self', { value: r === d });
      d.addBoth(s.cb('b'));
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      s.clock.advance(3);
      d.callback('ok');
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      s.clock.advance(20);
    },
  },
  {
    id: 'd22',
    rules: ['D-24', 'D-31', 'D-32'],
    run(s) {
      const d = new Deferred();
      d.addTimeout(10, s.clock);
      d.addErrback(s.cb('e', { value: null }));
      s.clock.advance(9.5);
      s.log('not yet');
      s.clock.advance(0.5);
      s.attempt('late callback', () => d.callback(1));
      s.attempt('again', () => d.callback(2));
    },
  },
  {
    id: 'd23',
    rules: ['D-33'],
    run(s) {
      const d = new Deferred();
      d.addTimeout(10, s.clock);
      d.addErrback(s.cb('e', { value: null }));
      s.clock.advance(1);
      d.cancel();
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      s.clock.advance(20);
    },
  },
  {
    id: 'd24',
    rules: ['D-32'],
    run(s) {
      const a = new Deferred();
      a.addTimeout(1, s.clock, converter(s, 'conv'));
      const b = new Deferred((x) => x.callback('late value'));
      b.addTimeout(1, s.clock);
      const c = new Deferred((x) => x.errback(keyError('k')));
      c.addTimeout(1, s.clock);
      const e = new Deferred();
      e.addTimeout(1, s.clock, () => raise(new LookupError('conv')));
      a.addBoth(s.cb('A', { value: null }));
      b.addBoth(s.cb('B', { value: null }));
      c.addBoth(s.cb('C', { value: null }));
      e.addBoth(s.cb('D', { value: null }));
      s.clock.advance(1);
    },
  },
  {
    id: 'd25',
    rules: ['D-34'],
    run(s) {
      const a = succeed('a');
      a.addTimeout(5, s.clock);
      a.addBoth(s.cb('A'));
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      const b = s.after(1, { value: 'b' });
      b.addCallback(() => s.after(10, { value: 'inner b' }));
      b.addTimeout(5, s.clock);
      b.addBoth(s.cb('B', { value: null }));
      const c = s.after(1, { value: 'c' });
      c.addTimeout(5, s.clock);
      c.addCallback(() => s.after(10, { value: 'inner c' }));
      c.addBoth(s.cb('C', { value: null }));
      for (let i = 0; i < 24; i += 1) s.clock.advance(0.5);
    },
  },
  {
    id: 'd26',
    rules: ['D-35'],
    run(s) {
      for (const [name, t1, t2] of [
        ['A', 5, 2],
        ['B', 2, 5],
      ] as const) {
        const d = new Deferred();
        d.addTimeout(t1, s.clock);
        d.addTimeout(t2, s.clock);
        d.addBoth(s.cb(name, { value: null }));
      }
      s.clock.pump([1, 1]);
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'd27',
    rules: ['F-1', 'F-2', 'F-3'],
    run(s) {
      const f = new Failure(new Eggs('e'));
      s.log('check Spam', { value: f.check(Spam) });
      s.log('check KeyError', { value: f.check(KeyError) });
      s.log('check KeyError,Spam,Eggs', { value: f.check(KeyError, Spam, Eggs) });
      s.log('check Exception', { value: f.check(Exception) });
      s.log('check nothing', { value: f.check() });
      s.log('check BaseException', { value: f.check(BaseException) });
      s.log('check name', { value: f.check('builtins.Exception') });
      s.log('trap Eggs', { value: f.trap(Eggs) });
      s.attempt('trap KeyError', () => f.trap(KeyError));
      s.log('text', { message: f.getErrorMessage(), typ: f.type });
      const v = new Eggs('e');
      const d = new Deferred();
      d.addErrback((g) => (g as Failure).trap(KeyError));
      d.addErrback((g) =>
        s.log('second errback', { failure: g, sameValue: (g as Failure).value === v }),
      );
      d.errback(v);
      const k = new Failure(new KeyboardInterrupt('kb'));
      s.log('check KeyboardInterrupt', { value: k.check(KeyboardInterrupt) });
      s.log('check BaseException', { value: k.check(BaseException) });
      s.log('repr', { value: new Failure(new ValueError('m')).repr() });
      s.log('str', { value: String(new Failure(new ValueError('m'))) });
    },
  },
  {
    id: 'd28',
    rules: ['D-4', 'D-5'],
    run(s) {
      const make = (): Deferred => new Deferred().addBoth(s.cb('got', { value: null }));
      s.attempt('errback(exc)', () => make().errback(new ValueError('v')));
      s.attempt('errback(Failure)', () => make().errback(new Failure(new ValueError('w'))));
      const d = make();
      s.attempt('errback()', () => d.errback());
      s.state('d', d);
      s.attempt('errback(KeyboardInterrupt)', () => make().errback(new KeyboardInterrupt('kb')));
      s.attempt('callback(Failure)', () => make().callback(new Failure(new ValueError('x'))));
      s.attempt('fail()', () => fail());
    },
  },
  {
    id: 'd29',
    rules: ['D-4'],
    differs: '22.4 refuses a Deferred as the first result',
    newer: [
      { t: 0, ev: 'cb', name: 'b', got: '<Deferred>' },
      { t: 0, ev: 'ok', what: 'callback(Deferred)', result: null },
      { t: 0, ev: 'called', value: true },
    ],
    run(s) {
      const d = new Deferred();
      d.addBoth(s.cb('b'));
      s.attempt('callback(Deferred)', () => d.callback(succeed(1)));
      s.log('called', { value: d.called });
    },
  },
  {
    id: 'd30',
    rules: ['D-37'],
    run(s) {
      const boom = (): never => raise(new ValueError('boom'));
      const dd = new Deferred();
      s.watch(
        'value',
        maybeDeferred(() => 1),
      );
      s.watch('raise', maybeDeferred(boom));
      s.watch(
        'failure',
        maybeDeferred(() => new Failure(keyError('f'))),
      );
      s.log('deferred', { same: maybeDeferred(() => dd) === dd });
      s.watch(
        'args',
        maybeDeferred((...args: readonly number[]) => args, 1, 2),
      );
      s.watch(
        'execute value',
        execute(() => 2),
      );
      s.watch('execute raise', execute(boom));
      s.watch('succeed', succeed(null));
      s.watch('fail', fail(new ValueError('f')));
    },
  },
  {
    id: 'd31',
    rules: ['D-15', 'U-1', 'U-2', 'U-3'],
    run(s) {
      s.log('1');
      s.free(fail(new ValueError('one')));
      s.log('2');
      const two = fail(new ValueError('two'));
      two.addErrback(() => null);
      s.free(two);
      s.log('3');
      const held = fail(new ValueError('three'));
      s.log('3 still held');
      s.free(held);
      s.log('3 dropped');
      const four = fail(new ValueError('four'));
      four.addErrback(() => raise(keyError('again')));
      s.free(four);
      s.log('5');
      const i = new Deferred();
      const o = succeed(null);
      o.addCallback(() => i);
      i.errback(new ValueError('five'));
      s.free(i);
      s.log('5 inner dropped');
      s.free(o);
      s.log('6');
      const six = new Deferred();
      six.addCallback(s.cb('never'));
      six.errback(new ValueError('six'));
      s.log('6 held');
      s.free(six);
      s.log('end');
    },
  },
  {
    id: 'd32',
    rules: ['D-17'],
    run(s) {
      const [inner, outer] = [new Deferred(), new Deferred()];
      inner.addCallback((got) => {
        s.log('cb', { name: 'i1', got });
        outer.callback('go');
        return 'I1';
      });
      inner.addCallback(s.cb('i2'));
      outer.addCallback(s.cb('o1', { value: inner }));
      outer.addCallback(s.cb('o2'));
      inner.callback('start');
      s.state('inner', inner);
      s.state('outer', outer);
    },
  },
  {
    id: 'd33',
    rules: ['D-23'],
    run(s) {
      let [d1, d2] = [new Deferred(), new Deferred()];
      const r = d1.chainDeferred(d2);
      s.log('returns d1', { value: r === d1 });
      d2.addCallback(s.cb('d2'));
      d1.addCallback(s.cb('d1 after'));
      d1.callback(1);
      [d1, d2] = [new Deferred(), new Deferred()];
      d1.chainDeferred(d2);
      d2.addErrback(s.cb('d2 err', { value: null }));
      d1.addBoth(s.cb('d1 after'));
      d1.errback(new ValueError('v'));
      [d1, d2] = [new Deferred(showing(s, 'd1')), new Deferred()];
      d1.chainDeferred(d2);
      d2.addErrback(s.cb('d2 err', { value: null }));
      d2.cancel();
      const last = d1;
      s.attempt('d1.callback', () => last.callback(1));
      s.state('d1', d1);
    },
  },
  {
    id: 'd34',
    rules: ['D-22'],
    run(s) {
      const length = 30_000;
      const row = Array.from({ length }, () => new Deferred());
      for (const [i, each] of row.entries()) {
        const next = row[i + 1];
        if (next !== undefined) each.addCallback(() => next);
      }
      for (const each of row.slice(0, -1)) each.callback(null);
      row[0]?.addCallback(s.cb('first'));
      row.at(-1)?.callback('from the end');
      const d = new Deferred();
      for (let i = 0; i < length; i += 1) d.addCallback((v) => succeed(Number(v) + 1));
      d.addCallback(s.cb('sum'));
      d.callback(0);
    },
  },
  {
    id: 'd35',
    rules: ['D-10', 'D-21'],
    run(s) {
      const [inner, outer] = [new Deferred(), succeed('o')];
      outer.addCallback(() => inner);
      outer.addCallback(s.cb('o'));
      outer.pause();
      inner.addCallback(s.cb('t'));
      inner.callback('x');
      s.state('outer', outer);
      s.state('inner', inner);
      s.log('unpause outer');
      outer.unpause();
      s.log('add u to inner');
      inner.addCallback(s.cb('u'));
    },
  },
  {
    id: 'd36',
    rules: ['D-18', 'D-23'],
    run(s) {
      const d = new Deferred();
      s.log('str', { value: String(d) });
      d.callback('v');
      s.log('str', { value: String(d) });
      const e = fail(new ValueError('x'));
      s.log('str', { value: String(e) });
      e.addErrback(() => null);
      const i = new Deferred();
      const o = succeed(1);
      o.addCallback(() => i);
      s.log('str', { value: String(o) });
      const [a, b] = [new Deferred(), new Deferred()];
      a.addCallback(() => b);
      b.addCallback(() => a);
      a.callback(1);
      b.callback(2);
      s.log('paused', { a: a.paused, b: b.paused });
      a.addCallback(s.cb('never'));
    },
  },
  {
    id: 'd37',
    rules: ['D-8'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a', { value: new Failure(keyError('k')) }));
      d.addErrback(s.cb('e1', { exc: new PythonTypeError('t') }));
      d.addErrback(s.cb('e2'));
      d.addErrback(s.cb('e3', { value: 'ok' }));
      d.addCallback(s.cb('c'));
      d.callback(0);
    },
  },
  {
    id: 'd38',
    rules: ['D-7'],
    run(s) {
      const [a, b] = [new Deferred(), new Deferred()];
      a.addCallback((got) => {
        s.log('cb', { name: 'a1', got });
        b.callback('B');
        s.log('a1 ends');
        return got;
      });
      a.addCallback(s.cb('a2'));
      b.addCallback(s.cb('b1'));
      b.addCallback(s.cb('b2'));
      a.callback('A');
    },
  },
  {
    id: 'd39',
    rules: ['D-24', 'D-28'],
    run(s) {
      const inner = new Deferred();
      const outer = succeed(0);
      outer.addCallback(() => inner);
      outer.addErrback(s.cb('e', { value: 'r' }));
      outer.cancel();
      s.state('outer', outer);
      s.attempt('inner late', () => inner.callback('late'));
      s.attempt('inner late again', () => inner.callback('late'));
      s.attempt('outer.callback', () => outer.callback(5));
    },
  },
  {
    id: 'd40',
    rules: ['D-3'],
    differs: '22.4 refuses to add what is not callable',
    newer: [
      { t: 0, ev: 'ok', what: 'addCallback(None)', result: true },
      {
        t: 0,
        ev: 'cb',
        name: 'b',
        got: { failure: 'TypeError', msg: "'NoneType' object is not callable" },
      },
    ],
    run(s) {
      const d = new Deferred();
      s.attempt('addCallback(None)', () => d.addCallback(notCallable('NoneType')) === d);
      d.addBoth(s.cb('b', { value: null }));
      d.callback(1);
    },
  },
  {
    id: 'd41',
    rules: ['D-10'],
    run(s) {
      const [inner, outer] = [new Deferred(), succeed(0)];
      outer.addCallback(() => inner);
      outer.addCallback((got) => {
        s.log('cb', { name: 'o', got });
        inner.addCallback(s.cb('i late', { value: 'I' }));
        return inner;
      });
      outer.addCallback(s.cb('o2'));
      inner.callback('x');
      s.state('inner', inner);
    },
  },
  {
    id: 'd42',
    rules: ['D-8'],
    run(s) {
      for (const exc of [new SystemExit(2), new KeyboardInterrupt('kb'), new GeneratorExit('g')]) {
        const d = new Deferred();
        d.addCallback(s.cb('raises', { exc }));
        d.addErrback(s.cb('errback', { value: null }));
        s.attempt('callback', () => d.callback(1));
      }
    },
  },
  {
    id: 'd43',
    rules: ['D-36'],
    run(s) {
      const a = s.after(1, { value: 'A' });
      a.addTimeout(1, s.clock);
      s.watch('A', a);
      const b = new Deferred();
      b.addTimeout(1, s.clock);
      s.watch('B', b);
      s.clock.callLater(1, () => s.attempt('late callback', () => b.callback('B')));
      s.clock.advance(1);
    },
  },
  {
    id: 'd44',
    rules: ['F-3', 'F-4'],
    run(s) {
      const hows: Readonly<Record<string, (failure: Failure) => unknown>> = {
        keep: (failure) => failure,
        rethrow: ({ value }) => raise(value as Error),
      };
      for (const [name, how] of Object.entries(hows)) {
        const seen: Failure[] = [];
        const d = new Deferred();
        d.addErrback((f) => {
          seen.push(f as Failure);
          return how(f as Failure);
        });
        d.addErrback((f) => void seen.push(f as Failure));
        d.errback(new ValueError('v'));
        const [first, second] = seen;
        const sameValue = first?.value === second?.value;
        s.log(name, { sameFailure: first === second, sameValue });
      }
    },
  },
  {
    id: 'd45',
    rules: ['D-32'],
    run(s) {
      for (const t of [10, 0.5, 1.25]) {
        const d = new Deferred();
        d.addTimeout(t, s.clock);
        d.addErrback((f) => s.log('failed', { text: (f as Failure).getErrorMessage() }));
      }
      s.clock.advance(10);
    },
  },
  {
    id: 'd46',
    rules: ['D-10'],
    run(s) {
      const [inner, outer] = [new Deferred(), succeed(0)];
      outer.addCallback(() => inner);
      outer.addCallback(s.cb('o', { call: () => inner.pause() }));
      outer.addCallback(s.cb('o2'));
      inner.addCallback(s.cb('t'));
      inner.addCallback(s.cb('t2'));
      inner.callback('x');
      s.state('inner', inner);
      s.log('unpause');
      inner.unpause();
    },
  },
  {
    id: 'd47',
    rules: ['D-4', 'D-13'],
    differs: '22.4 refuses a Deferred as the first result',
    newer: [
      { t: 0, ev: 'ok', what: 'callback(inner)', result: null },
      { t: 0, ev: 'state', name: 'd', called: true, paused: 1, result: '<Deferred>' },
      { t: 0, ev: 'cb', name: 'b', got: 'x' },
      { t: 0, ev: 'ok', what: 'inner.callback', result: null },
      { t: 0, ev: 'state', name: 'd', called: true, paused: 0, result: 'x' },
    ],
    run(s) {
      const [d, inner] = [new Deferred(), new Deferred()];
      d.addErrback(s.cb('e'));
      d.addCallback(s.cb('b'));
      s.attempt('callback(inner)', () => d.callback(inner));
      s.state('d', d);
      s.attempt('inner.callback', () => inner.callback('x'));
      s.state('d', d);
    },
  },
  {
    id: 'd48',
    rules: ['D-37'],
    differs: '22.4 refuses a Deferred as the first result',
    newer: [
      { t: 0, ev: 'ok', what: 'succeed(Deferred)', result: '<Deferred>' },
      { t: 0, ev: 'state', name: 'd', called: true, paused: 0, result: '<Deferred>' },
      { t: 0, ev: 'cb', name: 'a', got: '<Deferred>' },
      { t: 0, ev: 'state', name: 'd', called: true, paused: 0, result: 'A' },
      { t: 0, ev: 'state', name: 'inner', called: true, paused: 0, result: 'in' },
    ],
    run(s) {
      const inner = succeed('in');
      const d = s.attempt('succeed(Deferred)', () => succeed(inner));
      if (d !== undefined) {
        s.state('d', d);
        d.addCallback(s.cb('a', { value: 'A' }));
        s.state('d', d);
      }
      s.state('inner', inner);
    },
  },
  {
    id: 'd49',
    rules: ['D-5'],
    differs: '22.4 refuses a text as a failure',
    newer: [
      { t: 0, ev: 'cb', name: 'e', got: { failure: 'str', msg: 'text' } },
      { t: 0, ev: 'ok', what: "errback('text')", result: null },
      { t: 0, ev: 'called', value: true },
    ],
    run(s) {
      const d = new Deferred();
      d.addErrback(s.cb('e', { value: null }));
      s.attempt("errback('text')", () => d.errback('text'));
      s.log('called', { value: d.called });
    },
  },
  {
    id: 'd50',
    rules: ['D-5'],
    deviates:
      'JavaScript does not tell which exception is being handled, so errback without an argument always finds none',
    shows: [
      {
        t: 0,
        ev: 'raised',
        what: 'errback() while handling',
        error: 'NoCurrentExceptionError',
        msg: '',
      },
      { t: 0, ev: 'called', value: false },
    ],
    run(s) {
      const d = new Deferred();
      d.addErrback(s.cb('e', { value: null }));
      try {
        raise(keyError('current'));
      } catch {
        s.attempt('errback() while handling', () => d.errback());
      }
      s.log('called', { value: d.called });
    },
  },
  {
    id: 'd51',
    rules: ['D-5', 'D-6'],
    run(s) {
      const failure = new Failure(new ValueError('f'));
      const exception = new ValueError('e');
      const [d, e] = [new Deferred(), new Deferred()];
      d.errback(failure);
      e.errback(exception);
      s.attempt('again', () => d.errback(exception));
      const wrapped = e.result as Failure;
      s.log('same', { failure: d.result === failure, exception: wrapped.value === exception });
      d.addErrback(() => null);
      e.addErrback(() => null);
    },
  },
  {
    // TypeScript has no keyword arguments: a closure has them.
    id: 'd52',
    rules: ['D-1'],
    run(s) {
      const d = new Deferred();
      d.addCallback((got) => {
        s.log('cb', { name: 'a', got, kw: { k: 2 } });
        throw new ValueError('v');
      });
      d.addErrback((got, ...args) => {
        s.log('cb', { name: 'e', got, args, kw: { m: 4 } });
      }, 3);
      d.callback('v');
    },
  },
  {
    id: 'd53',
    rules: ['D-1'],
    run(s) {
      for (const start of ['v', new ValueError('x')]) {
        const d = new Deferred();
        d.addCallbacks(s.cb('a'));
        d.addCallbacks(s.cb('b'), s.cb('e', { value: 'back' }), [1], []);
        d.addCallbacks(s.cb('c'), s.cb('f'), [], [[2]]);
        if (start instanceof Error) d.errback(start);
        else d.callback(start);
      }
    },
  },
  {
    id: 'd54',
    rules: ['D-2', 'D-19'],
    run(s) {
      const d = succeed('v');
      d.pause();
      d.addCallback(s.cb('a', { exc: new ValueError('a') }));
      d.addErrback(s.cb('e', { value: 'E' }));
      d.addCallback(s.cb('b'));
      s.state('d', d);
      d.unpause();
      s.state('d', d);
    },
  },
  {
    id: 'd55',
    rules: ['D-3'],
    differs: '22.4 refuses to add what is not callable',
    newer: [
      { t: 0, ev: 'ok', what: 'addErrback(5)', result: true },
      { t: 0, ev: 'cb', name: 'b', got: 'v' },
      { t: 0, ev: 'ok', what: 'addErrback(5)', result: true },
      {
        t: 0,
        ev: 'cb',
        name: 'f',
        got: { failure: 'TypeError', msg: "'int' object is not callable" },
      },
    ],
    run(s) {
      const d = new Deferred();
      s.attempt('addErrback(5)', () => d.addErrback(notCallable('int')) === d);
      d.addCallback(s.cb('b'));
      d.callback('v');
      const e = new Deferred();
      s.attempt('addErrback(5)', () => e.addErrback(notCallable('int')) === e);
      e.addErrback(s.cb('f', { value: null }));
      e.errback(new ValueError('x'));
    },
  },
  {
    id: 'd56',
    rules: ['D-6', 'D-25'],
    run(s) {
      const d = new Deferred((x) => {
        x.callback(1);
        s.attempt('second in canceller', () => x.callback(2));
      });
      d.addBoth(s.cb('d'));
      d.cancel();
      const [a, b, c] = [new Deferred(), new Deferred(), new Deferred()];
      b.addCallback(s.cb('b'));
      a.addCallback((v) => b.callback(v));
      a.addCallback((v) => b.callback(v));
      a.addErrback(s.cb('a failed', { value: null }));
      a.callback('v');
      c.addErrback((f) => c.errback(f));
      c.addErrback(s.cb('c failed', { value: null }));
      c.errback(new ValueError('c'));
    },
  },
  {
    id: 'd57',
    rules: ['D-6', 'D-7'],
    run(s) {
      const all = three();
      for (const [i, [name, each]] of all.entries()) {
        const next = all[(i + 1) % 3]?.[1];
        each.addCallback((got) => {
          s.log('cb', { name: `${name}1`, got });
          s.attempt(`fire in ${name}1`, () => next?.callback(`${name}1`));
          return `${name}1`;
        });
        each.addCallback(s.cb(`${name}2`));
      }
      all[0]?.[1].callback('go');
    },
  },
  {
    id: 'd58',
    rules: ['D-11'],
    run(s) {
      const d = new Deferred();
      d.addErrback((got) => {
        s.log('cb', { name: 'e1', got });
        d.addErrback(s.cb('x'));
        d.addCallback(s.cb('y'));
        return got;
      });
      d.addErrback(s.cb('e2', { value: 'back' }));
      d.errback(new ValueError('v'));
    },
  },
  {
    id: 'd59',
    rules: ['D-8'],
    run(s) {
      for (const value of [null, 0, '', false]) {
        const d = new Deferred();
        d.addErrback(s.cb('e', { value }));
        d.addCallback(s.cb('c'));
        d.addErrback(s.cb('never'));
        d.errback(new ValueError('v'));
        s.state('d', d);
      }
    },
  },
  {
    id: 'd60',
    rules: ['D-8'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a', { value: new Failure(keyError('k')) }));
      d.addErrback(s.cb('e', { value: new Failure(new PythonTypeError('t')) }));
      d.addErrback(s.cb('f', { value: [new Failure(new ValueError('in a list'))] }));
      d.addCallback(s.cb('c'));
      d.callback(0);
    },
  },
  {
    id: 'd61',
    rules: ['D-9'],
    run(s) {
      for (const start of ['callback', 'errback']) {
        const d = new Deferred();
        for (const i of [1, 2, 3]) {
          const a = s.cb(`a${i}`, { exc: new ValueError(`a${i}`) });
          d.addCallbacks(a, s.cb(`b${i}`, { exc: new KeyError(String(i)) }));
        }
        d.addBoth(s.cb('end', { value: null }));
        if (start === 'callback') d.callback(0);
        else d.errback(new ValueError('start'));
      }
    },
  },
  {
    id: 'd62',
    rules: ['D-13', 'D-15'],
    run(s) {
      for (const end of [keyError('again'), null]) {
        const [d, inner] = [new Deferred(), new Deferred()];
        d.addErrback(s.cb('e', { value: inner }));
        d.addErrback(s.cb('f', { value: 'F' }));
        d.addCallback(s.cb('c'));
        d.errback(new ValueError('v'));
        s.state('d', d);
        if (end === null) inner.callback('ok');
        else inner.errback(end);
      }
    },
  },
  {
    id: 'd63',
    rules: ['D-12', 'D-15'],
    run(s) {
      for (const inner of [succeed('v'), fail(new ValueError('v'))]) {
        const outer = succeed(0);
        outer.addCallback(() => inner);
        s.state('inner', inner);
        inner.addBoth(s.cb('late'));
        outer.addBoth(s.cb('outer', { value: null }));
      }
    },
  },
  {
    id: 'd64',
    rules: ['D-16'],
    run(s) {
      const inner = new Deferred();
      const [o1, o2] = [succeed(1), succeed(2)];
      o1.addCallback(() => inner).addCallback(s.cb('o1'));
      inner.addCallback(s.cb('i', { value: 'I' }));
      o2.addCallback(() => inner).addCallback(s.cb('o2'));
      inner.addCallback(s.cb('j'));
      inner.callback('x');
      s.state('o1', o1);
      s.state('o2', o2);
      s.state('inner', inner);
    },
  },
  {
    id: 'd65',
    rules: ['D-10', 'D-19'],
    run(s) {
      const [inner, outer] = [succeed('x'), new Deferred()];
      inner.pause();
      outer.addCallback(s.cb('o1', { value: inner }));
      outer.addCallback(s.cb('o2'));
      outer.callback('go');
      s.state('outer', outer);
      inner.addCallback(s.cb('i'));
      inner.unpause();
      s.state('inner', inner);
    },
  },
  {
    id: 'd66',
    rules: ['D-14', 'D-15'],
    run(s) {
      const all = three();
      const [a, b, c] = all.map(([, each]) => each) as [Deferred, Deferred, Deferred];
      a.addCallback(() => b)
        .addErrback(s.cb('a err'))
        .addCallback(s.cb('a'));
      b.addCallback(() => c)
        .addErrback(s.cb('b err', { value: 'B' }))
        .addCallback(s.cb('b'));
      c.addErrback(s.cb('c err'));
      a.callback(0);
      b.callback(0);
      for (const [name, each] of all) each.addBoth(s.cb(`${name} late`));
      c.errback(new ValueError('c'));
      for (const [name, each] of all) s.state(name, each);
    },
  },
  {
    id: 'd67',
    rules: ['D-14'],
    run(s) {
      for (const order of ['outside in', 'inside out']) {
        const [a, b, c] = [new Deferred(), new Deferred(), new Deferred()];
        a.addCallback(() => b).addCallback(s.cb('a'));
        b.addCallback(() => c).addCallback(s.cb('b'));
        c.addCallback(s.cb('c'));
        for (const each of order === 'outside in' ? [a, b] : [b, a]) each.callback(0);
        s.log(order, { a: a.paused, b: b.paused, c: c.paused });
        c.callback('x');
      }
    },
  },
  {
    id: 'd68',
    rules: ['D-12', 'D-13'],
    run(s) {
      const d = succeed('start');
      d.addCallback(s.cb('1', { call: () => s.after(1, { value: 'one' }) }));
      d.addCallback(s.cb('2', { call: () => s.after(2, { value: 'two' }) }));
      d.addCallback(s.cb('3', { call: () => succeed('three') }));
      d.addCallback(s.cb('4', { call: () => s.after(1, { exc: new ValueError('four') }) }));
      d.addErrback(s.cb('5', { call: () => s.after(1, { value: 'five' }) }));
      s.watch('end', d);
      for (let i = 0; i < 12; i += 1) s.clock.advance(0.5);
    },
  },
  {
    id: 'd69',
    rules: ['D-17'],
    run(s) {
      const [inner, outer] = [new Deferred(), new Deferred()];
      inner.addErrback((got) => {
        s.log('cb', { name: 'i1', got });
        outer.callback('go');
        return 'I1';
      });
      inner.addCallback(s.cb('i2'));
      outer.addCallback(s.cb('o1', { value: inner }));
      outer.addErrback(s.cb('o2', { value: null }));
      inner.errback(new ValueError('v'));
      s.state('inner', inner);
    },
  },
  {
    id: 'd70',
    rules: ['D-7', 'D-10', 'D-11'],
    run(s) {
      const [inner, middle, outer] = [new Deferred(), new Deferred(), new Deferred()];
      inner.addCallback((got) => {
        s.log('cb', { name: 'i1', got });
        inner.addCallback(s.cb('late'));
        outer.callback('go');
        return 'I1';
      });
      inner.addCallback((got) => {
        s.log('cb', { name: 'i2', got });
        middle.callback('M');
        return 'I2';
      });
      outer.addCallback(s.cb('o1', { value: middle }));
      outer.addCallback(s.cb('o2'));
      inner.callback(0);
    },
  },
  {
    id: 'd71',
    rules: ['D-10', 'D-20'],
    run(s) {
      const [inner, outer] = [new Deferred(), succeed(0)];
      outer.addCallback(() => inner);
      outer.addCallback((got) => {
        s.log('cb', { name: 'o', got });
        outer.pause();
        return succeed('S');
      });
      outer.addCallback(s.cb('o2'));
      inner.addCallback(s.cb('late'));
      inner.callback('x');
      s.state('outer', outer);
      s.state('inner', inner);
      outer.unpause();
    },
  },
  {
    id: 'd72',
    rules: ['D-22'],
    run(s) {
      const length = 100_000;
      const row = Array.from({ length }, () => new Deferred());
      for (const [i, each] of row.entries()) {
        const next = row[i + 1];
        if (next !== undefined) each.addCallback(() => next);
      }
      for (const each of row.slice(0, -1)) each.callback(null);
      row[0]?.addErrback(s.cb('first', { value: null }));
      row.at(-1)?.errback(new ValueError('from the end'));
      s.log('row', { last: row.at(-1)?.result, called: row[0]?.called });
      const d = succeed(0);
      d.pause();
      for (let i = 0; i < length; i += 1) d.addCallback((v) => succeed(Number(v) + 1));
      d.addCallback(s.cb('sum'));
      d.unpause();
    },
  },
  {
    id: 'd73',
    rules: ['D-18'],
    run(s) {
      const [own, a, b] = [new Deferred(), new Deferred(), new Deferred()];
      own.addCallback(() => own);
      a.addCallback(() => b);
      b.addCallback(() => a);
      for (const each of [own, a, b]) each.callback(1);
      for (const [name, each] of Object.entries({ own, a, b })) {
        try {
          each.cancel();
        } catch (thrown) {
          if (!(thrown instanceof RecursionError)) throw thrown;
          s.log('recursion', { name, paused: each.paused });
        }
      }
    },
  },
  {
    id: 'd74',
    rules: ['D-19'],
    run(s) {
      const d = new Deferred();
      d.addCallback(s.cb('a'));
      d.unpause();
      d.callback('v');
      s.state('d', d);
      d.pause();
      s.log('at zero');
      d.addCallback(s.cb('b'));
    },
  },
  {
    id: 'd75',
    rules: ['D-20'],
    run(s) {
      const d = new Deferred();
      d.addCallback((got) => {
        s.log('cb', { name: 'a', got });
        d.pause();
        d.unpause();
        return 'A';
      });
      d.addCallback(s.cb('b', { call: () => d.pause() }));
      d.addCallback(s.cb('c', { call: () => d.unpause() }));
      d.callback('v');
      s.state('d', d);
      d.addCallback(s.cb('e'));
    },
  },
  {
    id: 'd76',
    rules: ['D-19'],
    run(s) {
      const d = new Deferred();
      d.pause();
      d.errback(new ValueError('v'));
      d.addCallback(s.cb('a'));
      d.addErrback(s.cb('e', { value: 'E' }));
      s.state('d', d);
      d.unpause();
      d.unpause();
      s.state('d', d);
    },
  },
  {
    id: 'd77',
    rules: ['D-10', 'D-19'],
    run(s) {
      const [inner, outer] = [new Deferred(), succeed(0)];
      outer.addCallback(() => inner);
      outer.addCallback(s.cb('o', { value: 'O' }));
      outer.unpause();
      s.state('outer', outer);
      inner.addCallback(s.cb('i'));
      inner.callback('x');
      s.state('outer', outer);
      s.state('inner', inner);
    },
  },
  {
    id: 'd78',
    rules: ['D-24', 'D-29'],
    run(s) {
      const d = new Deferred();
      d.addErrback(s.cb('e', { value: 'done' }));
      for (let i = 0; i < 3; i += 1) d.cancel();
      s.attempt('first', () => d.callback(1));
      d.cancel();
      s.attempt('second', () => d.callback(2));
      d.cancel();
      s.attempt('third', () => d.errback(new ValueError('x')));
      s.state('d', d);
    },
  },
  {
    id: 'd79',
    rules: ['D-25', 'D-26', 'D-29'],
    run(s) {
      const d = new Deferred((x) => {
        s.log('canceller', { called: x.called });
        return new Deferred();
      });
      d.addErrback(s.cb('e', { value: 'done' }));
      for (let i = 0; i < 3; i += 1) s.attempt('cancel', () => d.cancel());
      s.attempt('late errback', () => d.errback(new ValueError('x')));
    },
  },
  {
    id: 'd80',
    rules: ['D-27'],
    run(s) {
      const d = new Deferred((x) => {
        x.callback('partial');
        throw new RuntimeError('r');
      });
      d.addBoth(s.cb('b'));
      s.attempt('cancel', () => d.cancel());
      s.attempt('cancel again', () => d.cancel());
      s.state('d', d);
    },
  },
  {
    id: 'd81',
    rules: ['D-27'],
    run(s) {
      let n = 0;
      const d = new Deferred((x) => {
        n += 1;
        s.log('canceller', { n });
        if (n === 1) throw new RuntimeError('r');
        x.errback(keyError('k'));
      });
      d.addErrback(s.cb('e', { value: null }));
      for (let i = 0; i < 3; i += 1) s.attempt('cancel', () => d.cancel());
    },
  },
  {
    id: 'd82',
    rules: ['D-27', 'D-28'],
    run(s) {
      const inner = new Deferred(() => raise(new RuntimeError('r')));
      const outer = succeed(0);
      outer.addCallback(() => inner);
      outer.addBoth(s.cb('o'));
      s.attempt('outer.cancel', () => outer.cancel());
      s.state('outer', outer);
      inner.callback('x');
    },
  },
  {
    id: 'd83',
    rules: ['D-28'],
    run(s) {
      const inner = new Deferred((x) => x.callback('v'));
      const [mid, outer] = [succeed(1), succeed(2)];
      mid.addCallback(() => inner).addCallback(s.cb('mid', { value: 'M' }));
      outer.addCallback(() => mid).addCallback(s.cb('outer'));
      outer.cancel();
      outer.cancel();
      s.state('outer', outer);
    },
  },
  {
    id: 'd84',
    rules: ['D-28'],
    run(s) {
      const [first, second] = [
        new Deferred(showing(s, 'first')),
        new Deferred(showing(s, 'second')),
      ];
      const outer = succeed(0);
      outer.addCallback(() => first);
      outer.addErrback(s.cb('e1', { value: second }));
      outer.addErrback(s.cb('e2', { value: 'end' }));
      for (let i = 0; i < 3; i += 1) {
        outer.cancel();
        s.state('outer', outer);
      }
    },
  },
  {
    id: 'd85',
    rules: ['D-29'],
    run(s) {
      let depth = 0;
      const d: Deferred = new Deferred((x) => {
        s.log('canceller', { depth });
        depth += 1;
        if (depth < 3) x.cancel();
      });
      d.addErrback(s.cb('e', { call: () => d.cancel() }));
      s.attempt('cancel', () => d.cancel());
      s.state('d', d);
    },
  },
  {
    id: 'd86',
    rules: ['D-24', 'D-29'],
    run(s) {
      const [d, e] = [new Deferred(), new Deferred()];
      d.pause();
      d.addErrback(s.cb('d', { value: null }));
      d.cancel();
      s.attempt('late', () => d.callback(1));
      s.attempt('late again', () => d.callback(1));
      d.unpause();
      e.cancel();
      s.state('e', e);
      e.addErrback(s.cb('e', { value: null }));
    },
  },
  {
    id: 'd87',
    rules: ['D-30'],
    run(s) {
      const d = new Deferred();
      d.addErrback((failure) => {
        const f = failure as Failure;
        s.log('cancelled', {
          check: f.check(ValueError, CancelledError),
          exception: f.check(Exception),
          other: f.check(ValueError),
          text: f.getErrorMessage(),
          value: f.value,
        });
      });
      d.cancel();
    },
  },
  {
    id: 'd88',
    rules: ['D-23'],
    run(s) {
      const all = three();
      const [a, b, c] = all.map(([, each]) => each) as [Deferred, Deferred, Deferred];
      a.addCallback(s.cb('a'));
      a.chainDeferred(b);
      b.addCallback(s.cb('b', { value: 'B' }));
      b.chainDeferred(c);
      for (const [name, each] of all) each.addCallback(s.cb(`${name} end`));
      a.callback('v');
      const [x, y] = [new Deferred(), succeed('y')];
      x.chainDeferred(y);
      x.addErrback(s.cb('x failed', { value: null }));
      x.callback('v');
      s.state('y', y);
    },
  },
  {
    id: 'd89',
    rules: ['D-23', 'D-25'],
    run(s) {
      const [d1, d2] = [new Deferred(), new Deferred(showing(s))];
      d1.chainDeferred(d2);
      d1.addBoth(s.cb('d1', { value: null }));
      d2.addErrback(s.cb('d2', { value: null }));
      d2.cancel();
      d1.callback(1);
    },
  },
  {
    id: 'd90',
    rules: ['D-31', 'D-34'],
    run(s) {
      for (const t of [0, -1]) {
        const d = new Deferred();
        d.addTimeout(t, s.clock);
        s.watch(String(t), d);
        s.state(String(t), d);
      }
      s.clock.advance(0);
      s.watch('fired', succeed('v').addTimeout(0, s.clock));
      s.clock.advance(0);
    },
  },
  {
    id: 'd91',
    rules: ['D-31'],
    run(s) {
      const d = new Deferred();
      s.attempt('addTimeout', () => d.addTimeout(-1, s.reactor));
      d.callback('v');
      s.watch('d', d);
      s.reactor.run();
    },
  },
  {
    id: 'd92',
    rules: ['D-32'],
    run(s) {
      const a = new Deferred((x) => x.callback('late'));
      a.addTimeout(1, s.clock, converter(s, new Failure(keyError('A'))));
      s.watch('A', a);
      const b = new Deferred();
      b.addTimeout(1, s.clock, (value, timeout) => {
        s.log('converter', { value, timeout });
        return s.after(1, { value: 'B' });
      });
      s.watch('B', b);
      s.clock.pump([1, 1]);
    },
  },
  {
    id: 'd93',
    rules: ['D-32', 'D-33'],
    run(s) {
      const [first, second, third] = [new Deferred(), new Deferred(), new Deferred()];
      for (const [i, each] of [first, second, third].entries()) {
        each.addTimeout(5, s.clock, converter(s, 'conv'));
        s.watch(`d${i}`, each);
      }
      s.clock.advance(1);
      first.callback('v');
      second.errback(new ValueError('e'));
      third.cancel();
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      s.clock.advance(9);
    },
  },
  {
    id: 'd94',
    rules: ['D-32', 'D-34'],
    run(s) {
      for (const name of ['A', 'B']) {
        const d = new Deferred();
        d.addErrback(s.cb(name, { value: 'mine' }));
        d.addTimeout(1, s.clock, name === 'A' ? undefined : converter(s, 'conv'));
        s.watch(name, d);
      }
      s.clock.advance(1);
    },
  },
  {
    id: 'd95',
    rules: ['D-29', 'D-32'],
    run(s) {
      const d = new Deferred();
      d.pause();
      d.addTimeout(1, s.clock);
      s.watch('d', d);
      s.clock.advance(2);
      s.state('d', d);
      s.log('pending', { n: s.clock.getDelayedCalls().length });
      d.unpause();
    },
  },
  {
    id: 'd96',
    rules: ['D-32', 'D-34'],
    run(s) {
      for (const convert of [undefined, converter(s, 'conv')]) {
        const d = new Deferred();
        d.pause();
        d.addTimeout(1, s.clock, convert);
        s.watch('d', d);
        d.callback('v');
        s.clock.advance(2);
        d.unpause();
      }
    },
  },
  {
    id: 'd97',
    rules: ['D-34', 'D-35'],
    run(s) {
      for (const [t1, t2] of [
        [1, 2],
        [2, 1],
      ] as const) {
        const [inner, outer] = [new Deferred(), succeed(0)];
        inner.addTimeout(t1, s.clock);
        outer.addCallback(() => inner);
        outer.addTimeout(t2, s.clock);
        s.watch('outer', outer);
        s.clock.pump([1, 1]);
        s.log('pending', { n: s.clock.getDelayedCalls().length });
      }
    },
  },
  {
    id: 'd98',
    rules: ['D-36'],
    run(s) {
      const d = new Deferred(showing(s));
      d.addTimeout(1, s.clock);
      s.watch('d', d);
      s.clock.callLater(1, () => s.attempt('late callback', () => d.callback('v')));
      s.clock.advance(1);
    },
  },
  {
    id: 'd99',
    rules: ['D-27', 'D-32'],
    run(s) {
      const d = new Deferred(() => raise(new RuntimeError('r')));
      d.addTimeout(1, s.clock);
      s.watch('d', d);
      s.attempt('advance', () => s.clock.advance(1));
      s.state('d', d);
      d.callback('v');
    },
  },
  {
    id: 'd100',
    rules: ['D-32'],
    deviates: 'JavaScript has one kind of number: 10.0 is 10',
    shows: [
      {
        t: 10,
        ev: 'failed',
        error: { failure: 'TimeoutError', msg: "(10, 'Deferred')" },
        check: 'TimeoutError',
      },
    ],
    run(s) {
      const d = new Deferred();
      d.addTimeout(10, s.clock);
      d.addErrback((error) =>
        s.log('failed', { error, check: (error as Failure).check(TimeoutError) }),
      );
      s.clock.advance(10);
    },
  },
  {
    id: 'd101',
    rules: ['D-37'],
    run(s) {
      const f = (...args: readonly unknown[]): unknown => {
        s.log('called', { args });
        return args[0] === 'raise' ? raise(new ValueError('f')) : args;
      };
      s.watch('execute', execute(f, 1, 2));
      s.watch('execute raise', execute(f, 'raise', 2));
      s.watch('maybeDeferred raise', maybeDeferred(f, 'raise', 2));
      s.watch(
        'execute failure',
        execute(() => new Failure(keyError('k'))),
      );
    },
  },
  {
    id: 'd102',
    rules: ['D-37'],
    differs: '22.4 refuses a Deferred as the first result',
    newer: [
      { t: 0, ev: 'ok', what: 'execute', result: '<Deferred>' },
      { t: 0, ev: 'state', name: 'd', called: true, paused: 0, result: '<Deferred>' },
    ],
    run(s) {
      const d = s.attempt('execute', () => execute(() => succeed(1)));
      if (d !== undefined) s.state('d', d);
    },
  },
  {
    id: 'd103',
    rules: ['D-37'],
    differs: '22.4 takes a coroutine as the value',
    newer: [
      { t: 0, ev: 'fired', name: 'value', value: 7 },
      { t: 0, ev: 'failed', name: 'raises', error: { failure: 'ValueError', msg: 'co' } },
      { t: 0, ev: 'fired', name: 'indirect', value: 7 },
      { t: 1, ev: 'fired', name: 'waits', value: 'one' },
    ],
    run(s) {
      function* value(): Body {
        yield succeed(null);
        return 7;
      }
      function* raises(): Body {
        yield succeed(null);
        throw new ValueError('co');
      }
      function* waits(): Body {
        return yield s.after(1, { value: 'one' });
      }
      s.watch('value', maybeDeferred(value));
      s.watch('raises', maybeDeferred(raises));
      s.watch('waits', maybeDeferred(waits));
      s.watch(
        'indirect',
        maybeDeferred(() => value()),
      );
      s.clock.advance(1);
    },
  },
  {
    id: 'd104',
    rules: ['D-6', 'D-37'],
    run(s) {
      const all = { succeed: succeed(0), none: succeed(null), fail: fail(keyError('k')) };
      for (const [name, each] of Object.entries(all)) {
        s.state(name, each);
        s.attempt('callback', () => each.callback(1));
        each.addBoth(s.cb(name, { value: null }));
      }
    },
  },
  {
    id: 'd105',
    rules: ['F-1'],
    run(s) {
      for (const exception of [
        new ValueError('m'),
        new RuntimeError(),
        new CancelledError(),
        new KeyboardInterrupt('kb'),
      ]) {
        const f = new Failure(exception);
        s.log('failure', {
          repr: f.repr(),
          str: String(f),
          message: f.getErrorMessage(),
          type: f.type,
        });
      }
    },
  },
  {
    id: 'd106',
    rules: ['F-2', 'F-3'],
    run(s) {
      const f = new Failure(new CancelledError());
      s.log('own', { value: f.check('twisted.internet.defer.CancelledError') });
      s.log('base', { value: f.check('builtins.Exception') });
      s.log('no module', { value: f.check('CancelledError') });
      s.log('other module', { value: f.check('builtins.CancelledError') });
      s.log('the first that fits', {
        value: f.check('builtins.ValueError', 'builtins.Exception', CancelledError),
      });
      const lookup = new Failure(keyError('k')).check('builtins.LookupError');
      s.log('a lookup error', { value: lookup });
      s.log('trap', { value: f.trap('builtins.Exception') });
      s.attempt('trap ValueError', () => f.trap('builtins.ValueError'));
    },
  },
  {
    id: 'd107',
    rules: ['F-2', 'F-3'],
    run(s) {
      const f = new Failure(new SystemExit(2));
      s.log('SystemExit', { value: f.check(SystemExit) });
      s.log('Exception', { value: f.check(Exception) });
      s.log('BaseException', { value: f.check(BaseException) });
      s.log('KeyboardInterrupt', { value: f.check(KeyboardInterrupt) });
      s.log('name', { value: f.check('builtins.SystemExit') });
      s.attempt('trap', () => f.trap(Exception));
    },
  },
  {
    id: 'd108',
    rules: ['F-3'],
    run(s) {
      for (const e of [new ValueError('v'), new PythonTypeError('t')]) {
        const d = new Deferred();
        d.addErrback((f) => (f as Failure).trap(KeyError, ValueError));
        d.addCallbacks(
          s.cb('trapped'),
          s.cb('not trapped', {
            call: (f) => s.log('same', { value: (f as Failure).value === e }),
          }),
        );
        d.errback(e);
      }
    },
  },
  {
    id: 'd109',
    rules: ['F-2', 'F-3'],
    run(s) {
      const f = new Failure(new ValueError('v'));
      s.attempt('trap', () => f.trap());
      s.attempt('check', () => f.check());
    },
  },
  {
    id: 'd110',
    rules: ['D-15', 'F-4'],
    run(s) {
      const failure = new Failure(new ValueError('v'));
      const inner = new Deferred();
      const [outer, outermost] = [succeed(0), succeed(0)];
      outer.addCallback(() => inner);
      outermost.addCallback(() => outer);
      const seen: Failure[] = [];
      outermost.addErrback((f) => {
        seen.push(f as Failure);
        throw (f as Failure).value;
      });
      outermost.addErrback((f) => void seen.push(f as Failure));
      inner.errback(failure);
      const [first, second] = seen;
      s.log('seen', {
        same: first === failure,
        another: second !== failure,
        value: second?.value === failure.value,
      });
    },
  },
  {
    id: 'u01',
    rules: ['U-1'],
    run(s) {
      const d = new Deferred();
      d.errback(new ValueError('v'));
      s.log('held');
      s.free(d);
      s.log('dropped');
    },
  },
  {
    id: 'u02',
    rules: ['U-2'],
    run(s) {
      const a = fail(new ValueError('a'));
      a.addErrback(() => null);
      const b = fail(new ValueError('b'));
      const outer = succeed(0).addCallback(() => b);
      outer.addErrback(() => null);
      const c = fail(new ValueError('c'));
      c.addErrback(() => raise(keyError('anew')));
      const d = fail(new ValueError('d'));
      const unhandled = succeed(0).addCallback(() => d);
      s.state('unhandled', unhandled);
      s.free(a, b, outer, c, d, unhandled);
      s.log('end');
    },
  },
  {
    id: 'u03',
    rules: ['U-3'],
    run(s) {
      s.free(fail(new ValueError('one')));
      const d = fail(new ValueError('two'));
      s.log('held', { called: d.called });
      s.free(d);
      const ds = [0, 1, 2].map((i) => fail(new ValueError(`l${i}`)));
      s.log('list', { n: ds.length });
      s.free(...ds);
    },
  },
  {
    id: 'u04',
    rules: ['U-4'],
    run(s) {
      const d = new Deferred();
      d.addCallback(() => raise(new ValueError('in callback')));
      d.callback(1);
      s.state('d', d);
      s.free(d);
      s.log('collected');
    },
  },
  {
    id: 'u05',
    rules: ['U-5'],
    differs: '22.4 reports the Failure of a succeed that no link has seen',
    newer: [
      {
        t: 0,
        ev: 'state',
        name: 'a',
        called: true,
        paused: 0,
        result: { failure: 'ValueError', msg: 'one' },
      },
      {
        t: 0,
        ev: 'state',
        name: 'b',
        called: true,
        paused: 0,
        result: { failure: 'ValueError', msg: 'two' },
      },
      { t: 0, ev: 'logged', text: UNHANDLED },
      { t: 0, ev: 'logged', failure: { failure: 'ValueError', msg: 'two' } },
      { t: 0, ev: 'end' },
    ],
    run(s) {
      const a = succeed(new Failure(new ValueError('one')));
      s.state('a', a);
      s.free(a);
      const b = succeed(new Failure(new ValueError('two')));
      b.addCallback(s.cb('never'));
      s.state('b', b);
      s.free(b);
      s.log('end');
    },
  },
  {
    id: 'u06',
    rules: ['U-2', 'U-6'],
    run(s) {
      const [last, first, second] = [3, 1, 2].map((i) =>
        s.after(i, { exc: new ValueError(`f${i}`) }),
      ) as [Deferred, Deferred, Deferred];
      s.clock.pump([1, 1, 1, 1]);
      second.addErrback(s.cb('handled', { value: null }));
      s.clock.advance(1);
      s.free(last, first, second);
      s.log('end');
    },
  },
  {
    id: 'u07',
    rules: ['U-2'],
    run(s) {
      const [d, e] = [new Deferred(), new Deferred()];
      d.pause();
      d.errback(new ValueError('d'));
      s.free(d);
      e.pause();
      e.errback(new ValueError('e'));
      e.unpause();
      s.free(e);
      s.log('end');
    },
  },
  {
    id: 'u08',
    rules: ['D-29', 'U-2'],
    run(s) {
      const [inner, outer] = [new Deferred(), succeed(0)];
      outer.addCallback(() => inner);
      inner.errback(new ValueError('v'));
      s.state('inner', inner);
      s.free(inner);
      s.log('inner freed');
      outer.cancel();
      s.state('outer', outer);
      s.free(outer);
      s.log('outer freed');
    },
  },
];
