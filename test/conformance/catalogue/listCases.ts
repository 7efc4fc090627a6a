import { Deferred } from '#reactor/deferred.ts';
import {
  DeferredList,
  type DeferredListOptions,
  type FailureGroup,
  type FirstError,
  gatherResults,
  race,
} from '#reactor/deferredList.ts';
import { KeyError, RuntimeError, ValueError } from '#reactor/errors.ts';
import type { Failure } from '#reactor/failure.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

const CONSUME: DeferredListOptions = { consumeErrors: true };

/** The key of a KeyError is in its text as Python prints it. */
function keyError(key: string): KeyError {
  return new KeyError(`'${key}'`);
}

/** A list that shows what cancellers of its elements throw, as Twisted's log does. */
function list(
  s: Scenario,
  elements: readonly Deferred[],
  options: DeferredListOptions = {},
): DeferredList {
  return new DeferredList(elements, options, (failure) => s.log('logged', { failure }));
}

/** One whose canceller shows that it is called, and throws `exc` if there is any. */
function showing(s: Scenario, name?: string, exc?: Error): Deferred {
  return new Deferred(() => {
    s.log('canceller', name === undefined ? {} : { name });
    if (exc !== undefined) throw exc;
  });
}

/** One whose canceller fires it. */
function yielding(value: unknown): Deferred {
  return new Deferred((x) => x.callback(value));
}

/** One whose canceller throws. */
function refusing(text: string): Deferred {
  return new Deferred(() => {
    throw new RuntimeError(text);
  });
}

/** Shows the states of the elements of a list, by their places. */
function states(s: Scenario, elements: readonly Deferred[], prefix = ''): void {
  for (const [i, each] of elements.entries()) s.state(`${prefix}${i}`, each);
}

