import type { Seconds } from '#base/units.ts';
import type { ProgramNodeOf } from '#program/program.ts';
import type { Deferred } from '#reactor/deferred.ts';
import type { Failure } from '#reactor/failure.ts';
import { LoopingCall, type LoopingCallProbe } from '#reactor/loopingCall.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import { requireNewest, type Instance, type NodeRuntime } from './instance.ts';
import type { Owners } from './owners.ts';
import { recordedClock } from './recordedClock.ts';
import type { Recorder } from './recorder.ts';
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
    if (missed > 0) recorder.number(KIND.skipped, running, missed);
    running.lastDue = due;
  };
  const clock = recordedClock(driver, recorder, instance, recordSkipped);
  const body = (count?: number): unknown =>
    own === null ? null : functions.call(own, instance(), NO_LINK, count);

  const loop = withCount
    ? LoopingCall.withCount(clock, body)
    : new LoopingCall(clock, () => body());
  loop.probe = new RecordedLoop(owner, recorder, owners);
  return loop;
}

/** Records what a loop does in the name of the newest instance of its node. */
class RecordedLoop implements LoopingCallProbe {
  readonly #owner: NodeRuntime;
  readonly #recorder: Recorder;
  readonly #owners: Owners;
  #failing = false;

  constructor(owner: NodeRuntime, recorder: Recorder, owners: Owners) {
    this.#owner = owner;
    this.#recorder = recorder;
    this.#owners = owners;
  }

  get #instance(): Instance {
    return requireNewest(this.#owner);
  }

  starts(_: LoopingCall, deferred: Deferred): void {
    // Adopted before anything runs: the first tick may fail it inside start().
    this.#owners.adopt(this.#instance, deferred);
  }

  ticks(): void {
    const instance = this.#instance;
    instance.ticks += 1;
    instance.last = this.#recorder.number(KIND.ticked, instance, instance.ticks);
  }

  waits(_: LoopingCall, on: Deferred): void {
    const instance = this.#instance;
    this.#recorder.other(KIND.bodyWaits, instance, this.#owners.ownerOf(on) ?? instance);
  }

  looped(): void {
    this.#recorder.event(KIND.looped, this.#instance);
  }

  failed(_: LoopingCall, failure: Failure): void {
    this.#failing = true;
    this.#recorder.value(KIND.ended, this.#instance, toTraceValue(failure));
  }

  ended(): void {
    if (!this.#failing) this.#recorder.value(KIND.ended, this.#instance, null);
    this.#failing = false;
  }

  lost(_: LoopingCall, failure: Failure): void {
    this.#failing = false;
    this.#recorder.value(KIND.reported, this.#instance, toTraceValue(failure));
  }
}
