import type { Seconds } from '#base/units.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Driver } from './driver.ts';
import type { Instance } from './instance.ts';
import { recordLogged } from './recordLogged.ts';
import { RunOver, type Recorder } from './recorder.ts';

/** A clock that records the calls it makes as those of an instance, asked for at each call. */
export function recordedClock(
  driver: Driver,
  recorder: Recorder,
  instanceNow: () => Instance,
  onPlan?: (instance: Instance, due: Seconds) => void,
): IReactorTime {
  const { clock } = driver;
  /** Whose each call is: the call of a loop is armed again for each tick. */
  const owners = new WeakMap<DelayedCall, Instance>();

  const planned = (call: DelayedCall, instance: Instance): DelayedCall => {
    const before = owners.get(call);
    if (before !== undefined && before !== instance) before.call = null;
    owners.set(call, instance);
    instance.call = call;
    instance.scheduled = recorder.event('scheduled', instance, call.getTime());
    return call;
  };
  const plan = (delay: Seconds): Instance => {
    const instance = instanceNow();
    onPlan?.(instance, driver.nominal(driver.seconds() + delay));
    return instance;
  };
  return {
    resolution: clock.resolution,
    seconds: () => clock.seconds(),
    readStamp: () => clock.readStamp(),
    callLater(delay, f, stamp) {
      const instance = plan(delay);
      const call = clock.callLater(
        delay,
        () => runCall(driver, recorder, owners.get(call) ?? instance, call, f),
        stamp,
      );
      call.probe = {
        cancelled: () => {
          recorder.event('unscheduled', owners.get(call) ?? instance);
        },
        moved: () => {
          const moving = owners.get(call) ?? instance;
          moving.scheduled = recorder.event('scheduled', moving, call.getTime());
        },
      };
      return planned(call, instance);
    },
    ...(clock.callAgain === undefined
      ? {}
      : {
          callAgain(call: DelayedCall, delay: Seconds, stamp: number): DelayedCall {
            const instance = plan(delay);
            return planned(clock.callAgain?.(call, delay, stamp) ?? call, instance);
          },
        }),
  };
}

/** Makes a delayed call. What leaves it is recorded in the instance's name, then logged. */
function runCall(
  driver: Driver,
  recorder: Recorder,
  instance: Instance,
  call: DelayedCall,
  f: () => unknown,
): void {
  if (recorder.reached !== null) throw new RunOver();
  const late = Math.max(0, driver.nominal(driver.seconds() - call.getTime()));
  instance.last = recorder.event('ran', instance, late, NO_LINK, instance.scheduled);
  recordLogged(recorder, instance, instance.last, f);
}
