import type { Seconds } from '#base/units.ts';
import type { DelayedCall, DelayedCallProbe } from '#reactor/delayedCall.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';
import { KIND } from '#trace/eventKinds.ts';
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
  const plan = (delay: Seconds): Instance => {
    const instance = instanceNow();
    onPlan?.(instance, driver.nominal(driver.seconds() + delay));
    return instance;
  };
  const again: IReactorTime['callAgain'] = (call, delay, stamp) => {
    const { probe } = call;
    if (!(probe instanceof RecordedCall)) throw new Error('A call of another clock is used again.');
    const instance = plan(delay);
    clock.callAgain?.(call, delay, stamp);
    probe.planned(call, instance);
    return call;
  };
  return {
    resolution: clock.resolution,
    seconds: () => clock.seconds(),
    readStamp: () => clock.readStamp(),
    callLater(delay, f, stamp) {
      const recorded = new RecordedCall(driver, recorder, plan(delay));
      const call = clock.callLater(delay, () => recorded.run(call, f), stamp);
      call.probe = recorded;
      recorded.planned(call, recorded.owner);
      return call;
    },
    ...(clock.callAgain === undefined ? {} : { callAgain: again }),
  };
}

/** Records a delayed call, in the name of whose it is: the call of a loop is armed again for each tick. */
class RecordedCall implements DelayedCallProbe {
  owner: Instance;
  readonly #driver: Driver;
  readonly #recorder: Recorder;

  constructor(driver: Driver, recorder: Recorder, owner: Instance) {
    this.owner = owner;
    this.#driver = driver;
    this.#recorder = recorder;
  }

  /** The call is pending, as that of an instance. */
  planned(call: DelayedCall, instance: Instance): void {
    if (this.owner !== instance) this.owner.call = null;
    this.owner = instance;
    instance.call = call;
    this.moved(call);
  }

  cancelled(): void {
    this.#recorder.event(KIND.unscheduled, this.owner);
  }

  moved(call: DelayedCall): void {
    const { owner } = this;
    owner.scheduled = this.#recorder.number(KIND.scheduled, owner, call.getTime());
  }

  /** Makes the call. What leaves it is recorded in the instance's name, then logged. */
  run(call: DelayedCall, f: () => unknown): void {
    const { owner } = this;
    if (this.#recorder.reached !== null) throw new RunOver();
    const late = this.#driver.seconds() - call.getTime();
    const lateness = late > 0 ? this.#driver.nominal(late) : 0;
    owner.last = this.#recorder.number(KIND.ran, owner, lateness, NO_LINK, owner.scheduled);
    recordLogged(this.#recorder, owner, owner.last, f);
  }
}
