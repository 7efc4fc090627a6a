import { Clock } from '#reactor/clock.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { KeyError, ValueError } from '#reactor/errors.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

/** A loop on the time of a case. */
function loop(s: Scenario, f: () => unknown): LoopingCall {
  return new LoopingCall(s.time, f);
}

/** A loop that is told how many points of its grid have passed. */
function counted(s: Scenario, f: (count: number) => unknown): LoopingCall {
  return LoopingCall.withCount(s.time, f);
}

/** When a loop runs next. */
function next(lc: LoopingCall): number | null {
  return lc.call === null ? null : lc.call.getTime();
}

/** Moves the Clock to times, one after the other. */
function goTo(
  s: Scenario,
  times: readonly number[],
  then: (time: number) => void = () => {},
): void {
  let now = s.clock.seconds();
  for (const time of times) {
    s.clock.advance(time - now);
    now = time;
    then(time);
  }
}

function times(n: number, amount: number): readonly number[] {
  return Array.from({ length: n }, () => amount);
}

/** A body that shows which run it is, and does something at some of them. */
function numbered(s: Scenario, at: Readonly<Record<number, () => unknown>> = {}): () => unknown {
  let n = 0;
  return () => {
    n += 1;
    s.log('run', { n });
    return at[n]?.();
  };
}

/** For `callWhenRunning`: starts a loop and shows its end. */
function startOnReactor(s: Scenario, start: () => Deferred): void {
  s.reactor.callWhenRunning(() => {
    s.watch('deferred', start());
  });
  s.reactor.run();
}

/** A body for k40. */
function tick(): void {}

