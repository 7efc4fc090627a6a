import type { JsonObject } from '#base/json.ts';
import { DeferredLock, DeferredSemaphore } from '#reactor/deferredLock.ts';
import { DeferredQueue } from '#reactor/deferredQueue.ts';

import type { PrimitiveOperation } from './deferredOperation.ts';
import type { DeferredWorld } from './deferredWorld.ts';
import { outcomeOf } from './program.ts';

/** Does an operation on a lock, a semaphore or a queue; one that was not made is passed over. */
export function performOnPrimitive(world: DeferredWorld, operation: PrimitiveOperation): void {
  const { rows, locks, queues } = world;
  const [, name] = operation;
  switch (operation[0]) {
    case 'lock':
      locks.set(name, new DeferredLock());
      return;
    case 'semaphore':
      locks.set(name, new DeferredSemaphore(operation[2]));
      return;
    case 'queue':
      queues.set(name, new DeferredQueue(operation[2], operation[3]));
      return;
    case 'put':
    case 'get': {
      const queue = queues.get(name);
      if (queue === undefined) return;
      const outcome = outcomeOf(() => {
        if (operation[0] === 'put') queue.put(operation[2]);
        else world.deferreds.set(operation[2], queue.get());
      });
      rows.push([operation[0], name, outcome]);
      return;
    }
    default: {
      const lock = locks.get(name);
      if (lock === undefined) return;
      const outcome = outcomeOf(() => useLock(world, lock, operation));
      rows.push([operation[0], name, outcome]);
    }
  }
}

function useLock(
  world: DeferredWorld,
  lock: DeferredLock | DeferredSemaphore,
  operation: Extract<PrimitiveOperation, readonly ['acquire' | 'run' | 'release', ...unknown[]]>,
): void {
  if (operation[0] === 'release') {
    lock.release();
    return;
  }
  const [, , id] = operation;
  // It can be named only when this has returned.
  const deferred =
    operation[0] === 'acquire'
      ? lock.acquire()
      : lock.run(() => {
          world.rows.push(['runs', id]);
          return world.act(operation[3], null);
        });
  world.deferreds.set(id, deferred);
}

/** What is free and who waits, of each; null where the program has none. */
export function showPrimitives({ locks, queues, show }: DeferredWorld): JsonObject | null {
  if (locks.size === 0 && queues.size === 0) return null;
  return Object.fromEntries([
    ...[...locks].map(([name, lock]) => [
      name,
      [lock instanceof DeferredLock ? (lock.locked ? 0 : 1) : lock.tokens, show(lock.waiting)],
    ]),
    ...[...queues].map(([name, { pending, waiting }]) => [name, [show(pending), show(waiting)]]),
  ]) as JsonObject;
}
