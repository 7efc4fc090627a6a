import { Clock } from '#reactor/clock.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';

import { Boom, outcomeOf, unlessUnfit, Unfit, type Outcome, type Row } from './program.ts';
import { changeCall, refuse, type TimedOperation } from './timedOperation.ts';

const MOST_RUNS = 400;

/** Runs a program of the kind `clock`: `task.Clock`, advanced by the program itself. */
export function runClockProgram(script: readonly TimedOperation[]): Outcome {
  const clock = new Clock();
  const calls = new Map<string, DelayedCall>();
  const rows: Row[] = [];
  let runs = 0;

  const run = (id: string, operations: readonly TimedOperation[]): void => {
    runs += 1;
    if (runs > MOST_RUNS) throw new Unfit();
    rows.push([clock.seconds(), 'run', id]);
    operations.forEach(perform);
  };
  const perform = (operation: TimedOperation): void => {
    switch (operation[0]) {
      case 'later': {
        const [, id, delay, does] = operation;
        const call = clock.callLater(delay, () => run(id, does));
        calls.set(id, call);
        return;
      }
      case 'cancel':
      case 'reset':
      case 'delay': {
        const [name, id] = operation;
        const call = calls.get(id);
        if (call === undefined) rows.push([clock.seconds(), name, id, 'unknown']);
        else {
          const outcome = changeCall(call, operation);
          rows.push([clock.seconds(), name, id, outcome, call.getTime()]);
        }
        return;
      }
      case 'advance': {
        const outcome = outcomeOf(() => clock.advance(operation[1]));
        rows.push([clock.seconds(), 'advance', outcome]);
        return;
      }
      case 'raise':
        throw new Boom();
      default:
        refuse(operation);
    }
  };
  const nameOf = (call: DelayedCall): string =>
    [...calls].find(([, other]) => other === call)?.[0] ?? '?';
  const list = (): Row => {
    const pending = clock.getDelayedCalls().map((call) => [nameOf(call), call.getTime()]);
    return [clock.seconds(), 'list', pending];
  };

  return unlessUnfit(() => {
    for (const operation of script) {
      perform(operation);
      rows.push(list());
    }
    return rows;
  });
}