export const CASES: readonly Case[] = [
  {
    id: 'k01',
    rules: ['K-1', 'K-4'],
    run(s) {
      s.clock.advance(1);
      const lc = loop(s, s.runner('body'));
      s.log('running', { value: lc.running });
      const d = lc.start(2);
      s.log('start returned', { running: lc.running });
      d.addCallback((v) => s.log('deferred', { isLoop: v === lc, running: lc.running }));
      s.clock.pump(times(12, 0.5));
      lc.stop();
      s.log('stopped', { running: lc.running, pending: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'k02',
    rules: ['K-2'],
    run(s) {
      const lc = loop(s, () => s.log('run', { args: ['a'], kw: { k: 'b' } }));
      lc.start(1.5, false);
      s.log('start returned');
      s.clock.pump(times(8, 0.5));
      lc.stop();
    },
  },
  {
    id: 'k03',
    rules: ['K-8'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      lc.start(1);
      goTo(s, [0.875, 1.25, 1.875, 2.0625, 4.75, 5, 6], () => s.log('next', { at: next(lc) }));
      lc.stop();
    },
  },
  {
    id: 'k04',
    rules: ['K-4', 'K-6'],
    run(s) {
      const body = numbered(s, {
        2: () => {
          lc.stop();
          s.log('stop returned', { running: lc.running });
        },
      });
      const lc = loop(s, body);
      s.watch('deferred', lc.start(1));
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'k05',
    rules: ['K-1', 'K-3'],
    run(s) {
      const body = numbered(s, {
        2: () => {
          throw new ValueError('two');
        },
      });
      const lc = loop(s, body);
      s.watch('A', lc.start(1));
      s.clock.pump([1, 1]);
      s.log('running', { value: lc.running });
      s.attempt('stop', () => lc.stop());
      const bad = loop(s, () => {
        throw new KeyError("'at once'");
      });
      const d = bad.start(1);
      s.log('B started', { called: d.called, running: bad.running });
      s.watch('B', d);
      s.watch('A again', lc.start(1));
      s.clock.advance(1);
      lc.stop();
    },
  },
  {
    id: 'k06',
    rules: ['K-5', 'K-8'],
    run(s) {
      const lasts = [0.5, 2.25, 1.0, 0];
      const kept: Deferred[] = [];
      let n = -1;
      const lc = loop(s, () => {
        n += 1;
        const run = n;
        s.log('run', { n: run });
        const time = lasts[run];
        if (time === undefined) return null;
        const d = s.after(time).addCallback(() => {
          s.log('body done', { n: run });
          return 'value';
        });
        kept.push(d);
        return d;
      });
      s.watch('deferred', lc.start(1));
      s.clock.pump(times(32, 0.25));
      lc.stop();
      s.state("the first body's Deferred", kept[0] as Deferred);
    },
  },
  {
    id: 'k07',
    rules: ['K-5', 'K-6'],
    run(s) {
      for (const ending of [{}, { exc: new ValueError('late') }]) {
        const lc = loop(s, () => s.after(3, ending));
        s.watch('deferred', lc.start(1));
        s.clock.advance(1);
        lc.stop();
        s.log('stopped', { running: lc.running });
        s.attempt('stop again', () => lc.stop());
        s.clock.advance(2);
      }
    },
  },
  {
    id: 'k08',
    rules: ['K-8'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      lc.start(1);
      s.clock.advance(10.5);
      s.log('next', { at: next(lc) });
      s.clock.advance(0.5);
      s.clock.advance(9);
      s.log('next', { at: next(lc) });
      lc.stop();
    },
  },
  {
    id: 'k09',
    rules: ['K-12'],
    run(s) {
      const lc = counted(s, (count) => s.log('run', { count }));
      lc.start(1);
      goTo(s, [1, 2, 5.5, 5.75, 6, 10]);
      lc.stop();
    },
  },
  {
    id: 'k10',
    rules: ['K-2', 'K-12'],
    run(s) {
      s.clock.advance(0.25);
      const lc = counted(s, (count) => s.log('run', { count }));
      lc.start(0.5, false);
      goTo(s, [0.5, 0.75, 2.0, 2.25]);
      lc.stop();
    },
  },
  {
    id: 'k11',
    rules: ['K-12'],
    run(s) {
      const lasts = [0, 2.5, 0.25, 0];
      let n = -1;
      const lc = counted(s, (count) => {
        n += 1;
        s.log('run', { count });
        const time = lasts[n] ?? 0;
        return time > 0 ? s.after(time) : null;
      });
      lc.start(1);
      s.clock.pump(times(24, 0.25));
      lc.stop();
    },
  },
  {
    id: 'k12',
    rules: ['K-3'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      s.attempt('stop', () => lc.stop());
      s.attempt('reset', () => lc.reset());
      s.attempt('start(-1)', () => lc.start(-1));
      s.log('running', { value: lc.running });
      lc.start(1);
      s.attempt('start', () => lc.start(1));
      s.attempt('start(-1) while running', () => lc.start(-1));
      lc.stop();
      s.attempt('stop', () => lc.stop());
    },
  },
  {
    id: 'k13',
    rules: ['K-10'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      lc.start(5);
      s.clock.advance(2);
      lc.reset();
      s.log('next', { at: next(lc) });
      s.clock.advance(3);
      s.clock.advance(2);
      s.log('next', { at: next(lc) });
      s.clock.advance(5);
      lc.stop();
    },
  },
  {
    id: 'k14',
    rules: ['K-10'],
    run(s) {
      const a: LoopingCall = loop(s, () => {
        s.log('run');
        a.reset();
      });
      a.start(1, false);
      s.clock.advance(2.5);
      s.log('next', { at: next(a) });
      a.stop();
      s.clock = new Clock();
      const b = loop(s, () => s.after(0.75));
      b.start(1);
      s.clock.advance(0.25);
      b.reset();
      s.clock.advance(0.5);
      s.log('next', { at: next(b) });
      b.stop();
    },
  },
  {
    id: 'k15',
    rules: ['K-9', 'K-12', 'K-14'],
    run(s) {
      for (const make of [
        () => loop(s, s.runner('plain')),
        () => counted(s, (n) => s.log('count', { n })),
      ]) {
        s.clock = new Clock();
        const lc = make();
        lc.start(0.1);
        s.clock.pump(times(25, 0.1));
        lc.stop();
      }
    },
  },
  {
    id: 'k16',
    rules: ['K-13'],
    run(s) {
      const lc = counted(s, (count) => s.log('run', { count }));
      lc.start(1);
      s.clock.pump([1, 1]);
      lc.stop();
      s.clock.advance(8);
      s.log('start again');
      lc.start(1);
      s.clock.pump([1]);
      lc.stop();
      s.clock.advance(9);
      s.log('start again, now=False');
      lc.start(1, false);
      s.clock.pump([1, 1]);
      lc.stop();
    },
  },
  {
    id: 'k17',
    rules: ['K-15', 'U-4'],
    run(s) {
      const bodies: Deferred[] = [];
      let n = 0;
      const lc = loop(s, () => {
        n += 1;
        s.log('run', { n });
        const d = s.after(2);
        bodies.push(d);
        return d;
      });
      const d1 = s.watch('d1', lc.start(1));
      s.clock.advance(0.5);
      lc.stop();
      const d2 = s.watch('d2', lc.start(1));
      s.clock.pump(times(11, 0.5));
      s.attempt('stop', () => lc.stop());
      s.clock.pump(times(6, 0.5));
      s.free(...bodies);
      s.log('fired', { d1: d1.called, d2: d2.called });
    },
  },
  {
    id: 'k18',
    rules: ['K-8'],
    run(s) {
      s.clock.advance(1e17);
      const far = loop(s, s.runner('body'));
      far.start(3, false);
      s.log('next', { delayed: (next(far) ?? 0) - s.clock.seconds() });
      far.stop();
      s.clock = new Clock();
      s.clock.advance(1e9);
      const lc = loop(s, s.runner('body'));
      lc.start(0.1);
      for (let i = 0; i < 4; i += 1) {
        s.clock.advance(0.1);
        s.log('next', { at: next(lc) });
      }
      lc.stop();
    },
  },
  {
    id: 'k19',
    rules: ['K-11'],
    run(s) {
      s.reactor.traceIterations = true;
      let n = 0;
      const lc = counted(s, (count) => {
        n += 1;
        s.log('run', { n, count });
        s.reactor.spin(0.25);
        if (n === 5) lc.stop();
      });
      s.reactor.callLater(0.5, s.runner('T'));
      startOnReactor(s, () => lc.start(0));
    },
  },
  {
    id: 'k20',
    rules: ['K-11', 'T-16'],
    run(s) {
      const lc = loop(s, numbered(s, { 5: () => lc.stop() }));
      s.watch('deferred', lc.start(0));
      s.log('start returned');
      s.clock.advance(0);
    },
  },
  {
    id: 'k21',
    rules: ['K-1', 'K-6'],
    run(s) {
      const lc = loop(s, () => {
        s.log('run');
        lc.stop();
        throw new ValueError('v');
      });
      s.watch('deferred', lc.start(1));
      s.log('running', { value: lc.running });
    },
  },
  {
    id: 'k22',
    rules: ['K-3', 'K-4'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      lc.start(1).addCallback(() => {
        s.log('deferred', { running: lc.running });
        s.attempt('stop', () => lc.stop());
        lc.start(1, false);
      });
      s.clock.advance(0.5);
      lc.stop();
      s.log('next', { at: next(lc) });
      s.clock.advance(1);
      lc.stop();
    },
  },
  {
    id: 'k23',
    rules: ['K-17', 'O-2'],
    run(s) {
      const a = loop(s, s.runner('L1'));
      const b = loop(s, s.runner('L2'));
      a.start(1);
      b.start(2);
      s.clock.callLater(2, s.runner('T'));
      s.clock.pump([1, 1, 1, 1]);
      a.stop();
      b.stop();
    },
  },
  {
    id: 'k24',
    rules: ['K-10', 'K-12'],
    run(s) {
      const lc = counted(s, (count) => s.log('run', { count }));
      lc.start(1);
      goTo(s, [0.5, 1.5, 4.5, 4.75, 7.75], (time) => {
        if (time !== 0.5 && time !== 4.75) return;
        lc.reset();
        s.log('reset', { next: next(lc) });
      });
      lc.stop();
    },
  },
  {
    id: 'k25',
    rules: ['K-8', 'K-9'],
    run(s) {
      const grids = [
        { interval: 0.1, n: 30, perSecond: 10 },
        { interval: 0.01, n: 16, perSecond: 100 },
      ];
      for (const { interval, n, perSecond } of grids) {
        for (let j = 1; j <= n; j += 1) {
          s.clock = new Clock();
          const lc = loop(s, () => null);
          lc.start(interval, false);
          s.clock.advance(j / perSecond);
          s.log('next', { wait: (next(lc) ?? 0) - s.clock.seconds() });
          lc.stop();
        }
      }
    },
  },
  {
    id: 'k26',
    rules: ['K-9'],
    run(s) {
      const lc = loop(s, numbered(s, { 45: () => lc.stop() }));
      s.reactor.callWhenRunning(() => lc.start(0.1));
      s.reactor.run();
    },
  },
  {
    id: 'k27',
    rules: ['K-7', 'U-3'],
    run(s) {
      const body = numbered(s, {
        2: () => {
          throw new ValueError('unheard');
        },
      });
      const unheard = loop(s, body).start(1);
      s.attempt('advance', () => s.clock.advance(1));
      s.free(unheard);
      s.log('after');
      const lc = loop(s, s.runner('other'));
      const d = lc.start(1);
      d.addCallback(() => {
        throw new KeyError("'in callback'");
      });
      s.attempt('stop', () => lc.stop());
      d.addErrback((error) => s.log('deferred', { error }));
    },
  },
  {
    id: 'k28',
    rules: ['K-16'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      lc.start(1);
      s.clock.pump([1, 0.5]);
      lc.interval = 4;
      s.log('next', { at: next(lc) });
      s.clock.pump([0.5, 0.5, 0.5, 1, 4]);
      s.log('next', { at: next(lc) });
      lc.stop();
    },
  },
  {
    id: 'k29',
    rules: ['K-14'],
    run(s) {
      for (const start of [0, 7.3, 1000.1, 1e9]) {
        for (const interval of [0.1, 0.25, 0.3, 0.7, 1]) {
          const clock = new Clock();
          s.clock = clock;
          clock.advance(start);
          const all: (readonly [number, number])[] = [];
          const lc = counted(s, (n) => all.push([clock.seconds() - start, n]));
          lc.start(interval);
          const atStart = all.length;
          clock.pump(times(5, interval));
          lc.stop();
          s.log('runs', { start, interval, atStart, all });
        }
      }
    },
  },
  {
    id: 'k30',
    rules: ['K-5'],
    differs: 'the coroutine is dropped unrun and the loop goes on at once',
    newer: [
      { t: 0, ev: 'inside' },
      { t: 0, ev: 'next', at: null },
      { t: 1, ev: 'next', at: null },
      { t: 1.5, ev: 'body done' },
      { t: 2, ev: 'inside' },
      { t: 2, ev: 'next', at: null },
      { t: 3, ev: 'next', at: null },
      { t: 3.5, ev: 'body done' },
      { t: 4, ev: 'inside' },
    ],
    run(s) {
      const lc = loop(s, function* body() {
        s.log('inside');
        yield deferLater(s.clock, 1.5);
        s.log('body done');
      });
      lc.start(1);
      for (let i = 0; i < 4; i += 1) {
        s.log('next', { at: next(lc) });
        s.clock.pump([0.5, 0.5]);
      }
      lc.stop();
    },
  },
  {
    id: 'k31',
    rules: ['K-2', 'K-3'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      s.watch('deferred', lc.start(1, false));
      lc.stop();
      s.log('stopped', { running: lc.running, pending: s.clock.getDelayedCalls().length });
      s.clock.advance(5);
    },
  },
  {
    id: 'k32',
    rules: ['K-11', 'K-17'],
    run(s) {
      const first = loop(s, s.runner('body'));
      s.watch('first', first.start(0));
      first.stop();
      s.clock.advance(1);
      const second = loop(s, s.runner('other'));
      s.clock.callLater(1, () => {
        s.log('stopping');
        second.stop();
      });
      s.watch('second', second.start(1));
      s.clock.pump([1, 1]);
    },
  },
  {
    id: 'k33',
    rules: ['K-1', 'K-5'],
    run(s) {
      const kept: (Deferred | null)[] = [];
      const a = loop(s, () => {
        s.log('run', { n: kept.length });
        const d = kept.length > 0 ? s.after(0.5, { exc: new ValueError('late') }) : null;
        kept.push(d);
        return d;
      });
      s.watch('A', a.start(1));
      s.clock.pump(times(4, 0.5));
      s.log('A ended', { running: a.running, pending: s.clock.getDelayedCalls().length });
      s.state("the body's Deferred", kept[1] as Deferred);
      const b = loop(s, () => fail(new KeyError("'at once'")));
      const d = b.start(1);
      s.log('B started', { called: d.called, running: b.running });
      s.watch('B', d);
    },
  },
  {
    id: 'k34',
    rules: ['D-24', 'K-4'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      const d = s.watch('deferred', lc.start(1));
      s.clock.advance(1);
      d.cancel();
      s.log('cancelled', { running: lc.running });
      s.clock.advance(1);
      s.attempt('stop', () => lc.stop());
      s.log('stopped', { running: lc.running, pending: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'k35',
    rules: ['D-6', 'K-4'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      const d = s.watch('deferred', lc.start(1));
      d.callback('by hand');
      s.attempt('stop', () => lc.stop());
      s.log('stopped', { running: lc.running, pending: s.clock.getDelayedCalls().length });
      s.attempt('stop again', () => lc.stop());
    },
  },
  {
    id: 'k36',
    rules: ['K-8', 'K-16', 'R-2'],
    run(s) {
      const body = numbered(s, {
        2: () => {
          lc.interval = -1.25;
        },
      });
      const lc = loop(s, body);
      startOnReactor(s, () => lc.start(0.5));
      s.log('ended', { running: lc.running });
    },
  },
  {
    id: 'k37',
    rules: ['K-12', 'K-16'],
    run(s) {
      let isFirst = true;
      const lc = counted(s, (count) => {
        s.log('run', { count });
        if (!isFirst) return null;
        isFirst = false;
        lc.interval = 2;
        return s.after(1);
      });
      lc.start(0, false);
      s.clock.advance(4.5);
      s.clock.pump([1, 0.5, 2, 5]);
      s.log('next', { at: next(lc) });
      lc.stop();
    },
  },
  {
    id: 'k38',
    rules: ['K-12'],
    run(s) {
      let n = 0;
      const lc = counted(s, (count) => {
        n += 1;
        s.log('run', { count });
        if (n === 1) return s.after(1);
        lc.stop();
        return null;
      });
      s.watch('deferred', lc.start(0, false));
      s.clock.pump(times(3, 0.5));
    },
  },
  {
    id: 'k39',
    rules: ['K-12'],
    run(s) {
      const lc = counted(s, (count) => s.log('run', { count }));
      lc.start(0.5, false);
      goTo(s, [0.9375, 1.0, 2.25, 2.5, 4.0], () => s.log('next', { at: next(lc) }));
      lc.stop();
    },
  },
  {
    id: 'k40',
    rules: ['K-18'],
    run(s) {
      const lc = loop(s, tick);
      const show = (one: LoopingCall): void => s.log('repr', { text: one.toString() });
      show(lc);
      for (const interval of [2, 0.5]) {
        lc.start(interval);
        show(lc);
        lc.stop();
      }
      show(lc);
      show(counted(s, tick));
    },
  },
  {
    id: 'k41',
    rules: ['K-10'],
    run(s) {
      const lc = loop(s, s.runner('body'));
      lc.start(2, false);
      for (const amount of [1, 0.5, 2]) {
        s.clock.advance(amount);
        lc.reset();
        const pending = s.clock.getDelayedCalls().length;
        s.log('reset', { start: lc.starttime, next: next(lc), pending });
      }
      s.clock.advance(2);
      lc.stop();
    },
  },
  {
    id: 'k42',
    rules: ['K-3', 'K-4'],
    run(s) {
      const body = numbered(s, {
        2: () => {
          throw new ValueError('two');
        },
      });
      const lc = loop(s, body);
      lc.start(1).addErrback((error) => {
        s.log('ended', { error, running: lc.running, call: next(lc) });
        s.attempt('reset', () => lc.reset());
        s.attempt('stop', () => lc.stop());
        s.watch('second', lc.start(3));
      });
      s.clock.advance(1);
      s.log('next', { at: next(lc), start: lc.starttime });
      lc.stop();
    },
  },
  {
    id: 'k43',
    rules: ['K-15'],
    run(s) {
      const body = numbered(s, {
        2: () => {
          lc.stop();
          s.watch('second', lc.start(2, false));
          s.log('planned', { at: next(lc) });
        },
      });
      const lc = loop(s, body);
      const first = s.watch('first', lc.start(1));
      s.clock.advance(1);
      s.log('two timers', { pending: s.clock.getDelayedCalls().length });
      s.clock.pump([1, 1]);
      s.attempt('stop', () => lc.stop());
      s.log('stopped', { pending: s.clock.getDelayedCalls().length, first: first.called });
    },
  },
  {
    id: 'k44',
    rules: ['B-3', 'K-8', 'K-12'],
    run(s) {
      const costs = [0.5, 1.5, 1.0, 0, 0, 0];
      let n = 0;
      const lc = counted(s, (count) => {
        s.log('run', { count });
        s.reactor.spin(costs[n] ?? 0);
        n += 1;
        if (n === 6) lc.stop();
      });
      startOnReactor(s, () => lc.start(1));
    },
  },
  {
    id: 'k45',
    rules: ['K-11', 'O-1', 'R-3'],
    run(s) {
      s.reactor.traceIterations = true;
      const body = numbered(s, {
        2: () => s.reactor.callLater(0, s.runner('zero')),
        6: () => lc.stop(),
      });
      const tail = (left: number): void => {
        s.log('tail', { left });
        if (left > 0) s.reactor.callLater(0, () => tail(left - 1));
      };
      const lc = loop(s, body);
      startOnReactor(s, () => {
        const d = lc.start(0, false);
        s.reactor.callLater(0, () => tail(3));
        return d;
      });
    },
  },
  {
    id: 'k46',
    rules: ['K-3', 'K-6'],
    run(s) {
      const a: LoopingCall = loop(s, () => {
        s.log('run');
        a.start(1);
      });
      s.watch('A', a.start(1));
      s.log('A', { running: a.running });
      const b = loop(s, () => {
        s.log('run');
        b.stop();
        b.stop();
      });
      s.watch('B', b.start(1));
      s.log('B', { running: b.running, pending: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'k47',
    rules: ['K-4', 'K-5'],
    run(s) {
      const kept = [succeed('x'), succeed('x')];
      let n = -1;
      const lc = loop(s, () => {
        n += 1;
        s.log('run');
        return kept[n];
      });
      const d = lc.start(1);
      s.log('planned', { at: next(lc) });
      s.state("the body's Deferred", kept[0] as Deferred);
      s.clock.advance(1);
      d.addCallback((v) => s.log('deferred', { isLoop: v === lc }));
      lc.stop();
    },
  },
  {
    id: 'k48',
    rules: ['K-8'],
    run(s) {
      s.clock.advance(10);
      const lc = loop(s, numbered(s, { 2: () => s.clock.advance(-2.25) }));
      lc.start(1);
      s.clock.advance(1);
      s.log('next', { at: next(lc), now: s.clock.seconds() });
      s.clock.advance(0.25);
      s.log('next', { at: next(lc) });
      lc.stop();
    },
  },
  {
    id: 'k49',
    rules: ['K-1', 'K-5', 'K-6'],
    run(s) {
      const look = (when: string): void => {
        const { running, interval, starttime: start } = lc;
        s.log(when, { running, interval, start, call: next(lc) });
      };
      const lc: LoopingCall = loop(s, () => {
        look('body');
        return s.clock.seconds() === 5 ? s.after(1) : null;
      });
      look('new');
      s.clock.advance(3);
      lc.start(2);
      look('started');
      s.clock.advance(2);
      look('waits');
      s.clock.advance(1);
      look('planned');
      lc.stop();
      look('stopped');
    },
  },
  {
    id: 'k50',
    rules: ['K-10', 'K-17', 'T-17'],
    run(s) {
      const [a, b, c] = [
        loop(s, s.runner('A')),
        loop(s, s.runner('B')),
        loop(s, s.runner('C')),
      ] as const;
      for (const one of [a, b, c]) one.start(2, false);
      a.reset();
      s.clock.pump([2, 0.5]);
      b.stop();
      b.start(2, false);
      c.reset();
      s.clock.pump([1.5, 0.5, 1.5, 0.5]);
      for (const one of [a, b, c]) one.stop();
    },
  },
  {
    id: 'k51',
    rules: ['K-13'],
    run(s) {
      const lc = counted(s, (count) => {
        s.log('run', { count });
        if (s.clock.seconds() === 2) throw new ValueError('two');
      });
      s.watch('first', lc.start(1));
      s.clock.pump([1, 1, 3]);
      s.watch('second', lc.start(1, false));
      s.clock.pump([1, 1]);
      lc.stop();
    },
  },
  {
    id: 'k52',
    rules: ['K-5'],
    differs: 'the coroutine is dropped unrun and the loop goes on at once',
    newer: [
      { t: 0, ev: 'inside', n: 1 },
      { t: 1, ev: 'inside', n: 2 },
      { t: 1.5, ev: 'failed', name: 'deferred', error: { failure: 'ValueError', msg: 'c' } },
      { t: 3, ev: 'running', value: false },
    ],
    run(s) {
      let n = 0;
      const lc = loop(s, function* body() {
        n += 1;
        s.log('inside', { n });
        yield deferLater(s.clock, 0.5);
        if (n === 2) throw new ValueError('c');
      });
      s.watch('deferred', lc.start(1));
      s.clock.pump(times(6, 0.5));
      s.log('running', { value: lc.running });
    },
  },
  {
    id: 'k53',
    rules: ['K-11', 'K-16'],
    run(s) {
      const set = (interval: number) => (): void => {
        lc.interval = interval;
      };
      const lc: LoopingCall = loop(
        s,
        numbered(s, { 2: set(3), 4: set(0.5), 6: set(0), 9: () => lc.stop() }),
      );
      s.watch('deferred', lc.start(1));
      s.clock.pump(times(20, 0.5));
    },
  },
  {
    id: 'k54',
    rules: ['K-1', 'K-3'],
    run(s) {
      s.clock.advance(1);
      const lc = loop(s, s.runner('body'));
      const look = (): void => {
        const { running, interval, starttime: start } = lc;
        s.log('state', { running, interval, start });
      };
      s.attempt('start(-0.5)', () => lc.start(-0.5));
      look();
      s.watch('deferred', lc.start(0.5));
      look();
      s.clock.advance(0.5);
      lc.stop();
    },
  },
  {
    id: 'k55',
    rules: ['K-6', 'K-7'],
    run(s) {
      const kept: Deferred[] = [];
      const lc = loop(s, () => {
        const d = s.after(2);
        kept.push(d);
        return d;
      });
      const d = lc.start(1);
      d.addCallback(s.cb('callback', { exc: new ValueError('callback') }));
      lc.stop();
      s.attempt('advance', () => s.clock.advance(2));
      s.state("the body's Deferred", kept[0] as Deferred);
      d.addErrback((error) => s.log('deferred', { error }));
    },
  },
  {
    id: 'k56',
    rules: ['K-8', 'K-9'],
    run(s) {
      for (const interval of [0.1, 0.3, 0.7]) {
        const clock = new Clock();
        const runs: number[] = [];
        const lc = new LoopingCall(clock, () => runs.push(clock.seconds()));
        lc.start(interval);
        for (let i = 0; i < 200; i += 1) clock.advance((next(lc) ?? 0) - clock.seconds());
        lc.stop();
        s.log('runs', { interval, n: runs.length, last: runs.at(-1), some: runs.slice(3, 12) });
      }
    },
  },
  {
    id: 'k57',
    rules: ['K-12', 'K-14'],
    run(s) {
      for (const interval of [0.1, 0.7]) {
        for (const now of [true, false]) {
          const clock = new Clock();
          clock.advance(0.3);
          const all: (readonly [number, number])[] = [];
          const lc = LoopingCall.withCount(clock, (n) => all.push([clock.seconds(), n]));
          lc.start(interval, now);
          clock.pump(times(10, 0.25));
          lc.stop();
          s.log('runs', { interval, now, all });
        }
      }
    },
  },
];
