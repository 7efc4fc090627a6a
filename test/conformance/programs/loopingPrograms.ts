import type { Seconds } from '#base/units.ts';
import { Clock } from '#reactor/clock.ts';
import { Deferred } from '#reactor/deferred.ts';
import { Failure } from '#reactor/failure.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';

import { Boom, outcomeOf, type Outcome, type Row } from './program.ts';

/** What one run of the loop's function does: return, wait so many seconds, or what it says. */
export type BodyRun = null | Seconds | 'raise' | 'stop' | 'reset';

/** An operation of the kind `looping`. */
export type LoopOperation =
  | readonly ['advance', Seconds]
  | readonly ['start', interval: Seconds, now: boolean]
  | readonly ['stop' | 'reset'];

export interface LoopingScript {
  /** Whether the loop is made by `withCount`. */
  readonly count: boolean;
  readonly lasts: readonly BodyRun[];
  readonly ops: readonly LoopOperation[];
}

/** Runs a program of the kind `looping`: one LoopingCall on a Clock. */
export function runLoopingProgram({ count, lasts, ops }: LoopingScript): Outcome {
  const clock = new Clock();
  const bodyRuns = lasts.values();
  const rows: Row[] = [];

  const body = (passed: number): unknown => {
    rows.push(count ? [clock.seconds(), 'run', passed] : [clock.seconds(), 'run']);
    const does = bodyRuns.next().value ?? null;
    if (does === 'raise') throw new Boom('body');
    if (does === 'stop') loop.stop();
    else if (does === 'reset') loop.reset();
    else if (does !== null) {
      const deferred = new Deferred();
      clock.callLater(does, () => deferred.callback(null));
      return deferred;
    }
    return null;
  };
  const ended = (result: unknown): null => {
    const how = result instanceof Failure ? `!${result.typeName}` : 'ok';
    rows.push([clock.seconds(), 'end', how]);
    return null;
  };
  const perform = (operation: LoopOperation): void => {
    switch (operation[0]) {
      case 'advance':
        clock.advance(operation[1]);
        return;
      case 'start':
        loop.start(operation[1], operation[2]).addBoth(ended);
        return;
      default:
        loop[operation[0]]();
    }
  };

  const loop = count ? LoopingCall.withCount(clock, body) : new LoopingCall(clock, body);
  for (const operation of ops) {
    const outcome = outcomeOf(() => perform(operation));
    const pending = loop.call?.getTime() ?? null;
    rows.push([clock.seconds(), operation[0], outcome, loop.running, pending]);
  }
  return rows;
}
