import type { Seconds } from '#base/units.ts';
import type { LinkFunction } from '#reactor/deferred.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';
import { KIND } from '#trace/eventKinds.ts';

import type { Instance } from './instance.ts';
import { recordLogged } from './recordLogged.ts';
import { toTraceValue } from './toTraceValue.ts';
import type { World } from './world.ts';

/** Attaches the links of a node's chain to the Deferred of an instance, in order. */
export function attachChain(world: World, instance: Instance): void {
  const { owners, functions } = world;
  instance.owner.node.chain.forEach(({ callback, errback, timeout }, link) => {
    if (timeout !== null) {
      instance.deferred?.addTimeout(timeout, timeoutClock(world, instance, link));
    }
    const side =
      (f: number | null): LinkFunction =>
      (result) =>
        f === null
          ? pass(world, instance, link, result)
          : functions.call(f, instance, link, result);
    const sides = [side(callback), side(errback)] as const;
    for (const recorded of sides) owners.recordsItself(recorded);
    instance.deferred?.addCallbacks(...sides);
  });
}

/** The result goes by a link that has nothing on its rail, or by a timeout. */
function pass({ recorder }: World, instance: Instance, link: number, result: unknown): unknown {
  instance.last = recorder.value(KIND.passed, instance, toTraceValue(result), link, instance.last);
  return result;
}

/** A clock for the timer of a timeout, which is recorded as that of its link. */
function timeoutClock({ driver, recorder }: World, instance: Instance, link: number): IReactorTime {
  const { clock } = driver;
  return {
    resolution: clock.resolution,
    seconds: () => clock.seconds(),
    readStamp: () => clock.readStamp(),
    callLater(delay: Seconds, cancel, stamp) {
      const call = clock.callLater(
        delay,
        () => {
          const timedOut = recorder.event(KIND.timedOut, instance, link, set);
          // A canceller that raises raises out of the timer.
          recordLogged(recorder, instance, timedOut, cancel);
        },
        stamp,
      );
      const set = recorder.number(KIND.timeoutSet, instance, call.getTime(), link);
      call.probe = {
        cancelled: () => {
          recorder.event(KIND.timeoutCleared, instance, link);
        },
      };
      return call;
    },
  };
}
