import type { Seconds } from '#base/units.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import type { Reactor } from '#reactor/reactor.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import { requireNewest, type Instance, type NodeRuntime } from './instance.ts';
import type { Owners } from './owners.ts';
import { recordedClock } from './recordedClock.ts';
import type { Recorder } from './recorder.ts';
import type { CallFunction } from './runFunction.ts';

/** The LoopingCall of a node, recorded: it is made once, at program begin. */
export function loopOf(
  owner: NodeRuntime,
  reactor: Reactor,
  recorder: Recorder,
  owners: Owners,
  callFunction: CallFunction,
): LoopingCall {
  const { own, seconds: interval, withCount } = owner.node;
  const instance = (): Instance => requireNewest(owner);
  const recordSkipped = (running: Instance, due: Seconds): void => {
    const missed = interval === 0 ? 0 : Math.round((due - running.lastDue) / interval) - 1;
    if (missed > 0) recorder.event('skipped', running, missed);
    running.lastDue = due;
  };
  const clock = recordedClock(reactor, recorder, instance, recordSkipped);
  const body = (count?: number): unknown =>
    own === null ? null : callFunction(own, instance(), NO_LINK, count);

  const loop = withCount
    ? LoopingCall.withCount(clock, body)
    : new LoopingCall(clock, () => body());
  loop.probe = {
    // Adopted before anything runs: the first tick may fail it inside start().
    starts: (_, deferred) => owners.adopt(instance(), deferred),
    ticks: () => {
      const ticking = instance();
      ticking.ticks += 1;
      ticking.last = recorder.event('ticked', ticking, ticking.ticks);
    },
    waits: (_, on) => {
      const other = owners.ownerOf(on);
      if (other !== null) recorder.event('bodyWaits', instance(), other);
    },
    looped: () => {
      recorder.event('looped', instance());
    },
  };
  return loop;
}
