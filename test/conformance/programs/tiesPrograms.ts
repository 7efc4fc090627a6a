import type { Seconds } from '#base/units.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from '../../reactor/driveReactor.ts';
import { createPassCounter } from './passCounter.ts';
import { outcomeOf, type Outcome, type Row } from './program.ts';
import { changeCall, refuse, type TimedOperation } from './timedOperation.ts';

const MOST_RUNS = 90;

/**
 * Runs a program of the kind `ties`: many calls and loops at nominally equal times, which Twisted
 * orders by the moments of its clock reads and the port by rule O-1.
 */
export function runTiesProgram(
  script: readonly TimedOperation[],
  resolution: Seconds = 0,
): Outcome {
  const reactor = new Reactor({ resolution });
  const passes = createPassCounter();
  const calls = new Map<string, DelayedCall>();
  const loops = new Map<string, LoopingCall>();
  const rows: Row[] = [];
  let runs = 0;
  let fit = true;

  const run = (id: string, operations: readonly TimedOperation[]): void => {
    runs += 1;
    if (runs > MOST_RUNS) {
      fit = false;
      reactor.crash();
      return;
    }
    rows.push([reactor.seconds(), 'run', id, passes.count()]);
    operations.forEach(perform);
  };
  const show = (name: string, id: string, outcome: string): void => {
    rows.push([reactor.seconds(), name, id, outcome]);
  };
  const loopNamed = (id: string): LoopingCall => {
    const loop = loops.get(id) ?? new LoopingCall(reactor, () => run(id, []));
    loops.set(id, loop);
    return loop;
  };
  const perform = (operation: TimedOperation): void => {
    switch (operation[0]) {
      case 'later': {
        const [, id, delay, does] = operation;
        calls.set(
          id,
          reactor.callLater(delay, () => run(id, does)),
        );
        return;
      }
      case 'cancel':
      case 'reset':
      case 'delay': {
        const [name, id] = operation;
        const call = calls.get(id);
        if (call !== undefined) show(name, id, changeCall(call, operation));
        return;
      }
      case 'loop': {
        const [name, id, interval, now] = operation;
        const outcome = outcomeOf(() => loopNamed(id).start(interval, now));
        show(name, id, outcome);
        return;
      }
      case 'loopstop':
      case 'loopreset': {
        const [name, id] = operation;
        const loop = loops.get(id);
        if (loop === undefined) return;
        const outcome = outcomeOf(() => (name === 'loopstop' ? loop.stop() : loop.reset()));
        show(name, id, outcome);
        return;
      }
      case 'spin':
        reactor.spin(operation[1]);
        return;
      case 'end':
        reactor.callLater(operation[1], () => reactor.crash());
        return;
      default:
        refuse(operation);
    }
  };

  reactor.callWhenRunning(() => script.forEach(perform));
  driveReactor(reactor, () => passes.iterationBegins());
  return fit ? rows : null;
}
