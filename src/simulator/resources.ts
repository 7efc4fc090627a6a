import {
  DeferredLock,
  DeferredSemaphore,
  type ConcurrencyPrimitive,
} from '#reactor/deferredLock.ts';
import { DeferredQueue } from '#reactor/deferredQueue.ts';
import type { Deferred } from '#reactor/deferred.ts';
import { KIND, type CodeWith } from '#trace/eventKinds.ts';
import { NO_INSTANCE, NO_LINK } from '#trace/traceHeader.ts';

import type { Instance } from './instance.ts';
import { toTraceValue } from './toTraceValue.ts';
import { runtimeOf, type World } from './world.ts';

/** Starts what takes a token of a semaphore, or an object of a queue. */
export interface Resources {
  guard(instance: Instance, semaphore: number): void;
  get(instance: Instance, queue: number): void;
}

/** Makes the semaphores and queues of a program, recorded: they are there before anything starts. */
export function createResources(world: World): Resources {
  const { recorder, owners, runtimes, functions } = world;
  /** Who asks now: a Deferred that has its result at once is the asker's before anybody sees it. */
  let asking: Instance | null = null;

  const ownerOf = (deferred: Deferred): Instance | null => {
    const owner = owners.ownerOf(deferred);
    if (owner !== null || asking === null) return owner;
    owners.adopt(asking, deferred);
    return asking;
  };
  const record = (kind: CodeWith<'none'>, deferred: Deferred): void => {
    const instance = ownerOf(deferred);
    if (instance !== null) instance.last = recorder.event(kind, instance);
  };
  const recordGot = (deferred: Deferred, object: unknown): void => {
    const instance = ownerOf(deferred);
    if (instance === null) return;
    instance.last = recorder.value(KIND.got, instance, toTraceValue(object));
  };
  const ask = (instance: Instance, make: () => Deferred): void => {
    const before = asking;
    asking = instance;
    try {
      const deferred = make();
      if (instance.deferred === null) owners.adopt(instance, deferred);
    } finally {
      asking = before;
    }
  };

  for (const runtime of runtimes) {
    const { node } = runtime;
    if (node.kind === 'semaphore') runtime.lock = recordedLock(node.tokens);
    if (node.kind === 'queue') {
      runtime.queue = recordedQueue(node.size, node.backlog, {
        node: runtime.index,
        instance: NO_INSTANCE,
      });
    }
  }

  return {
    guard(instance, semaphore) {
      const { lock } = runtimeOf(world, semaphore);
      const { own } = instance.owner.node;
      const call = (): unknown => {
        // What its function starts asks for itself.
        asking = null;
        return own === null ? null : functions.call(own, instance, NO_LINK);
      };
      if (lock !== null) ask(instance, () => lock.run(call));
    },
    get(instance, queue) {
      const { queue: found } = runtimeOf(world, queue);
      if (found !== null) ask(instance, () => found.get());
    },
  };

  function recordedLock(tokens: number): ConcurrencyPrimitive {
    const lock = tokens === 1 ? new DeferredLock() : new DeferredSemaphore(tokens);
    lock.probe = {
      queued: (_, acquire) => record(KIND.acquireWaits, acquire),
      taken: (_, acquire) => record(KIND.acquired, acquire),
      released: (_, __, acquire) => {
        if (acquire !== null) record(KIND.released, acquire);
      },
      removed: (_, acquire) => record(KIND.gaveUp, acquire),
    };
    return lock;
  }

  function recordedQueue(
    size: number | null,
    backlog: number | null,
    self: { readonly node: number; readonly instance: number },
  ): DeferredQueue {
    const queue = new DeferredQueue(size, backlog);
    queue.probe = {
      stored: (_, object) => {
        recorder.value(KIND.put, self, toTraceValue(object));
      },
      queued: (_, getter) => record(KIND.getWaits, getter),
      handed: (_, object, getter, from) => {
        if (from === 'put') recorder.value(KIND.handed, self, toTraceValue(object));
        recordGot(getter, object);
      },
      removed: (_, getter) => record(KIND.gaveUp, getter),
    };
    return queue;
  }
}