export const CASES: readonly Case[] = [
  {
    id: 'l01',
    rules: ['L-1', 'L-3'],
    run(s) {
      const ds = [3, 1, 2].map((t) => s.after(t, { value: `v${t}` }));
      s.watch('list', list(s, ds));
      for (const [i, each] of ds.entries()) each.addCallback(s.cb(`elem ${i}`));
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'l02',
    rules: ['L-1', 'L-2', 'L-3', 'U-3'],
    run(s) {
      for (const consumeErrors of [false, true]) {
        s.log('consumeErrors', { value: consumeErrors });
        const failing = s.after(2, { exc: new ValueError('f') });
        const ds = [s.after(1, { value: 'a' }), failing, s.after(3, { value: 'c' })];
        s.watch('list', list(s, ds, { consumeErrors }));
        s.clock.pump([1, 1, 1]);
        s.state('failed elem', failing);
        s.free(...ds);
        s.log('elements dropped');
      }
    },
  },
  {
    id: 'l03',
    rules: ['L-4', 'L-6'],
    run(s) {
      const options = { fireOnOneCallback: true, consumeErrors: true };
      const dl = list(
        s,
        [
          s.after(1, { exc: new ValueError('a') }),
          s.after(2, { value: 'b' }),
          s.after(3, { value: 'c' }),
        ],
        options,
      );
      s.watch('first', dl);
      s.clock.pump([1, 1, 1]);
      s.log('resultList', { value: dl.resultList });
      const failing = ['a', 'b'].map((text, i) => s.after(i + 1, { exc: new ValueError(text) }));
      s.watch('none', list(s, failing, options));
      s.clock.pump([1, 1]);
    },
  },
  {
    id: 'l04',
    rules: ['L-5', 'U-3'],
    run(s) {
      const second = s.after(2, { exc: new ValueError('b') });
      const third = s.after(3, { exc: keyError('c') });
      const dl = list(s, [s.after(1, { value: 'a' }), second, third], { fireOnOneErrback: true });
      dl.addErrback((error) => {
        const first = (error as Failure).value as FirstError;
        s.log('failed', {
          error,
          index: first.index,
          sub: first.subFailure,
          text: first.repr(),
        });
      });
      s.clock.pump([1, 1, 1]);
      s.state('elem 1', second);
      s.state('elem 2', third);
      s.free(second, third);
      s.log('dropped');
    },
  },
  {
    id: 'l05',
    rules: ['L-7'],
    run(s) {
      s.watch('plain', list(s, []));
      s.watch('errback', list(s, [], { fireOnOneErrback: true }));
      const d = s.watch('callback', list(s, [], { fireOnOneCallback: true }));
      s.log('callback fired', { value: d.called });
      s.watch('gather', gatherResults([]));
    },
  },
  {
    id: 'l06',
    rules: ['L-8'],
    run(s) {
      const d = list(s, [succeed(1), succeed(2)]);
      s.log('called', { value: d.called });
      s.watch('all', d);
      const p = new Deferred();
      s.watch('one', list(s, [p, succeed(2), succeed(3)], { fireOnOneCallback: true }));
      s.watch(
        'err',
        list(s, [p, fail(new ValueError('x'))], { fireOnOneErrback: true, consumeErrors: true }),
      );
    },
  },
  {
    id: 'l07',
    rules: ['L-10'],
    run(s) {
      const b = showing(s, 'B', new RuntimeError('r'));
      const dl = list(s, [showing(s, 'A'), b, new Deferred(), succeed('d')], CONSUME);
      s.watch('list', dl);
      dl.cancel();
      s.log('after cancel', { called: dl.called });
      b.callback('b');
      s.attempt('cancel again', () => dl.cancel());
    },
  },
  {
    id: 'l08',
    rules: ['L-10', 'L-12'],
    run(s) {
      s.watch('A', gatherResults([s.after(2, { value: 'x' }), s.after(1, { value: 'y' })]));
      const three = [
        s.after(3, { value: 'p' }),
        s.after(1, { exc: new ValueError('q') }),
        s.after(2, { exc: keyError('r') }),
      ];
      s.watch('B', gatherResults(three, true));
      const c = gatherResults([new Deferred(), new Deferred()], true);
      s.watch('C', c);
      c.cancel();
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'l09',
    rules: ['L-9'],
    run(s) {
      const [p, q] = [new Deferred(), new Deferred()];
      s.watch('p', list(s, [p, p]));
      p.callback(1);
      s.watch('q', list(s, [q, q], CONSUME));
      q.errback(new ValueError('q'));
    },
  },
  {
    id: 'l10',
    rules: ['L-11'],
    run(s) {
      for (const kind of ['list', 'plain']) {
        const inner = showing(s, 'inner');
        const d = kind === 'list' ? list(s, [succeed(1)]) : succeed(1);
        d.addCallback(() => inner);
        d.addBoth(s.cb(kind, { value: null }));
        d.cancel();
        s.log('cancelled', { kind, innerCalled: inner.called });
        inner.addErrback(() => null);
      }
    },
  },
  {
    id: 'l11',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 1, ev: 'canceller', at: 3 },
      { t: 1, ev: 'canceller', at: 2 },
      { t: 1, ev: 'fired', name: 'A', value: [1, 'a'] },
      { t: 1, ev: 'state', name: 'A0', called: true, paused: 0, result: null },
      { t: 1, ev: 'state', name: 'A1', called: true, paused: 0, result: null },
      { t: 1, ev: 'state', name: 'A2', called: true, paused: 0, result: null },
      {
        t: 3,
        ev: 'failed',
        name: 'B',
        error: { failure: 'FailureGroup', msg: '' },
        each: [
          { failure: 'ValueError', msg: 'x' },
          { failure: 'KeyError', msg: "'y'" },
        ],
      },
      { t: 3, ev: 'canceller', name: 'C0' },
      { t: 3, ev: 'failed', name: 'C', error: { failure: 'FailureGroup', msg: '' } },
      { t: 3, ev: 'D called', value: false },
      { t: 3, ev: 'fired', name: 'E', value: [0, 'winner'] },
      { t: 3, ev: 'state', name: 'E0', called: true, paused: 0, result: null },
      { t: 3, ev: 'state', name: 'E1', called: true, paused: 0, result: null },
    ],
    run(s) {
      const element = (at: number, value: string): Deferred =>
        s.after(at, { value }, () => s.log('canceller', { at }));
      const ds = [element(3, 'c'), element(1, 'a'), element(2, 'b')];
      s.watch('A', race(ds));
      s.clock.advance(1);
      states(s, ds, 'A');
      for (const call of s.clock.getDelayedCalls().toReversed()) call.cancel();
      const failing = [
        s.after(2, { exc: new ValueError('x') }),
        s.after(1, { exc: keyError('y') }),
      ];
      race(failing).addErrback((error) => {
        const group = (error as Failure).value as FailureGroup;
        s.log('failed', { name: 'B', error, each: group.failures });
      });
      s.clock.pump([1, 1]);
      const c = race([showing(s, 'C0'), new Deferred()]);
      s.watch('C', c);
      c.cancel();
      s.log('D called', { value: race([]).called });
      const [e0, e1] = [new Deferred(), yielding('from canceller')];
      s.watch('E', race([e0, e1]));
      e0.callback('winner');
      states(s, [e0, e1], 'E');
    },
  },
  {
    id: 'l12',
    rules: ['L-5', 'L-6'],
    run(s) {
      for (const [a, b] of [
        [2, 1],
        [1, 2],
      ] as const) {
        const dl = list(
          s,
          [s.after(a, { exc: new ValueError('e') }), s.after(b, { value: 'ok' })],
          {
            fireOnOneCallback: true,
            fireOnOneErrback: true,
            consumeErrors: true,
          },
        );
        s.watch('list', dl);
        s.clock.pump([1, 1]);
        s.log('resultList', { value: dl.resultList });
      }
    },
  },
  {
    id: 'l13',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 0, ev: 'raised', what: 'A.cancel', error: 'RuntimeError', msg: 'c' },
      { t: 0, ev: 'A', called: false },
      { t: 0, ev: 'cb', name: "winner's errback", got: { failure: 'RuntimeError', msg: 'c' } },
      { t: 0, ev: 'ok', what: 'd1.callback', result: null },
      { t: 0, ev: 'B', called: false },
      { t: 0, ev: 'failed', name: 'C', error: { failure: 'CancelledError', msg: '' } },
    ],
    run(s) {
      const a = race([refusing('c'), new Deferred()]);
      s.attempt('A.cancel', () => a.cancel());
      s.log('A', { called: a.called });
      const d1 = new Deferred();
      const b = race([d1, refusing('c')]);
      d1.addErrback(s.cb("winner's errback", { value: null }));
      s.attempt('d1.callback', () => d1.callback(5));
      s.log('B', { called: b.called });
      const c = race([]);
      s.watch('C', c);
      c.cancel();
    },
  },
  {
    id: 'l14',
    rules: ['D-28', 'L-11'],
    run(s) {
      const inner = showing(s);
      const dl = list(s, [succeed(1)]);
      dl.addCallback(() => inner);
      const outer = succeed(0).addCallback(() => dl);
      outer.addBoth(s.cb('outer'));
      outer.cancel();
      s.log('cancelled', { inner: inner.called });
      inner.callback('x');
    },
  },
  {
    id: 'l15',
    rules: ['D-28', 'L-10'],
    run(s) {
      const dl = list(s, [showing(s, 'A'), yielding('b'), succeed('c')], CONSUME);
      const outer = succeed(0).addCallback(() => dl);
      s.watch('outer', outer);
      outer.cancel();
    },
  },
  {
    id: 'l16',
    rules: ['L-4', 'L-10'],
    run(s) {
      const options = { fireOnOneCallback: true, consumeErrors: true };
      const none = list(s, [new Deferred(), new Deferred()], options);
      s.watch('none', none);
      none.cancel();
      const dl = list(s, [new Deferred(), yielding('b'), showing(s, 'C')], options);
      s.watch('second', dl);
      dl.cancel();
      s.log('resultList', { value: dl.resultList });
    },
  },
  {
    id: 'l17',
    rules: ['L-5', 'L-10'],
    run(s) {
      const ds = [new Deferred(), new Deferred(), new Deferred()];
      const dl = list(s, ds, { fireOnOneErrback: true, consumeErrors: true });
      s.watch('A', dl);
      dl.cancel();
      s.log('called', { value: ds.map(({ called }) => called), resultList: dl.resultList });
      const all = list(s, [0, 1, 2].map(yielding), { fireOnOneErrback: true });
      s.watch('all', all);
      all.cancel();
    },
  },
  {
    id: 'l18',
    rules: ['L-6', 'L-11'],
    run(s) {
      for (const flag of ['fireOnOneCallback', 'fireOnOneErrback']) {
        const [a, b] = [new Deferred(), showing(s)];
        const dl = list(s, [a, b], { consumeErrors: true, [flag]: true });
        s.watch(flag, dl);
        if (flag === 'fireOnOneCallback') a.callback('a');
        else a.errback(new ValueError('a'));
        dl.cancel();
        s.log('second', { called: b.called });
        b.callback('b');
        s.log('resultList', { value: dl.resultList });
      }
    },
  },
  {
    id: 'l19',
    rules: ['L-1', 'L-3'],
    run(s) {
      const [a, b] = [new Deferred(), new Deferred()];
      a.addCallback((v) => `${String(v)}!`);
      b.addErrback(s.cb('b before', { value: 'recovered' }));
      s.watch('list', list(s, [a, b]));
      a.addCallback(s.cb('a after'));
      b.addCallback(s.cb('b after'));
      a.callback('a');
      b.errback(new ValueError('b'));
    },
  },
  {
    id: 'l20',
    rules: ['L-1', 'L-8'],
    run(s) {
      const a = succeed('a').addCallback(() => s.after(2, { value: 'late' }));
      const b = succeed('b');
      b.pause();
      const dl = list(s, [a, b, succeed('c')]);
      s.watch('list', dl);
      s.log('resultList', { value: dl.resultList });
      s.clock.callLater(1, () => b.unpause());
      s.clock.pump([1, 1]);
    },
  },
  {
    id: 'l21',
    rules: ['L-1', 'L-12'],
    run(s) {
      const g = gatherResults([s.after(1, { value: 'x' }), s.after(2, { value: 'y' })]);
      const inner = list(s, [s.after(1, { exc: new ValueError('i') })], CONSUME);
      s.watch('outer', list(s, [g, inner, s.after(3, { value: 'z' })]));
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'l22',
    rules: ['L-3'],
    run(s) {
      const a = new Deferred();
      const dl = list(s, [succeed(0), a]);
      dl.addCallback(s.cb('list', { exc: new ValueError('list') }));
      a.addCallback(s.cb('element'));
      a.callback('a');
      s.watch('dl', dl);
    },
  },
  {
    id: 'l23',
    rules: ['L-1', 'L-3'],
    run(s) {
      const [a, b] = [new Deferred(), new Deferred()];
      const dl = list(s, [a, b]);
      a.addCallback(s.cb('a after'));
      b.addCallback(s.cb('b after'));
      s.watch('list', dl);
      b.callback('b');
      s.log('between');
      a.callback('a');
    },
  },
  {
    id: 'l24',
    rules: ['L-3', 'L-4', 'U-3'],
    run(s) {
      const ds = [fail(new ValueError('a')), fail(keyError('b'))];
      s.watch('list', list(s, ds, { fireOnOneCallback: true }));
      states(s, ds, 'element ');
      s.free(...ds);
      s.log('end');
    },
  },
  {
    id: 'l25',
    rules: ['L-6'],
    run(s) {
      const [a, b] = [new Deferred(), new Deferred()];
      const dl = list(s, [a, b]);
      s.watch('dl', dl);
      dl.callback('by hand');
      a.callback('a');
      b.callback('b');
      s.log('resultList', { value: dl.resultList });
      s.attempt('again', () => dl.callback(1));
    },
  },
  {
    id: 'l26',
    rules: ['L-7', 'L-10', 'L-11'],
    run(s) {
      const dl = list(s, [], { fireOnOneCallback: true });
      dl.cancel();
      s.state('one', dl);
      for (const [name, each] of Object.entries({ list: list(s, []), gather: gatherResults([]) })) {
        each.cancel();
        s.state(name, each);
      }
    },
  },
  {
    id: 'l27',
    rules: ['L-10'],
    run(s) {
      const inner = showing(s, 'inner');
      const b = succeed(0).addCallback(() => inner);
      const d = showing(s, 'D');
      const dl = list(s, [succeed('a'), b, fail(new ValueError('c')), d], CONSUME);
      s.watch('list', dl);
      dl.cancel();
    },
  },
  {
    id: 'l28',
    rules: ['L-10'],
    run(s) {
      const ds = [refusing('r0'), refusing('r1')];
      const dl = list(s, ds);
      s.watch('list', dl);
      dl.cancel();
      dl.cancel();
      for (const each of ds) each.callback('v');
    },
  },
  {
    id: 'l29',
    rules: ['L-5'],
    run(s) {
      const options = { fireOnOneErrback: true, consumeErrors: true };
      const inner = list(s, [new Deferred(), fail(new ValueError('b'))], options);
      const outer = list(s, [inner], options);
      outer.addErrback((failure) => {
        const first = (failure as Failure).value as FirstError;
        const sub = first.subFailure.value as FirstError;
        s.log('outer', { text: first.repr(), index: first.index });
        s.log('inner', { text: sub.repr(), long: sub.message, index: sub.index });
      });
    },
  },
  {
    id: 'l30',
    rules: ['L-3'],
    run(s) {
      for (const consumeErrors of [false, true]) {
        const d = new Deferred();
        const dl = list(s, [d], { consumeErrors });
        d.addErrback(s.cb('errback', { value: 'E' }));
        d.addCallback(s.cb('callback'));
        s.watch('list', dl);
        d.errback(new ValueError('v'));
      }
    },
  },
  {
    id: 'l31',
    rules: ['L-6', 'L-8'],
    run(s) {
      for (const isReversed of [false, true]) {
        const ds = [fail(new ValueError('f')), succeed('s')];
        if (isReversed) ds.reverse();
        const dl = list(s, ds, {
          fireOnOneCallback: true,
          fireOnOneErrback: true,
          consumeErrors: true,
        });
        s.log('resultList', { value: dl.resultList });
        s.watch('list', dl);
      }
    },
  },
  {
    id: 'l32',
    rules: ['L-2', 'L-9'],
    run(s) {
      const p = new Deferred();
      s.watch('list', list(s, [p, p, p]));
      p.errback(new ValueError('p'));
      s.watch('p', p);
    },
  },
  {
    id: 'l33',
    rules: ['L-12', 'U-3'],
    run(s) {
      const ds = [
        s.after(1, { exc: new ValueError('a') }),
        s.after(2, { exc: keyError('b') }),
        s.after(3, { value: 'c' }),
      ];
      s.watch('gather', gatherResults(ds));
      s.clock.pump([1, 1, 1]);
      states(s, ds);
      s.free(...ds);
      s.log('end');
    },
  },
  {
    id: 'l34',
    rules: ['L-3', 'L-12'],
    run(s) {
      const ds = [fail(new ValueError('a')), succeed('b')];
      s.watch('gather', gatherResults(ds, true));
      states(s, ds);
    },
  },
  {
    id: 'l35',
    rules: ['L-10', 'L-12'],
    run(s) {
      const element = (i: number, exc?: Error): Deferred =>
        new Deferred((x) => {
          s.log('canceller', { i });
          if (exc === undefined) x.callback(i);
          else x.errback(exc);
        });
      const a = gatherResults([element(0), element(1), element(2)]);
      s.watch('A', a);
      a.cancel();
      const b = gatherResults([element(0), element(1, keyError('k')), element(2)], true);
      s.watch('B', b);
      b.cancel();
    },
  },
  {
    id: 'l36',
    rules: ['D-32', 'L-12'],
    run(s) {
      const a = gatherResults([
        s.after(2, { value: 'x' }),
        s.after(2, { value: 'y' }),
        s.after(1, { value: 'z' }),
      ]);
      a.addTimeout(3, s.clock);
      s.watch('A', a);
      const b = gatherResults([s.after(2, { value: 'p' }), s.after(4, { value: 'q' })], true);
      b.addTimeout(3, s.clock);
      s.watch('B', b);
      s.clock.pump([1, 1, 1, 1, 1]);
    },
  },
  {
    id: 'l37',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 0, ev: 'canceller' },
      { t: 0, ev: 'fired', name: 'race', value: [2, 'a'] },
      { t: 0, ev: 'state', name: '0', called: true, paused: 0, result: null },
      { t: 0, ev: 'state', name: '1', called: true, paused: 0, result: null },
      { t: 0, ev: 'state', name: '2', called: true, paused: 0, result: null },
      { t: 0, ev: 'state', name: '3', called: true, paused: 0, result: null },
    ],
    run(s) {
      const ds = [fail(new ValueError('f')), showing(s), succeed('a'), succeed('b')];
      s.watch('race', race(ds));
      states(s, ds);
    },
  },
  {
    id: 'l38',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 0, ev: 'fired', name: 'p', value: [0, 'v'] },
      { t: 0, ev: 'fired', name: 'q', value: [1, null] },
    ],
    run(s) {
      const [p, q] = [new Deferred(), new Deferred()];
      s.watch('p', race([p, p]));
      p.callback('v');
      s.watch('q', race([q, q]));
      q.errback(new ValueError('q'));
    },
  },
  {
    id: 'l39',
    rules: ['D-24', 'D-25', 'L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 2, ev: 'canceller', name: 'C' },
      { t: 2, ev: 'fired', name: 'race', value: [1, 'b'] },
      { t: 2, ev: 'raised', what: 'C late', error: 'AlreadyCalledError', msg: '' },
      { t: 2, ev: 'ok', what: 'D late', result: null },
      { t: 2, ev: 'state', name: 'a', called: true, paused: 0, result: null },
      { t: 2, ev: 'state', name: 'b', called: true, paused: 0, result: null },
      { t: 2, ev: 'state', name: 'c', called: true, paused: 0, result: null },
      { t: 2, ev: 'state', name: 'd', called: true, paused: 0, result: null },
    ],
    run(s) {
      const [a, b] = [s.after(1, { exc: new ValueError('a') }), s.after(2, { value: 'b' })];
      const [c, d] = [showing(s, 'C'), new Deferred()];
      s.watch('race', race([a, b, c, d]));
      s.clock.pump([1, 1]);
      s.attempt('C late', () => c.callback(1));
      s.attempt('D late', () => d.callback(1));
      for (const [name, each] of Object.entries({ a, b, c, d })) s.state(name, each);
    },
  },
  {
    id: 'l40',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      {
        t: 0,
        ev: 'failed',
        error: { failure: 'FailureGroup', msg: '' },
        each: [
          { failure: 'CancelledError', msg: '' },
          { failure: 'ValueError', msg: 'b' },
          { failure: 'CancelledError', msg: '' },
        ],
      },
      { t: 0, ev: 'canceller' },
      { t: 0, ev: 'canceller of the wait' },
      { t: 0, ev: 'cb', name: 'cancelled', got: { failure: 'CancelledError', msg: '' } },
    ],
    run(s) {
      const undecided = race([new Deferred(), fail(new ValueError('b')), new Deferred()]);
      undecided.addErrback((error) => {
        const group = (error as Failure).value as FailureGroup;
        s.log('failed', { error, each: group.failures });
      });
      undecided.cancel();
      undecided.cancel();
      const decided = race([succeed('won'), showing(s)]);
      decided.addCallback(() => new Deferred(() => s.log('canceller of the wait')));
      decided.cancel();
      decided.addErrback(s.cb('cancelled', { value: null }));
    },
  },
  {
    id: 'l41',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 0, ev: 'canceller', name: 'C' },
      { t: 0, ev: 'fired', name: 'race', value: [1, 'b'] },
    ],
    run(s) {
      const r = race([new Deferred(), yielding('b'), showing(s, 'C')]);
      s.watch('race', r);
      r.cancel();
    },
  },
  {
    id: 'l42',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 1, ev: 'fired', name: 'race', value: [1, 'b'] },
      { t: 1, ev: 'state', name: 'a', called: true, paused: 0, result: null },
      { t: 1, ev: 'state', name: 'b', called: true, paused: 0, result: null },
    ],
    run(s) {
      const b = s.after(1, { value: 'b' });
      const a = s.after(1, { value: 'a' });
      s.watch('race', race([a, b]));
      s.clock.advance(1);
      s.state('a', a);
      s.state('b', b);
    },
  },
  {
    id: 'l43',
    rules: ['D-32', 'L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 1, ev: 'failed', name: 'two', error: { failure: 'FailureGroup', msg: '' } },
      {
        t: 1,
        ev: 'failed',
        name: 'none',
        error: { failure: 'TimeoutError', msg: "(1, 'Deferred')" },
      },
    ],
    run(s) {
      const two = race([new Deferred(), new Deferred()]);
      two.addTimeout(1, s.clock);
      s.watch('two', two);
      const none = race([]);
      none.addTimeout(1, s.clock);
      s.watch('none', none);
      s.clock.advance(1);
    },
  },
  {
    id: 'l44',
    rules: ['L-13'],
    differs: '22.4 has no race',
    newer: [
      { t: 0, ev: 'cb', name: 'race', got: [0, 'a'] },
      { t: 0, ev: 'cb', name: 'winner', got: null },
      { t: 0, ev: 'failed', name: 'r', error: { failure: 'ValueError', msg: 'r' } },
    ],
    run(s) {
      const a = new Deferred();
      const r = race([a, new Deferred()]);
      r.addCallback(s.cb('race', { exc: new ValueError('r') }));
      a.addBoth(s.cb('winner'));
      a.callback('a');
      s.watch('r', r);
    },
  },
];
