import type { PoolState, QueueState, SemaphoreState } from '#trace/runState.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { TraceEvent } from '#trace/readEvent.ts';
import { NONE } from '#trace/traceValue.ts';

import type { ObjectState } from './objectState.ts';

/** What instances share, while events are folded into it. */
export interface SharedFold {
  /** Applies an event; most leave it alone. */
  apply(event: TraceEvent): void;
  /** What it is now, independent of later events. */
  snapshot(): Pick<ObjectState, 'semaphores' | 'queues' | 'pool'>;
}

const EMPTY_QUEUE: QueueState = { stored: [], waiting: [] };

/** A fold of semaphores, queues and the thread pool that goes on from `start`. */
export function createSharedFold(header: TraceHeader, start: ObjectState): SharedFold {
  const semaphores = new Map(start.count === 0 ? allFree(header) : start.semaphores);
  const queues = new Map(start.queues);
  let { pool } = start;

  const resourceOf = ({ node }: TraceEvent): number => header.nodes[node]?.resource ?? -1;
  const changeSemaphore = (
    event: TraceEvent,
    change: (state: SemaphoreState) => SemaphoreState,
  ): void => {
    const node = resourceOf(event);
    const state = semaphores.get(node);
    if (state !== undefined) semaphores.set(node, change(state));
  };
  const changeQueue = (node: number, change: (state: QueueState) => QueueState): void => {
    queues.set(node, change(queues.get(node) ?? EMPTY_QUEUE));
  };
  const leaveLine = (event: TraceEvent): void => {
    changeSemaphore(event, (state) => ({ ...state, waiting: without(state.waiting, event) }));
    const node = resourceOf(event);
    if (queues.has(node)) {
      changeQueue(node, (state) => ({ ...state, waiting: without(state.waiting, event) }));
    }
  };

  return {
    apply(event) {
      const ref: InstanceRef = { node: event.node, instance: event.instance };
      switch (event.kind) {
        case 'acquireWaits':
          changeSemaphore(event, (state) => ({ ...state, waiting: [...state.waiting, ref] }));
          break;
        case 'acquired':
          changeSemaphore(event, ({ free, holders, waiting }) => ({
            free: free - 1,
            holders: [...holders, ref],
            waiting: without(waiting, ref),
          }));
          break;
        case 'released':
          changeSemaphore(event, ({ free, holders, waiting }) => ({
            free: free + 1,
            holders: without(holders, ref),
            waiting,
          }));
          break;
        case 'getWaits':
          changeQueue(resourceOf(event), (state) => ({
            ...state,
            waiting: [...state.waiting, ref],
          }));
          break;
        case 'put':
          changeQueue(event.node, (state) => ({
            ...state,
            stored: [...state.stored, event.value ?? NONE],
          }));
          break;
        case 'handed':
          changeQueue(event.node, ({ stored, waiting }) => ({ stored, waiting: waiting.slice(1) }));
          break;
        case 'got':
          changeQueue(resourceOf(event), ({ stored, waiting }) => ({
            stored: stored.slice(1),
            waiting: without(waiting, ref),
          }));
          break;
        case 'gaveUp':
          leaveLine(event);
          break;
        case 'queued':
        case 'assigned':
        case 'jobEnded':
          pool = changePool(pool, event, ref);
          break;
        default:
          break;
      }
    },
    snapshot: () => ({ semaphores: new Map(semaphores), queues: new Map(queues), pool }),
  };
}

function allFree(header: TraceHeader): ReadonlyMap<number, SemaphoreState> {
  return new Map(
    header.nodes.flatMap(({ tokens }, node) =>
      tokens === null ? [] : [[node, { free: tokens, holders: [], waiting: [] }]],
    ),
  );
}

function changePool(pool: PoolState, event: TraceEvent, ref: InstanceRef): PoolState {
  if (event.kind === 'queued') return { ...pool, queued: [...pool.queued, ref] };
  const workers = new Map(pool.workers);
  if (event.kind === 'assigned') workers.set(event.number ?? 0, ref);
  else workers.delete(event.number ?? 0);
  return { workers, queued: without(pool.queued, ref) };
}

function without(refs: readonly InstanceRef[], { node, instance }: InstanceRef): InstanceRef[] {
  return refs.filter((ref) => ref.node !== node || ref.instance !== instance);
}
