import type { ProgramNodeOf } from '#program/program.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { cooperatorOn, type Cooperator } from '#reactor/cooperator.ts';
import { KIND } from '#trace/eventKinds.ts';
import { NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import { recordLogged } from './recordLogged.ts';
import { REACTOR_REF, type Recorder } from './recorder.ts';
import type { World } from './world.ts';
import type { Driver } from './driver.ts';

/** Starts the cooperative task of a node; all share one Cooperator. */
export type StartTask = (instance: Instance, node: ProgramNodeOf<'cooperate'>) => void;

/** Makes the Cooperator of the program when the first task needs it. */
export function createTasks(world: World): StartTask {
  const { driver, recorder, owners, functions } = world;
  let cooperator: Cooperator | null = null;

  return (instance, { count, own }) => {
    cooperator ??= recordedCooperator(driver, recorder);
    const task = cooperator.cooperate(steps());
    instance.task = task;
    let awaited: Deferred | null = null;
    task.probe = {
      waits: (_, on) => {
        awaited = on;
      },
      // A wait is a pause, too (C-6).
      paused: () => {
        if (awaited === null) recorder.event(KIND.pauseCalled, instance);
        else recorder.other(KIND.bodyWaits, instance, owners.ownerOf(awaited) ?? instance);
        awaited = null;
      },
      ended: () => {
        instance.last = recorder.value(KIND.ended, instance, null);
      },
      resumed: () => {
        instance.last = instance.resuming
          ? recorder.event(KIND.resumeCalled, instance)
          : recorder.value(KIND.wentOn, instance, null);
      },
    };
    owners.adopt(instance, task.whenDone());

    function* steps(): Generator<unknown, void> {
      const most = count ?? Number.POSITIVE_INFINITY;
      for (let made = 0; made < most; made += 1) {
        if (recorder.reached !== null) return;
        instance.ticks += 1;
        instance.last = recorder.number(KIND.stepped, instance, instance.ticks);
        yield own === null ? null : functions.call(own, instance, NO_LINK);
      }
    }
  };
}

/** A Cooperator on the program's clock whose ticks are recorded as the reactor's. */
function recordedCooperator(driver: Driver, recorder: Recorder): Cooperator {
  const { clock } = driver;
  return cooperatorOn({
    resolution: clock.resolution,
    seconds: () => clock.seconds(),
    readStamp: () => clock.readStamp(),
    callLater(delay, tick, stamp) {
      const call = clock.callLater(
        delay,
        () => {
          const began = recorder.event(KIND.tickBegan, REACTOR_REF);
          recordLogged(recorder, REACTOR_REF, began, tick);
        },
        stamp,
      );
      recorder.number(KIND.tickPlanned, REACTOR_REF, call.getTime());
      call.probe = {
        cancelled: () => {
          recorder.event(KIND.tickCancelled, REACTOR_REF);
        },
      };
      return call;
    },
  });
}
