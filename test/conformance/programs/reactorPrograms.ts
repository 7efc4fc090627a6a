import type { Seconds } from '#base/units.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { Reactor } from '#reactor/reactor.ts';

import { driveReactor } from '../../reactor/driveReactor.ts';
import { createEmptyWakeUps } from './emptyWakeUps.ts';
import { createPassCounter } from './passCounter.ts';
import { Boom, outcomeOf, type Outcome, type Row } from './program.ts';
import { changeCall, refuse, type TimedOperation } from './timedOperation.ts';

const MOST_RUNS = 400;

/** On a clock that stands still while calls run, all its reads are one moment. */
class StillReactor extends Reactor {
  override readStamp(): number {
    return 0;
  }
}

/**
 * Runs a program of the kind `reactor`: the reactor core on a clock that stands still while calls
 * run. Where two pending calls have one time, Twisted's heap leaves the order open: not fit.
 */
export function runReactorProgram(script: readonly TimedOperation[]): Outcome {
  const reactor = new StillReactor();
  const passes = createPassCounter();
  const wakeUps = createEmptyWakeUps();
  const calls = new Map<string, DelayedCall>();
  const rows: Row[] = [];
  let runs = 0;
  let fit = true;
  let isStopped = false;

  reactor.probe = {
    logged: (failure) => rows.push([reactor.seconds(), 'logged', failure.typeName]),
  };
  const run = (id: string, operations: readonly TimedOperation[], isThreadCall: boolean): void => {
    wakeUps.runs(isThreadCall);
    runs += 1;
    fit &&= runs <= MOST_RUNS;
    if (!fit) return;
    rows.push([reactor.seconds(), 'run', id, passes.count()]);
    operations.forEach(perform);
  };
  const perform = (operation: TimedOperation): void => {
    switch (operation[0]) {
      case 'later': {
        const [, id, delay, does] = operation;
        const call = reactor.callLater(delay, () => run(id, does, false));
        calls.set(id, call);
        wakeUps.made(call);
        fit &&= !hasTie(calls.values());
        return;
      }
      case 'thread': {
        const [, id, does] = operation;
        reactor.callFromThread(() => run(id, does, true));
        return;
      }
      case 'cancel':
      case 'reset':
      case 'delay': {
        const [name, id] = operation;
        const call = calls.get(id);
        if (call === undefined) {
          rows.push([reactor.seconds(), name, id, 'unknown']);
          return;
        }
        const outcome = changeCall(call, operation);
        if (name === 'cancel' && outcome === 'ok') wakeUps.cancelled(call);
        rows.push([reactor.seconds(), name, id, outcome, call.getTime()]);
        fit &&= !hasTie(calls.values());
        return;
      }
      case 'spin':
        reactor.spin(operation[1]);
        return;
      case 'stop': {
        const outcome = outcomeOf(() => reactor.stop());
        isStopped ||= outcome === 'ok';
        rows.push([reactor.seconds(), 'stop', outcome]);
        return;
      }
      case 'raise':
        throw new Boom();
      default:
        refuse(operation);
    }
  };

  script.forEach(perform);
  driveReactor(reactor, () => {
    passes.iterationBegins();
    wakeUps.iterationBegins();
  });
  const end = isStopped ? reactor.seconds() : Math.max(reactor.seconds(), wakeUps.last());
  rows.push([end, 'end']);
  return fit ? rows : null;
}

/** Whether two pending calls have a time in common: the one in the heap or the one they are due at. */
function hasTie(calls: Iterable<DelayedCall>): boolean {
  const seen = new Set<Seconds>();
  for (const call of calls) {
    if (!call.active()) continue;
    for (const time of new Set([call.time, call.getTime()])) {
      if (seen.has(time)) return true;
      seen.add(time);
    }
  }
  return false;
}
