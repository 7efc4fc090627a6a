import { Deferred } from '#reactor/deferred.ts';
import { deferLater } from '#reactor/deferLater.ts';
import { KeyError, SystemExit, ValueError } from '#reactor/errors.ts';
import type { Body } from '#reactor/inlineCallbacks.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { fail, succeed } from '#reactor/maybeDeferred.ts';
import { react } from '#reactor/react.ts';
import type { Reactor } from '#reactor/reactor.ts';

import type { Case } from './case.ts';
import type { Scenario } from './scenario.ts';

/** Runs `main` on a reactor of its own, and shows how that ends. */
function fresh<A extends readonly unknown[]>(
  s: Scenario,
  label: string,
  main: (reactor: Reactor, ...args: A) => unknown,
  ...args: A
): void {
  const reactor = s.newReactor();
  s.attempt(label, () => react(main, args, reactor));
}

export const CASES: readonly Case[] = [
  {
    id: 'x01',
    rules: ['X-1', 'X-2', 'X-3'],
    run(s) {
      const ok = (reactor: Reactor, arg: string): Deferred => {
        s.log('main', { arg, running: reactor.running });
        return deferLater(reactor, 1, s.runner('timer'));
      };
      fresh(s, 'ok', ok, 'a');
      fresh(s, 'fails', (reactor) =>
        deferLater(reactor, 1).addCallback(() => fail(new ValueError('bad'))),
      );
      fresh(s, 'exits', () => fail(new SystemExit(7)));
      fresh(s, 'coroutine', function* main(reactor): Generator<unknown, void, unknown> {
        yield deferLater(reactor, 2);
        s.log('co ends');
      });
      fresh(s, 'raises', () => {
        throw new KeyError("'sync'");
      });
      fresh(s, 'returns 5', () => 5);
    },
  },
  {
    id: 'x02',
    rules: ['X-3'],
    run(s) {
      for (const label of ['stopped', 'fails in shutdown']) {
        const d = new Deferred();
        fresh(s, label, (reactor) => {
          reactor.callLater(1, () => reactor.stop());
          if (label !== 'stopped') {
            reactor.addSystemEventTrigger('before', 'shutdown', () => {
              s.log('run', { name: 'before' });
              d.errback(new ValueError('in shutdown'));
            });
          }
          return d;
        });
      }
    },
  },
  {
    id: 'x03',
    rules: ['X-3'],
    run(s) {
      fresh(s, 'react', (reactor) => {
        reactor.callWhenRunning(s.runner('hook'));
        reactor.callLater(0, s.runner('zero'));
        reactor.callLater(1, s.runner('never'));
        return succeed(1);
      });
    },
  },
  {
    id: 'x04',
    rules: ['X-1', 'X-3'],
    run(s) {
      fresh(s, 'react', (reactor) => {
        reactor.callWhenRunning(s.runner('hook of main'));
        s.log('main ends');
        return fail(new KeyError("'k'"));
      });
    },
  },
  {
    id: 'x05',
    rules: ['X-3'],
    run(s) {
      for (const isFailing of [false, true]) {
        const d = new Deferred();
        fresh(s, isFailing ? 'failing' : 'fine', (reactor) => {
          reactor.callLater(1, () => {
            reactor.stop();
            if (isFailing) d.errback(new ValueError('too late'));
            else d.callback(1);
            s.log('fired');
          });
          return d;
        });
        s.state("main's Deferred", d);
      }
    },
  },
  {
    id: 'x06',
    rules: ['R-16', 'X-3'],
    run(s) {
      const d = new Deferred();
      fresh(s, 'react', (reactor) => {
        reactor.callLater(1, () => reactor.stop());
        reactor.addSystemEventTrigger('before', 'shutdown', () => {
          s.log('run', { name: 'before' });
          reactor.callLater(2, s.runner('waited for'));
          d.callback('result');
          return deferLater(reactor, 3);
        });
        reactor.addSystemEventTrigger('after', 'shutdown', s.runner('after'));
        return d;
      });
    },
  },
  {
    id: 'x07',
    rules: ['X-1'],
    run(s) {
      const main = function* exits(reactor: Reactor, code: number): Body {
        try {
          yield deferLater(reactor, 1, () => fail(new ValueError('bad')));
        } catch (thrown) {
          if (!(thrown instanceof ValueError)) throw thrown;
          s.log('handled');
        }
        throw new SystemExit(code);
      };
      fresh(s, 'three', main, 3);
      fresh(s, 'zero', main, 0);
    },
  },
  {
    id: 'x08',
    rules: ['X-1'],
    run(s) {
      fresh(s, 'react', (reactor) => {
        const lc = new LoopingCall(reactor, s.runner('loop'));
        s.watch("loop's deferred", lc.start(1));
        reactor.callLater(10, s.runner('never'));
        return deferLater(reactor, 2.5, s.runner('end'));
      });
      s.log('left', { n: s.reactor.getDelayedCalls().length });
    },
  },
  {
    id: 'x09',
    rules: ['R-12', 'X-2'],
    run(s) {
      const { reactor } = s;
      const inner = (): Deferred => {
        s.log('inner main');
        return new Deferred();
      };
      const main = (): Deferred => {
        s.log('main', { running: reactor.running });
        if (reactor.seconds() === 0) {
          reactor.callLater(1, () => s.attempt('react inside', () => react(inner, [], reactor)));
        }
        return deferLater(reactor, 2);
      };
      s.attempt('react', () => react(main, [], reactor));
      s.attempt('react again', () => react(main, [], reactor));
    },
  },
  {
    id: 'x10',
    rules: ['X-1'],
    run(s) {
      for (const last of ['stop', 'raise']) {
        fresh(s, last, (reactor) => {
          let n = 0;
          const lc = new LoopingCall(reactor, () => {
            n += 1;
            s.log('run', { n });
            if (last === 'stop' && n === 3) lc.stop();
            if (last === 'raise' && n === 2) throw new ValueError('two');
          });
          return lc.start(0.5);
        });
      }
    },
  },
  {
    id: 'x11',
    rules: ['R-18', 'X-3'],
    run(s) {
      const main = (reactor: Reactor, crashes: boolean): Deferred => {
        if (crashes) reactor.callLater(1, () => reactor.crash());
        return new Deferred();
      };
      fresh(s, 'crash', main, true);
      fresh(s, 'idle', main, false);
    },
  },
  {
    id: 'x12',
    rules: ['X-2'],
    run(s) {
      fresh(s, 'None', () => null);
      fresh(s, '7', () => 7);
      fresh(s, "'text'", () => 'text');
      fresh(s, 'exits', () => {
        throw new SystemExit(4);
      });
      s.log('running', { value: s.reactor.running });
    },
  },
];
