import { backoffPolicy, type BackoffOptions } from '#reactor/backoffPolicy.ts';
import { Cooperator } from '#reactor/cooperator.ts';
import { CooperatorService } from '#reactor/cooperatorService.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { DeferredList } from '#reactor/deferredList.ts';
import { KeyError, RuntimeError, ValueError } from '#reactor/errors.ts';
import { MultiService } from '#reactor/multiService.ts';
import { Service } from '#reactor/service.ts';
import { TimerService } from '#reactor/timerService.ts';

import type { Case } from './case.ts';
import { HandMadeClient } from './handMadeClient.ts';
import { UNHANDLED, type Scenario } from './scenario.ts';

/** What a {@link Tracer} does when it is started or stopped. */
interface TracerOptions {
  readonly stop?: () => unknown;
  readonly startError?: Error;
}

/** A service that shows what it is told to do. */
class Tracer extends Service {
  readonly label: string;
  readonly #s: Scenario;
  readonly #options: TracerOptions;

  constructor(s: Scenario, label: string, options: TracerOptions = {}) {
    super();
    this.#s = s;
    this.label = label;
    this.#options = options;
  }

  override privilegedStartService(): void {
    this.#s.log('privileged', { name: this.label });
  }

  override startService(): void {
    this.#s.log('start', { name: this.label });
    if (this.#options.startError !== undefined) throw this.#options.startError;
    super.startService();
  }

  override stopService(): Deferred | null {
    this.#s.log('stop', { name: this.label });
    super.stopService();
    // A service in Python may return anything; the port's MultiService takes it as that.
    return (this.#options.stop?.() ?? null) as Deferred | null;
  }
}

function add(s: Scenario, parent: MultiService, label: string, options?: TracerOptions): Tracer {
  const service = new Tracer(s, label, options);
  service.setServiceParent(parent);
  return service;
}

function labels(services: MultiService): readonly string[] {
  return [...services].map((service) => (service instanceof Tracer ? service.label : ''));
}

function raises(error: Error): () => never {
  return () => {
    throw error;
  };
}

/** A timer whose failures are shown. */
function timer(s: Scenario, step: number, f: () => unknown): TimerService {
  return new TimerService(s.time, step, f, (failure) => s.log('logged', { failure }));
}

/** Shows the failures in a list's results as what its elements, freed, would be reported with (L-3). */
function freeElements(s: Scenario, list: Deferred | null): void {
  if (!(list instanceof DeferredList)) return;
  for (const result of list.resultList) {
    if (result === null || result[0]) continue;
    s.log('logged', { text: UNHANDLED });
    s.log('logged', { failure: result[1] });
  }
}

/** A policy without a random part. */
function policy(options: Partial<BackoffOptions> = {}): (failures: number) => number {
  return backoffPolicy({ jitter: () => 0, ...options });
}

function showDelays(
  s: Scenario,
  ev: string,
  delayAfter: (failures: number) => number,
  failures: readonly number[],
): void {
  s.log(ev, { delays: failures.map(delayAfter) });
}

function pendingCount(s: Scenario): void {
  s.log('pending', { n: s.clock.getDelayedCalls().length });
}

function pendingTimes(s: Scenario): void {
  s.log('pending', { at: s.clock.getDelayedCalls().map((call) => call.getTime()) });
}

/** A CooperatorService with one unit of work in a tick, and a second between ticks. */
function cooperatorService(s: Scenario): CooperatorService {
  const service = new CooperatorService(s.clock);
  service.coop = new Cooperator({
    terminationPredicateFactory: () => () => true,
    scheduler: (tick) => s.clock.callLater(1, tick),
    started: false,
  });
  return service;
}

export const CASES: readonly Case[] = [
  {
    id: 'v01',
    rules: ['S-1', 'S-2'],
    run(s) {
      const top = new MultiService();
      const mid = new MultiService();
      const running = (): void => s.log('running', { top: top.running, mid: mid.running });
      add(s, top, 'A');
      mid.setServiceParent(top);
      add(s, mid, 'B');
      add(s, mid, 'C');
      add(s, top, 'D');
      running();
      top.privilegedStartService();
      top.startService();
      running();
      s.watch('stopped', top.stopService());
      running();
    },
  },
  {
    id: 'v02',
    rules: ['U-3', 'L-3', 'S-2', 'S-3'],
    run(s) {
      const top = new MultiService();
      add(s, top, 'A', { stop: () => s.after(3, { value: 'a' }) });
      add(s, top, 'B', { stop: raises(new ValueError('b')) });
      add(s, top, 'C', { stop: () => s.after(1, { exc: new KeyError("'c'") }) });
      add(s, top, 'D', { stop: () => 5 });
      top.startService();
      const d = top.stopService();
      s.log('stopService returned', { running: top.running, called: d.called });
      s.watch('stopped', d);
      s.clock.pump([1, 1, 1]);
      freeElements(s, d);
      s.log('end');
    },
  },
  {
    id: 'v03',
    rules: ['S-4'],
    run(s) {
      const top = new MultiService();
      add(s, top, 'A');
      add(s, top, 'B', { startError: new RuntimeError('r') });
      add(s, top, 'C');
      s.attempt('startService', () => top.startService());
      s.log('running', { flags: [top.running, ...[...top].map(({ running }) => running)] });
      s.watch('stopped', top.stopService());
    },
  },
  {
    id: 'v04',
    rules: ['S-5', 'S-6'],
    run(s) {
      const top = new MultiService();
      const other = new MultiService();
      top.startService();
      const a = new Tracer(s, 'A');
      a.setName('a');
      a.setServiceParent(top);
      s.log('named', { same: top.getServiceNamed('a') === a });
      const b = new Tracer(s, 'B');
      b.setName('a');
      s.attempt('duplicate name', () => b.setServiceParent(top));
      s.attempt('rename', () => a.setName('x'));
      s.attempt('getServiceNamed', () => top.getServiceNamed('zz'));
      const result = a.disownServiceParent();
      s.log('disowned', { result, parent: a.parent === null });
      const c = add(s, top, 'C', { stop: () => s.after(1, { value: 'c stopped' }) });
      c.setServiceParent(other);
      s.log('moved', { inTop: [...top].includes(c), inOther: [...other].includes(c) });
      s.attempt('remove a stranger', () => top.removeService(a));
      const stranger = new Tracer(s, 'X');
      s.attempt('remove a stranger without a name', () => top.removeService(stranger));
    },
  },
  {
    id: 'v05',
    rules: ['S-8', 'S-9', 'S-10'],
    run(s) {
      s.clock.advance(1);
      let t = timer(s, 2, () => s.log('run', { args: [1], kw: { k: 2 } }));
      s.attempt('stop before start', () => t.stopService());
      t.startService();
      s.clock.pump([1, 1, 1, 1, 1]);
      s.watch('stopped', t.stopService());
      s.log('running', { value: t.running });
      s.clock.pump([1, 1, 1]);
      t.startService();
      s.watch('stopped again', t.stopService());
      let n = 0;
      t = timer(s, 1, () => {
        n += 1;
        s.log('run', { n });
        if (n === 2) throw new ValueError('two');
      });
      t.startService();
      s.clock.pump([1, 1, 1]);
      s.log('running', { value: t.running });
      s.watch('stopped', t.stopService());
      s.log('running', { value: t.running });
    },
  },
  {
    id: 'v06',
    rules: ['S-9'],
    run(s) {
      const t = timer(s, 1, () => s.after(3).addCallback(() => s.log('body done')));
      t.startService();
      s.clock.advance(1);
      const d = t.stopService();
      s.log('stopService returned', { running: t.running, called: d.called });
      s.watch('stopped', d);
      s.clock.pump([1, 1]);
      s.log('running', { value: t.running });
    },
  },
  {
    id: 'v07',
    rules: ['S-11'],
    run(s) {
      showDelays(s, 'default', policy(), [...Array.from({ length: 13 }).keys(), 100, 1000]);
      const steep = policy({ initialDelay: 1, maxDelay: 1e300, factor: 1e10 });
      showDelays(s, 'overflow', steep, [1, 2, 29, 31, 40]);
      showDelays(s, 'jitter', policy({ jitter: () => 0.25 }), [1, 10, 11]);
      showDelays(s, 'above max', policy({ initialDelay: 100, maxDelay: 10 }), [0, 1]);
      const random = backoffPolicy({ jitter: Math.random });
      const delays = Array.from({ length: 200 }, () => random(1));
      s.log('random', { low: Math.min(...delays) >= 1.5, high: Math.max(...delays) < 2.5 });
    },
  },
  {
    id: 'v08',
    rules: ['S-11', 'S-12', 'S-13', 'N-3'],
    run(s) {
      const c = new HandMadeClient(s);
      s.watch('whenConnected', c.whenConnected());
      c.startService();
      s.log('started', { running: c.running });
      for (const seconds of [1, 2, 3]) {
        c.refuse();
        s.clock.advance(seconds);
      }
      c.accept();
      s.clock.advance(4);
      c.lose();
      s.clock.advance(1);
      c.accept();
      s.watch('whenConnected now', c.whenConnected());
      s.watch('stopped', c.stopService());
      s.log('stopping', { running: c.running });
      s.watch('whenConnected while stopping', c.whenConnected());
      c.lose();
      s.watch('whenConnected when stopped', c.whenConnected());
      s.clock.advance(50);
    },
  },
  {
    id: 'v09',
    rules: ['S-12', 'S-13'],
    differs:
      'A client that is started again while it disconnects: 22.4 fires the Deferred of the stop ' +
      'before it connects, newer versions after that.',
    newer: [
      { t: 0, ev: 'connect', attempt: 1 },
      { t: 0, ev: 'connect cancelled', attempt: 1 },
      {
        t: 0,
        ev: 'failed',
        name: 'A whenConnected',
        error: { failure: 'CancelledError', msg: '' },
      },
      { t: 0, ev: 'fired', name: 'A stopped', value: null },
      { t: 0, ev: 'B' },
      { t: 0, ev: 'connect', attempt: 1 },
      { t: 0, ev: 'policy', attempt: 1 },
      { t: 0, ev: 'pending', n: 1 },
      {
        t: 0,
        ev: 'failed',
        name: 'B whenConnected',
        error: { failure: 'CancelledError', msg: '' },
      },
      { t: 0, ev: 'fired', name: 'B stopped', value: null },
      { t: 0, ev: 'pending', n: 0 },
      { t: 0, ev: 'C' },
      { t: 0, ev: 'fired', name: 'C stop before start', value: null },
      { t: 0, ev: 'connect', attempt: 1 },
      { t: 0, ev: 'connectionMade' },
      { t: 0, ev: 'loseConnection' },
      {
        t: 0,
        ev: 'connectionLost',
        why: { failure: 'ConnectionDone', msg: 'Connection was closed cleanly.' },
      },
      { t: 0, ev: 'connect', attempt: 2 },
      { t: 0, ev: 'fired', name: 'C stopped', value: null },
      { t: 0, ev: 'connectionMade' },
      { t: 0, ev: 'loseConnection' },
      {
        t: 0,
        ev: 'connectionLost',
        why: { failure: 'ConnectionDone', msg: 'Connection was closed cleanly.' },
      },
      { t: 0, ev: 'fired', name: 'C stopped again', value: null },
    ],
    run(s) {
      let c = new HandMadeClient(s);
      c.startService();
      s.watch('A whenConnected', c.whenConnected());
      s.watch('A stopped', c.stopService());
      s.log('B');
      c = new HandMadeClient(s);
      c.startService();
      c.refuse();
      s.watch('B whenConnected', c.whenConnected());
      pendingCount(s);
      s.watch('B stopped', c.stopService());
      pendingCount(s);
      s.log('C');
      c = new HandMadeClient(s);
      s.watch('C stop before start', c.stopService());
      c.startService();
      c.startService();
      c.accept();
      s.watch('C stopped', c.stopService());
      c.startService();
      c.lose();
      c.accept();
      s.watch('C stopped again', c.stopService());
      c.lose();
    },
  },
  {
    id: 'v10',
    rules: ['S-12', 'S-13'],
    run(s) {
      let c = new HandMadeClient(s);
      c.startService();
      s.watch('after 1', c.whenConnected(1));
      s.watch('after 2', c.whenConnected(2));
      s.watch('after None', c.whenConnected());
      c.refuse();
      s.clock.advance(1);
      c.refuse();
      s.clock.advance(2);
      c.accept();
      s.log('prepareConnection');
      let n = 0;
      c = new HandMadeClient(s, () => {
        n += 1;
        s.log('prepare', { n });
        if (n === 1) throw new ValueError('not ready');
        return s.after(1);
      });
      c.startService();
      s.watch('connected', c.whenConnected());
      c.accept();
      s.clock.advance(1);
      c.accept();
      s.clock.advance(1);
    },
  },
  {
    id: 'v11',
    rules: ['S-14'],
    run(s) {
      const c = cooperatorService(s);
      function* it(): Generator<null, void> {
        for (let i = 0; i < 5; i += 1) {
          s.log('unit', { i });
          yield null;
        }
      }
      s.watch('task', c.coiterate(it()));
      s.clock.advance(1);
      c.startService();
      s.log('running', { coop: c.coop.running, service: c.running });
      s.clock.pump([1, 1]);
      c.stopService();
      s.log('running', { coop: c.coop.running });
    },
  },
  {
    id: 'v12',
    rules: ['R-16', 'S-7'],
    run(s) {
      const top = new MultiService();
      timer(s, 1, () => s.log('run', { name: 'timer' })).setServiceParent(top);
      add(s, top, 'slow', {
        stop: () => s.after(2.5).addCallback(() => s.log('slow done')),
      });
      s.reactor.callWhenRunning(() => top.startService());
      s.reactor.addSystemEventTrigger('before', 'shutdown', () => top.stopService());
      s.reactor.callLater(
        3.5,
        s.runner('stop', () => s.reactor.stop()),
      );
      s.reactor.callLater(5, s.runner('T5'));
      s.reactor.callLater(7, s.runner('T7'));
      s.reactor.run();
    },
  },
  {
    id: 'v13',
    rules: ['S-1', 'S-5'],
    run(s) {
      const top = new MultiService();
      class Adder extends Tracer {
        override startService(): void {
          super.startService();
          add(s, top, 'N');
        }
      }
      new Adder(s, 'A').setServiceParent(top);
      add(s, top, 'B');
      top.startService();
      s.log('children', { names: labels(top) });
    },
  },
  {
    id: 'v14',
    rules: ['S-2'],
    run(s) {
      const top = new MultiService();
      const mid = new MultiService();
      add(s, top, 'A', { stop: () => s.after(1, { value: 'a' }) });
      mid.setServiceParent(top);
      add(s, mid, 'B', { stop: () => s.after(3, { value: 'b' }) });
      add(s, mid, 'C', { stop: () => 'c' });
      add(s, top, 'D', { stop: () => s.after(2, { value: 'd' }) });
      top.startService();
      s.watch('stopped', top.stopService());
      s.clock.pump([1, 1, 1]);
    },
  },
  {
    id: 'v15',
    rules: ['S-5'],
    run(s) {
      const idle = new MultiService();
      const top = new MultiService();
      const a = add(s, idle, 'A', { stop: () => s.after(1, { value: 'a' }) });
      const result = a.disownServiceParent();
      s.log('disowned', { result, running: a.running, children: [...idle].length });
      top.startService();
      const b = add(s, top, 'B', { stop: () => s.after(1, { value: 'b' }) });
      s.log('running', { value: b.running });
      s.watch('B stopped', b.disownServiceParent() as Deferred);
      s.log('disowned', { running: b.running, parent: b.parent === null });
      s.clock.advance(1);
      s.attempt('disown again', () => b.disownServiceParent());
    },
  },
  {
    id: 'v16',
    rules: ['S-6'],
    run(s) {
      const top = new MultiService();
      const a = new Tracer(s, 'A');
      const b = new Tracer(s, 'B');
      a.setName('x');
      b.setName('x');
      a.setServiceParent(top);
      s.attempt('B.setServiceParent', () => b.setServiceParent(top));
      s.log('B', { parentIsTop: b.parent === top, children: labels(top) });
      s.log('x', { isA: top.getServiceNamed('x') === a });
      s.attempt('B.disownServiceParent', () => b.disownServiceParent());
      s.attempt('getServiceNamed', () => top.getServiceNamed('x'));
      s.log('children', { names: labels(top) });
      s.attempt('A.disownServiceParent', () => a.disownServiceParent());
    },
  },
  {
    id: 'v17',
    rules: ['S-9'],
    run(s) {
      const t = timer(s, 1, () => s.after(3).addCallback(() => s.log('body done')));
      t.startService();
      s.clock.advance(1);
      const d = t.stopService();
      s.clock.advance(1);
      s.log('same', { value: t.stopService() === d });
      s.watch('stopped', d);
      s.clock.advance(1);
      s.log('running', { value: t.running });
      s.watch('stopped again', t.stopService());
    },
  },
  {
    id: 'v18',
    rules: ['S-8', 'S-9', 'S-10'],
    run(s) {
      let n = 0;
      const t = timer(s, 1, () => {
        n += 1;
        s.log('run', { n });
        if (n !== 2) return;
        const d = t.stopService();
        s.log('stopService returned', { called: d.called, running: t.running });
        s.watch('stopped', d);
      });
      t.startService();
      s.clock.pump([1, 1]);
      s.log('running', { value: t.running });
      const b = timer(s, 1, raises(new ValueError('b')));
      s.attempt('startService', () => b.startService());
      s.log('running', { value: b.running, pending: s.clock.getDelayedCalls().length });
      s.watch('B stopped', b.stopService());
    },
  },
  {
    id: 'v19',
    rules: ['S-8'],
    run(s) {
      const t = timer(s, 2, s.runner('body'));
      t.startService();
      s.clock.advance(1);
      t.startService();
      s.clock.pump([1, 1, 0.5]);
      s.watch('stopped', t.stopService());
      s.clock.pump([0.5, 1, 1]);
      s.log('running', { value: t.running, pending: s.clock.getDelayedCalls().length });
    },
  },
  {
    id: 'v20',
    rules: ['S-5', 'S-8', 'S-9'],
    run(s) {
      const top = new MultiService();
      const other = new MultiService();
      top.startService();
      other.startService();
      let runs = 0;
      const t = timer(s, 1, () => {
        runs += 1;
        const n = runs;
        s.log('run', { n });
        return s.after(0.5).addCallback(() => s.log('done', { n }));
      });
      s.clock.advance(0.25);
      t.setServiceParent(top);
      s.clock.pump([0.5, 0.5, 0.25]);
      t.setServiceParent(other);
      s.log('moved', { running: t.running, parent: t.parent === other });
      s.clock.pump([0.25, 0.25, 0.5, 0.5]);
      s.watch('stopped', other.stopService());
      s.clock.pump([0.5, 0.5, 0.5]);
    },
  },
  {
    id: 'v21',
    rules: ['S-11'],
    run(s) {
      showDelays(s, 'factor 1', policy({ factor: 1 }), [1, 2, 1000]);
      showDelays(s, 'factor 0.5', policy({ factor: 0.5 }), [1, 2, 3, 101, 1000]);
      showDelays(s, 'initialDelay 0', policy({ initialDelay: 0 }), [1, 2, 100]);
      const steep = policy({ initialDelay: 0, factor: 1e10 });
      showDelays(s, 'initialDelay 0, overflow', steep, [1, 30, 31, 100]);
      showDelays(s, 'few attempts', policy(), [0, -1]);
      showDelays(s, 'maxDelay 0', policy({ maxDelay: 0 }), [1, 2]);
      showDelays(s, 'jitter', policy({ maxDelay: 1, jitter: () => -0.25 }), [1, 2]);
    },
  },
  {
    id: 'v22',
    rules: ['S-12'],
    run(s) {
      const c = new HandMadeClient(s);
      c.startService();
      c.refuse();
      s.clock.advance(1);
      c.refuse();
      s.clock.advance(0.5);
      s.watch('stopped', c.stopService());
      c.startService();
      c.refuse();
      pendingTimes(s);
      s.watch('stopped', c.stopService());
    },
  },
  {
    id: 'v23',
    rules: ['S-12', 'S-13'],
    run(s) {
      const c = new HandMadeClient(s);
      c.startService();
      c.accept();
      s.watch('stopped', c.stopService());
      c.startService();
      s.log('restarting', { running: c.running });
      s.watch('whenConnected', c.whenConnected());
      s.watch('stopped again', c.stopService());
      s.log('lost');
      c.lose();
      s.watch('stopped at last', c.stopService());
      s.clock.advance(10);
    },
  },
  {
    id: 'v24',
    rules: ['S-13'],
    run(s) {
      const c = new HandMadeClient(s);
      s.watch('W', c.whenConnected());
      s.watch('X', c.whenConnected(1));
      c.startService();
      c.refuse();
      s.clock.advance(0.5);
      s.watch('Y', c.whenConnected(2));
      s.watch('Z', c.whenConnected(1));
      s.clock.advance(0.5);
      c.refuse();
      s.clock.advance(2);
      c.refuse();
      s.clock.advance(3);
      c.accept();
      s.watch('late', c.whenConnected(1));
    },
  },
  {
    id: 'v25',
    rules: ['S-12', 'S-13'],
    run(s) {
      const c = new HandMadeClient(s, () => {
        s.log('prepare');
        return s.after(2);
      });
      s.watch('whenConnected', c.whenConnected());
      c.startService();
      c.accept();
      s.clock.advance(1);
      s.watch('stopped', c.stopService());
      s.clock.advance(5);
    },
  },
  {
    id: 'v26',
    rules: ['S-11', 'S-12'],
    run(s) {
      const c = new HandMadeClient(s);
      c.startService();
      pendingTimes(s);
      c.accept();
      pendingTimes(s);
      c.lose();
      pendingTimes(s);
      s.clock.advance(1);
      c.accept();
      s.clock.advance(1);
      c.lose();
      s.clock.advance(1);
      c.refuse();
      pendingTimes(s);
      s.watch('stopped', c.stopService());
      pendingTimes(s);
    },
  },
  {
    id: 'v27',
    rules: ['S-6'],
    run(s) {
      const top = new MultiService();
      const [a, c, e] = [new Tracer(s, 'A'), new Tracer(s, 'C'), new Tracer(s, 'E')];
      a.setName('a');
      a.setServiceParent(top);
      s.attempt('rename', () => a.setName('b'));
      a.disownServiceParent();
      a.setName('b');
      a.setServiceParent(top);
      c.setName('a');
      c.setServiceParent(top);
      s.log('names', {
        a: top.getServiceNamed('a') === c,
        b: top.getServiceNamed('b') === a,
      });
      e.setName('');
      e.setServiceParent(top);
      e.disownServiceParent();
      s.log('empty name', { isE: top.getServiceNamed('') === e, children: labels(top) });
    },
  },
  {
    id: 'v28',
    rules: ['C-13', 'S-14'],
    run(s) {
      const c = cooperatorService(s);
      function* it(task: string): Generator<null, void> {
        for (let i = 0; i < 3; i += 1) {
          s.log('unit', { task, i });
          yield null;
        }
      }
      for (const n of 'AB') s.watch(n, c.coiterate(it(n)));
      c.startService();
      s.clock.pump([1, 1]);
      s.attempt('stopService', () => c.stopService());
      s.watch('C', c.coiterate(it('C')));
      c.startService();
      s.watch('D', c.coiterate(it('D')));
      s.clock.pump([1, 1, 1, 1]);
      s.log('running', { coop: c.coop.running, service: c.running });
    },
  },
  {
    id: 'v29',
    rules: ['R-14', 'R-16', 'S-3', 'S-7'],
    run(s) {
      const top = new MultiService();
      add(s, top, 'A', { stop: raises(new ValueError('a')) });
      add(s, top, 'B', { stop: () => s.after(1, { value: 'b' }) });
      let stopping: Deferred | null = null;
      s.reactor.callWhenRunning(() => top.startService());
      s.reactor.addSystemEventTrigger('before', 'shutdown', () => {
        stopping = top.stopService();
        return stopping.addCallback(s.cb('stopped'));
      });
      s.reactor.callLater(
        1,
        s.runner('stop', () => s.reactor.stop()),
      );
      s.reactor.run();
      freeElements(s, stopping);
      s.log('end');
    },
  },
  {
    id: 'v30',
    rules: ['S-8', 'S-10'],
    run(s) {
      let n = 0;
      const t = timer(s, 1, () => {
        n += 1;
        s.log('run', { n });
        if (n === 3) throw new ValueError('three');
      });
      t.startService();
      s.clock.advance(0.5);
      t.startService();
      s.clock.pump([0.5, 0.5, 0.5, 0.5]);
      s.log('running', { value: t.running, pending: s.clock.getDelayedCalls().length });
      s.watch('stopped', t.stopService());
      s.log('running', { value: t.running });
    },
  },
];
