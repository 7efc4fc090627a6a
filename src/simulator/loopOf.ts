import type { Seconds } from '#base/units.ts';
import type { ProgramNodeOf } from '#program/program.ts';
import { LoopingCall } from '#reactor/loopingCall.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import { requireNewest, type Instance, type NodeRuntime } from './instance.ts';
import { recordedClock } from './recordedClock.ts';
import { toTraceValue } from './toTraceValue.ts';
import type { World } from './world.ts';

/** The LoopingCall of a node, recorded: it is made once, at program begin. */
export function loopOf(
  { driver, recorder, owners, functions }: World,
  owner: NodeRuntime,
  { own, interval, withCount }: ProgramNodeOf<'loopingCall'>,
): LoopingCall {
  const instance = (): Instance => requireNewest(owner);
  const recordSkipped = (running: Instance, due: Seconds): void => {
    const missed = interval === 0 ? 0 : Math.round((due - running.lastDue) / interval) - 1;
    if (missed > 0) recorder.event('skipped', running, missed);
    running.lastDue = due;
  };
  const clock = recordedClock(driver, recorder, instance, recordSkipped);
  const body = (count?: number): unknown =>
    own === null ? null : functions.call(own, instance(), NO_LINK, count);

  const loop = withCount
    ? LoopingCall.withCount(clock, body)
    : new LoopingCall(clock, () => body());
  let failing = false;
  loop.probe = {
    // Adopted before anything runs: the first tick may fail it inside start().
    starts: (_, deferred) => owners.adopt(instance(), deferred),
    ticks: () => {
      const ticking = instance();
      ticking.ticks += 1;
      ticking.last = recorder.event('ticked', ticking, ticking.ticks);
    },
    waits: (_, on) => {
      recorder.event('bodyWaits', instance(), owners.ownerOf(on) ?? instance());
    },
    looped: () => {
      recorder.event('looped', instance());
    },
    failed: (_, failure) => {
      failing = true;
      recorder.event('ended', instance(), toTraceValue(failure));
    },
    ended: () => {
      if (!failing) recorder.event('ended', instance());
      failing = false;
    },
    lost: (_, failure) => {
      failing = false;
      recorder.event('reported', instance(), toTraceValue(failure));
    },
  };
  return loop;
}
