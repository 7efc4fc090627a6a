import type { InstanceState } from '#trace/instanceState.ts';
import type { PoolState, QueueState, SemaphoreState } from '#trace/runState.ts';

/** The whole program after some event, in objects and maps. */
export interface ObjectState {
  readonly count: number;
  readonly time: number;
  /** By `encodeInstance`. */
  readonly instances: ReadonlyMap<number, InstanceState>;
  /** The newest instance's number, by index of the node. */
  readonly newest: ReadonlyMap<number, number>;
  readonly calls: ReadonlyMap<string, number>;
  readonly semaphores: ReadonlyMap<number, SemaphoreState>;
  readonly queues: ReadonlyMap<number, QueueState>;
  readonly pool: PoolState;
  readonly tickDue: number | null;
  readonly passes: number;
  readonly inPass: boolean;
  readonly stopRequested: boolean;
}

/** The state before the first event. */
export const EMPTY_STATE: ObjectState = {
  count: 0,
  time: 0,
  instances: new Map(),
  newest: new Map(),
  calls: new Map(),
  semaphores: new Map(),
  queues: new Map(),
  pool: { workers: new Map(), queued: [] },
  tickDue: null,
  passes: 0,
  inPass: false,
  stopRequested: false,
};
