import { RuntimeError } from '#reactor/errors.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { KIND, type CodeWith } from '#trace/eventKinds.ts';

import { attachChain } from './attachChain.ts';
import { newInstance, newRuntime, type Instance, type NodeRuntime } from './instance.ts';
import { createJobs } from './jobs.ts';
import { loopOf } from './loopOf.ts';
import type { NodeActions } from './nodeActions.ts';
import { createResources } from './resources.ts';
import { startMembers, stopMembers } from './services.ts';
import type { Starter } from './starter.ts';
import { gatherMembers, startKind } from './startKind.ts';
import { createTasks } from './tasks.ts';
import { runtimeOf, type World } from './world.ts';

/** The nodes of a running program. */
export interface RunningNodes {
  readonly runtimes: readonly NodeRuntime[];
  readonly actions: NodeActions;
  /** Makes the objects that exist before anything is started, and what starts the rest. */
  prepare(): Starter;
}

/** Makes the nodes of a program; `worldOf` gives the rest of it, which needs them in turn. */
export function createNodes(nodes: World['program']['nodes'], worldOf: () => World): RunningNodes {
  const runtimes: readonly NodeRuntime[] = nodes.map(newRuntime);
  const runtime = (index: number): NodeRuntime => runtimeOf({ runtimes }, index);
  const bound = (index: number): Instance => {
    const { bound: instance, node } = runtime(index);
    if (instance === null) throw new RuntimeError(`${node.id} has not been started`);
    return instance;
  };
  /** Records that something is asked of an instance, and does it with that as the cause. */
  const asked = (kind: CodeWith<'none'>, instance: Instance, act: () => void): void => {
    const { recorder } = worldOf();
    recorder.within(recorder.event(kind, instance), act);
  };
  let starter: Starter | null = null;

  const actions: NodeActions = {
    start: (index) => start(runtime(index)),
    stop: (index) => stop(runtime(index)),
    cancel(index) {
      const instance = bound(index);
      const { deferred, call } = instance;
      // A call that is not pending refuses: nothing was cancelled then.
      if (deferred === null && call?.active() === false) call.cancel();
      asked(KIND.cancelled, instance, () => {
        if (deferred === null) call?.cancel();
        else deferred.cancel();
      });
    },
    pause(index) {
      const { task, deferred } = bound(index);
      if (task === null) deferred?.pause();
      else task.pause();
    },
    resume(index) {
      const instance = bound(index);
      const { task, deferred } = instance;
      if (task === null) deferred?.unpause();
      else {
        instance.resuming = true;
        try {
          task.resume();
        } finally {
          instance.resuming = false;
        }
      }
    },
    reset(index, seconds) {
      if (seconds === null) runtime(index).loop?.reset();
      else bound(index).call?.reset(seconds);
    },
    delay: (index, seconds) => bound(index).call?.delay(seconds),
    put: (index, value) => runtime(index).queue?.put(value),
    deferredOf(index) {
      const { deferred, owner } = bound(index);
      if (deferred === null) throw new Error(`${owner.node.id} gives no Deferred.`);
      return deferred;
    },
    ownerOf: (deferred) => worldOf().owners.ownerOf(deferred),
  };

  return {
    runtimes,
    actions,
    prepare() {
      const world = worldOf();
      const jobs = createJobs(world);
      starter = { resources: createResources(world), startTask: createTasks(world), jobs };
      for (const owner of runtimes) {
        if (owner.node.kind === 'loopingCall') owner.loop = loopOf(world, owner, owner.node);
      }
      jobs?.begin();
      return starter;
    },
  };

  function start(owner: NodeRuntime): Deferred | null {
    const world = worldOf();
    const { loop, node } = owner;
    // A running loop refuses: there is no new instance then.
    if (loop?.running === true && node.kind === 'loopingCall') {
      return loop.start(node.interval, node.now);
    }
    const members = node.kind === 'deferredList' ? gatherMembers(world, node) : [];
    const moments = node.kind === 'outsideEvent' ? node.at : [null];
    const before = owner.moments;
    const instances = moments.map((moment) => startInstance(owner, members, moment));
    owner.moments = instances;
    owner.bound = instances.at(-1) ?? null;
    for (const instance of instances) instance.starting = false;
    for (const instance of before) world.owners.release(instance);
    if (node.kind === 'service') startMembers(world, node);
    return owner.bound?.deferred ?? null;
  }

  function startInstance(
    owner: NodeRuntime,
    members: readonly Deferred[],
    moment: number | null,
  ): Instance {
    const world = worldOf();
    if (starter === null) throw new Error('The nodes were not prepared.');
    const { recorder, driver } = world;
    refuseUnderflow(owner);
    const instance = newInstance(owner, driver.seconds());
    const parts = starter;
    recorder.within(recorder.event(KIND.started, instance), () => {
      startKind(world, parts, instance, members, moment);
      attachChain(world, instance);
    });
    return instance;
  }

  /** A queue that refuses a get makes no Deferred, and so no instance. @throws QueueUnderflow */
  function refuseUnderflow({ node }: NodeRuntime): void {
    if (node.kind !== 'queueGet') return;
    const { queue } = runtime(node.queue);
    if (queue === null || queue.backlog === null || queue.pending.length > 0) return;
    if (queue.waiting.length >= queue.backlog) queue.get();
  }

  function stop(owner: NodeRuntime): void {
    const { loop, newest, node, index } = owner;
    switch (node.kind) {
      case 'service':
        if (newest === null) stopMembers(worldOf(), node);
        else asked(KIND.stopped, newest, () => stopMembers(worldOf(), node));
        break;
      case 'cooperate': {
        const instance = bound(index);
        asked(KIND.stopped, instance, () => instance.task?.stop());
        break;
      }
      default:
        if (loop === null) throw new Error(`${node.id} is a ${node.kind} and cannot be stopped.`);
        if (newest === null || !loop.running) loop.stop();
        else asked(KIND.stopped, newest, () => loop.stop());
    }
  }
}
