import type { Seconds } from '#base/units.ts';

import type { InstanceState } from './instanceState.ts';
import { encodeInstance, type InstanceRef } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';

/**
 * The whole program after some event, as the trace tells it. Records are never changed in place:
 * an instance that is the same object as before has not changed.
 */
export interface RunState {
  /** How many events have happened. */
  readonly count: number;
  /** The virtual time of the last of them, or 0. */
  readonly time: Seconds;
  /** The instances that can still act, and the newest of each node, by {@link encodeInstance}. */
  readonly instances: ReadonlyMap<number, InstanceState>;
  /** The newest instance's number, by index of the node. */
  readonly newest: ReadonlyMap<number, number>;
  /** How often each function was called, by name. */
  readonly calls: ReadonlyMap<string, number>;
  /** The semaphores, by index of the node. */
  readonly semaphores: ReadonlyMap<number, SemaphoreState>;
  /** The queues, by index of the node. */
  readonly queues: ReadonlyMap<number, QueueState>;
  readonly pool: PoolState;
  /** When the Cooperator's next tick is due, or null. */
  readonly tickDue: Seconds | null;
  /** The number of reactor passes in which something ran, or of a test clock's advances. */
  readonly passes: number;
  readonly inPass: boolean;
  /** Whether `reactor.stop()` was called. */
  readonly stopRequested: boolean;
}

/** A semaphore: who has its tokens, and who waits for one, first come first. */
export interface SemaphoreState {
  readonly free: number;
  readonly holders: readonly InstanceRef[];
  readonly waiting: readonly InstanceRef[];
}

/** A queue: what is stored, oldest first, and who waits for an object, first come first. */
export interface QueueState {
  readonly stored: readonly TraceValue[];
  readonly waiting: readonly InstanceRef[];
}

/** The thread pool: which job each busy worker has, and the jobs that wait, first come first. */
export interface PoolState {
  readonly workers: ReadonlyMap<number, InstanceRef>;
  readonly queued: readonly InstanceRef[];
}

/** The newest instance of a node, or null where it was not started yet. */
export function newestInstance(state: RunState, node: number): InstanceState | null {
  const number = state.newest.get(node);
  if (number === undefined) return null;
  return state.instances.get(encodeInstance(node, number)) ?? null;
}

/** A call that the reactor has pending. */
export interface PendingCall {
  /** Whose it is; null: the Cooperator's next tick. */
  readonly of: InstanceRef | null;
  /** The chain link whose timeout it is, or null. */
  readonly link: number | null;
  readonly due: Seconds;
}

/** The reactor's pending calls, earliest first. */
export function pendingCalls(state: RunState): readonly PendingCall[] {
  const calls: PendingCall[] = [];
  for (const { node, instance, due, furtherDues, timeouts } of state.instances.values()) {
    const of = { node, instance };
    if (due !== null) calls.push({ of, link: null, due });
    for (const further of furtherDues) calls.push({ of, link: null, due: further });
    for (const timeout of timeouts) calls.push({ of, ...timeout });
  }
  if (state.tickDue !== null) calls.push({ of: null, link: null, due: state.tickDue });
  return calls.sort((a, b) => a.due - b.due);
}

/** The state before the first event, of a program without semaphores. */
export const EMPTY_STATE: RunState = {
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
