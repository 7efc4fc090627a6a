import type { Seconds } from '#base/units.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import { toFailure } from '#reactor/failure.ts';
import type { Reactor } from '#reactor/reactor.ts';
import type { IReactorTime } from '#reactor/reactorTime.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import type { Recorder } from './recorder.ts';
import { toTraceValue } from './toTraceValue.ts';

/** A clock that records the calls it makes as those of an instance, asked for at each call. */
export function recordedClock(
  reactor: Reactor,
  recorder: Recorder,
  instanceNow: () => Instance,
  onPlan?: (instance: Instance, due: Seconds) => void,
): IReactorTime {
  return {
    resolution: reactor.resolution,
    seconds: () => reactor.seconds(),
    readStamp: () => reactor.readStamp(),
    callLater(delay, f, stamp) {
      const instance = instanceNow();
      onPlan?.(instance, reactor.nominal(reactor.seconds() + delay));
      const call = reactor.callLater(
        delay,
        () => runCall(reactor, recorder, instance, call, f),
        stamp,
      );
      instance.call = call;
      instance.scheduled = recorder.event('scheduled', instance, call.getTime());
      call.probe = {
        cancelled: () => {
          recorder.event('unscheduled', instance);
        },
      };
      return call;
    },
  };
}

/** Makes a delayed call. What leaves it is recorded in the instance's name, then logged. */
function runCall(
  reactor: Reactor,
  recorder: Recorder,
  instance: Instance,
  call: DelayedCall,
  f: () => unknown,
): void {
  const late = Math.max(0, reactor.nominal(reactor.seconds() - call.getTime()));
  instance.last = recorder.event('ran', instance, late, NO_LINK, instance.scheduled);
  try {
    recorder.within(instance.last, f);
  } catch (thrown) {
    recorder.event(
      'loggedError',
      instance,
      toTraceValue(toFailure(thrown)),
      NO_LINK,
      instance.last,
    );
    throw thrown;
  }
}
