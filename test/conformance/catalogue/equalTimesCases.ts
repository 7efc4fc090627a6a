import { addTimeout } from '#reactor/addTimeout.ts';
import { Clock } from '#reactor/clock.ts';
import { Cooperator } from '#reactor/cooperator.ts';
import { Deferred } from '#reactor/deferred.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { inlineCallbacks } from '#reactor/inlineCallbacks.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

function loop(s: Scenario, name: string, clock: IReactorTime = s.reactor): LoopingCall {
  return new LoopingCall(clock, () => s.log('run', { name }));
}

/** Calls that show their names, one for each letter. */
function makeCalls(s: Scenario, delay: number, names: string): void {
  for (const name of names.split('')) call(s, name, delay);
}

/** A call that shows its name. */
function call(s: Scenario, name: string, delay: number, then?: () => unknown): DelayedCall {
  return s.reactor.callLater(delay, s.runner(name, then));
}

/** Runs the reactor with a start-up hook, and where a time is given, up to then. */
function run(s: Scenario, hook: () => void, until: number | null = null): void {
  s.reactor.callWhenRunning(hook);
  if (until !== null) s.reactor.callLater(until, () => s.reactor.crash());
  s.reactor.run();
}

/** The order of nominally equal times, on a clock that ticks. */
export const CASES: readonly Case[] = [
  {
    id: 'm01',
    rules: ['O-1'],
    run(s) {
      run(s, () => {
        call(s, 'A', 1, () => makeCalls(s, 1, 'VWXYZ'));
        makeCalls(s, 1, 'BCDEFGHI');
      });
    },
  },
  {
    id: 'm02',
    rules: ['O-1'],
    run(s) {
      run(s, () => {
        call(s, 'A', 2);
        call(s, 'X', 1, () => call(s, 'B', 1));
        call(s, 'Y', 1.5, () => call(s, 'C', 0.5));
      });
    },
  },
  {
    id: 'm03',
    rules: ['T-8', 'O-1'],
    run(s) {
      run(s, () => {
        const a = call(s, 'A', 1);
        call(s, 'B', 2);
        a.reset(2);
        const c = call(s, 'C', 1);
        call(s, 'D', 2);
        c.delay(1);
        const e = call(s, 'E', 3);
        call(s, 'F', 2);
        e.reset(2);
        const g = call(s, 'G', 3);
        call(s, 'H', 2);
        g.delay(-1);
      });
    },
  },
  {
    id: 'm04',
    rules: ['O-1', 'O-2', 'K-17'],
    run(s) {
      const hook = (): void => {
        loop(s, 'L1').start(1);
        loop(s, 'L2').start(2);
        call(s, 'T2', 2);
        loop(s, 'L3').start(0.5);
        call(s, 'T4', 4);
      };
      run(s, hook, 4.25);
    },
  },
  {
    id: 'm05',
    rules: ['O-1', 'K-17'],
    run(s) {
      const [l1, l2] = [loop(s, 'L1'), loop(s, 'L2')];
      const hook = (): void => {
        l1.start(1);
        l2.start(1);
        s.reactor.callLater(2, () => s.log('L1.reset', { r: l1.reset() }));
        s.reactor.callLater(4, () => {
          l2.stop();
          s.log('L2 restarts');
          l2.start(1);
        });
      };
      run(s, hook, 5.5);
    },
  },
  {
    id: 'm06',
    rules: ['O-1', 'D-36'],
    run(s) {
      run(s, () => {
        const d1 = deferLater(s.reactor, 1, () => 'd1');
        s.watch('d1', addTimeout(d1, 1, s.reactor));
        const d2 = new Deferred();
        s.watch('d2', addTimeout(d2, 1, s.reactor));
        s.reactor.callLater(1, () => s.attempt('d2.callback', () => d2.callback('late')));
        call(s, 'T', 1);
      });
    },
  },
  {
    id: 'm07',
    rules: ['O-1', 'K-17', 'B-4'],
    run(s) {
      const hook = (): void => {
        loop(s, 'P').start(1);
        loop(s, 'Q').start(0.75);
        call(s, 'X', 2.125, () => s.reactor.spin(2.5));
        call(s, 'T', 3);
      };
      run(s, hook, 6.5);
    },
  },
  {
    id: 'm08',
    rules: ['O-1', 'I-14'],
    run(s) {
      const f = inlineCallbacks(function* f(name: string) {
        for (let i = 0; i < 4; i += 1) {
          s.log('step', { name, i });
          yield deferLater(s.reactor, 1);
        }
      });
      const hook = (): void => {
        f('f');
        loop(s, 'L').start(1);
        f('g');
      };
      run(s, hook, 4.5);
    },
  },
  {
    id: 'm09',
    rules: ['O-1', 'C-2'],
    run(s) {
      function* units(task: string): Iterator<unknown> {
        for (let i = 0; i < 3; i += 1) {
          s.log('unit', { task, i });
          yield null;
        }
      }
      const cooperator = (): Cooperator =>
        new Cooperator({
          terminationPredicateFactory: () => () => true,
          // A tick comes at the nominal time at which it was planned (O-1).
          scheduler: (tick) => s.reactor.callLater(0, tick),
        });
      const z = (n: number) => () => {
        s.log('run', { name: `Z${n}` });
        if (n < 3) s.reactor.callLater(0, z(n + 1));
      };
      run(s, () => {
        cooperator().cooperate(units('A'));
        s.reactor.callLater(0, z(1));
        cooperator().cooperate(units('B'));
      });
    },
  },
  {
    id: 'm10',
    rules: ['R-7', 'O-1'],
    run(s) {
      s.reactor.traceIterations = true;
      run(s, () => {
        call(s, 'A', 1, () => {
          l.reset(0);
          m.reset(-1);
          call(s, 'N', 0);
        });
        const l = call(s, 'L', 9);
        const m = call(s, 'M', 9);
        call(s, 'B', 1);
      });
    },
  },
  {
    id: 'm11',
    rules: ['O-1'],
    run(s) {
      run(s, () => {
        call(s, 'X', 0.1, () => call(s, 'B', 0.2));
        call(s, 'Y', 0.2, () => call(s, 'C', 0.1));
        call(s, 'A', 0.3);
        call(s, 'Z', 0.25, () => call(s, 'D', 0.05));
      });
    },
  },
  {
    id: 'm12',
    rules: ['T-6', 'T-8', 'O-1'],
    run(s) {
      run(s, () => {
        const [a, b] = [call(s, 'A', 1), call(s, 'B', 1)];
        call(s, 'C', 1);
        a.reset(1);
        b.delay(0);
        const [d, e] = [call(s, 'D', 2), call(s, 'E', 2)];
        call(s, 'F', 2);
        d.delay(1);
        d.delay(-1);
        e.delay(1);
        e.reset(2);
      });
    },
  },
  {
    id: 'm13',
    rules: ['T-6', 'T-8', 'O-1'],
    run(s) {
      run(s, () => {
        const a = call(s, 'A', 1);
        const c = call(s, 'C', 5);
        call(s, 'M', 3);
        a.reset(2);
        a.delay(1);
        call(s, 'B', 3);
        c.reset(1);
        c.delay(2);
      });
    },
  },
  {
    id: 'm14',
    rules: ['O-1', 'K-2', 'K-17'],
    run(s) {
      const hook = (): void => {
        loop(s, 'L1').start(1, false);
        call(s, 'T', 2);
        loop(s, 'L2').start(0.5, false);
        loop(s, 'L3').start(2);
      };
      run(s, hook, 4.25);
    },
  },
  {
    id: 'm15',
    rules: ['R-3', 'O-1', 'E-3'],
    run(s) {
      s.reactor.traceIterations = true;
      const ask = (name: string): void => {
        s.watch(
          `${name}1`,
          deferLater(s.reactor, 0, () => name),
        );
        call(s, `${name}2`, 0);
        s.watch(
          `${name}3`,
          deferLater(s.reactor, 0, () => name),
        );
      };
      run(s, () => {
        call(s, 'A', 1, () => ask('A'));
        call(s, 'B', 1, () => ask('B'));
      });
    },
  },
  {
    id: 'm16',
    rules: ['T-9', 'O-1'],
    run(s) {
      run(s, () => {
        const a = call(s, 'A', 1);
        call(s, 'B', 1, () => {
          d.cancel();
          call(s, 'D again', 0);
        });
        call(s, 'C', 1);
        const d = call(s, 'D', 1);
        a.cancel();
        call(s, 'A again', 1);
      });
    },
  },
  {
    id: 'm17',
    rules: ['D-36', 'O-1'],
    run(s) {
      const fire = (name: string, deferred: Deferred) => () =>
        s.attempt(`${name}.callback`, () => deferred.callback(name));
      run(s, () => {
        const [d1, d2, d3] = [new Deferred(), new Deferred(), new Deferred()];
        addTimeout(d1, 1, s.reactor);
        s.reactor.callLater(1, fire('d1', d1));
        const c2 = s.reactor.callLater(1, fire('d2', d2));
        addTimeout(d2, 1, s.reactor);
        const c3 = s.reactor.callLater(1, fire('d3', d3));
        addTimeout(d3, 1, s.reactor);
        c2.delay(0);
        c3.reset(1);
        s.watch('d1', d1);
        s.watch('d2', d2);
        s.watch('d3', d3);
      });
    },
  },
  {
    id: 'm18',
    rules: ['R-10', 'O-1'],
    run(s) {
      s.reactor.traceIterations = true;
      run(s, () => {
        call(s, 'A', 1, () => {
          s.reactor.callFromThread(s.runner('F', () => call(s, 'M', 0)));
          call(s, 'N', 0);
        });
        call(s, 'B', 1);
      });
    },
  },
  {
    id: 'm19',
    rules: ['R-5', 'O-1'],
    run(s) {
      run(s, () => {
        call(s, 'F', 2.5);
        call(s, 'X', 0.5, () => {
          s.reactor.spin(2);
          call(s, 'E', 0);
        });
        call(s, 'A', 1);
        call(s, 'B', 2);
        call(s, 'C', 1);
        call(s, 'D', 2);
      });
    },
  },
  {
    id: 'm20',
    rules: ['O-1', 'K-17'],
    run(s) {
      const [l1, l2] = [loop(s, 'L1'), loop(s, 'L2')];
      const hook = (): void => {
        l1.start(1);
        l2.start(1);
        call(s, 'stop', 1.5, () => {
          l1.stop();
          call(s, 'again', 0.5, () => l1.start(1));
        });
      };
      run(s, hook, 4.5);
    },
  },
  {
    id: 'm21',
    rules: ['O-2', 'O-3', 'K-17'],
    run(s) {
      const hook = (): void => {
        loop(s, 'L1').start(1);
        loop(s, 'L2').start(2);
        call(s, 'T', 2);
      };
      run(s, hook, 2.5);
      s.log('on a Clock');
      const clock = new Clock();
      loop(s, 'L1', clock).start(1);
      loop(s, 'L2', clock).start(2);
      clock.callLater(2, s.runner('T'));
      clock.pump([1, 1]);
    },
  },
  {
    id: 'm22',
    rules: ['O-2', 'O-3'],
    run(s) {
      const hook = (clock: IReactorTime): void => {
        const a = clock.callLater(1, s.runner('A'));
        clock.callLater(2, s.runner('B'));
        a.reset(2);
      };
      run(s, () => hook(s.reactor));
      s.log('on a Clock');
      const clock = new Clock();
      hook(clock);
      clock.advance(2);
    },
  },
];
