import { addTimeout } from '#reactor/addTimeout.ts';
import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { KeyError, ValueError } from '#reactor/errors.ts';
import { Failure } from '#reactor/failure.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';

import type { Case } from './case.ts';

export const CASES: readonly Case[] = [
  {
    id: 'f01',
    rules: ['E-1'],
    run(s) {
      const { clock } = s;
      s.watch(
        'A',
        deferLater(clock, 1, () => [[2], { k: 3 }]),
      );
      s.watch('B', deferLater(clock, 1));
      s.watch(
        'C',
        deferLater(clock, 1, () => {
          throw new ValueError('b');
        }),
      );
      s.watch(
        'D',
        deferLater(clock, 1, () => s.after(1, { value: 'inner' })),
      );
      clock.pump([1, 1]);
    },
  },
  {
    id: 'f02',
    rules: ['E-2'],
    run(s) {
      const { clock } = s;
      const a = s.watch('A', deferLater(clock, 1, s.runner('never')));
      const inner = new Deferred(() => s.log('canceller'));
      const b = deferLater(clock, 1, s.runner('B'));
      const d = s.watch(
        'D',
        deferLater(clock, 1, () => inner),
      );
      clock.advance(0.5);
      a.cancel();
      s.log('pending', { n: clock.getDelayedCalls().length });
      clock.advance(0.5);
      b.cancel();
      d.cancel();
    },
  },
  {
    id: 'f03',
    rules: ['E-3', 'T-1'],
    run(s) {
      s.watch('zero', deferLater(s.clock, 0));
      s.watch('minus', deferLater(s.clock, -1));
      s.log('nothing yet');
      s.clock.advance(0);
    },
  },
  {
    id: 'f04',
    rules: ['E-1', 'R-2'],
    run(s) {
      s.attempt('deferLater(-1)', () => deferLater(s.reactor, -1));
      s.watch(
        'A',
        deferLater(s.reactor, 0.5, () => {
          throw new ValueError('boom');
        }),
      );
      s.reactor.callLater(1, s.runner('T'));
      s.reactor.run();
    },
  },
  {
    id: 'f05',
    rules: ['D-29', 'E-2'],
    run(s) {
      const d = s.watch('d', deferLater(s.clock, 1, s.runner('never')));
      d.cancel();
      s.attempt('cancel again', () => d.cancel());
      const e: Deferred = deferLater(s.clock, 1, () => {
        s.log('f');
        e.cancel();
        return 'value';
      });
      s.watch('e', e);
      s.clock.advance(1);
    },
  },
  {
    id: 'f06',
    rules: ['D-31', 'E-1', 'E-2'],
    run(s) {
      const { clock } = s;
      s.watch(
        'A',
        addTimeout(
          deferLater(clock, 2, () => 'a'),
          2,
          clock,
        ),
      );
      s.watch('B', addTimeout(deferLater(clock, 3, s.runner('never')), 2, clock));
      const inner = new Deferred(() => s.log('canceller'));
      s.watch(
        'C',
        addTimeout(
          deferLater(clock, 1, () => inner),
          2,
          clock,
        ),
      );
      clock.advance(1);
      clock.advance(1);
      s.log('pending', { n: clock.getDelayedCalls().length });
    },
  },
  {
    id: 'f07',
    rules: ['E-1'],
    run(s) {
      const { clock } = s;
      const kept = succeed('x');
      s.watch(
        'A',
        deferLater(clock, 1, () => kept),
      );
      s.watch(
        'B',
        deferLater(clock, 1, () => fail(new KeyError("'k'"))),
      );
      s.watch(
        'C',
        deferLater(clock, 1, () => new Failure(new ValueError('v'))),
      );
      clock.advance(1);
      s.state('kept', kept);
    },
  },
  {
    id: 'f08',
    rules: ['E-3', 'R-3'],
    run(s) {
      s.reactor.traceIterations = true;
      const step = (n: number): unknown => {
        s.log('run', { n });
        return n < 3 ? deferLater(s.reactor, 0, () => step(n + 1)) : 'end';
      };
      s.reactor.callLater(0, s.runner('T'));
      s.watch(
        'chain',
        deferLater(s.reactor, 0, () => step(1)),
      );
      s.reactor.run();
    },
  },
  {
    id: 'f09',
    rules: ['D-6', 'E-2'],
    run(s) {
      const d = deferLater(
        s.clock,
        1,
        s.runner('f', () => "f's"),
      );
      s.watch('d', d);
      d.callback(5);
      s.attempt('advance', () => s.clock.advance(1));
      s.watch('e', deferLater(s.clock, 1)).callback(5);
      s.attempt('advance', () => s.clock.advance(1));
    },
  },
  {
    id: 'f10',
    rules: ['E-1', 'T-17'],
    run(s) {
      const { clock } = s;
      const a = deferLater(
        clock,
        1,
        s.runner('A', () => 'a'),
      );
      const b = deferLater(
        clock,
        1,
        s.runner('B', () => 'b'),
      );
      b.addCallback(s.cb('B1')).addCallback(s.cb('B2', { value: 'c' }));
      a.addCallback(s.cb('A1'));
      s.watch('b', b);
      s.watch('half', deferLater(clock, 0.5));
      clock.pump([0.25, 0.25, 0.25, 0.25]);
    },
  },
];
