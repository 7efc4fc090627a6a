import type { Seconds } from '#base/units.ts';

import type { InstanceState } from './instanceState.ts';
import type { InstanceRef } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';

/**
 * The whole program after some event, as the trace tells it. It stays as it is, whatever is asked of
 * the trace afterwards. Records are made when they are asked for, and never changed in place: what
 * has not changed since another state of the same cursor is the same object.
 */
export interface RunState {
  /** How many events have happened. */
  readonly count: number;
  /** The virtual time of the last of them, or 0. */
  readonly time: Seconds;
  /** How many instances there are in {@link instances}. */
  readonly instanceCount: number;
  /** The instances that can still act, and the newest of each node, in the order of their start. */
  instances(): readonly InstanceState[];
  /** Those of a node. */
  instancesOf(node: number): readonly InstanceState[];
  /** The newest instance of a node, or null where it was not started yet. */
  newest(node: number): InstanceState | null;
  /** How often a function was called. */
  calls(name: string): number;
  /** A semaphore by the index of its node; null where that is none. */
  semaphore(node: number): SemaphoreState | null;
  /** A queue by the index of its node; null where that is none. */
  queue(node: number): QueueState | null;
  readonly pool: PoolState;
  /**
   * The reactor's pending calls, earliest first; of those at one time, the one made first: a loop
   * stands at its grid points since it was started.
   */
  pendingCalls(): readonly PendingCall[];
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

/** A call that the reactor has pending. */
export interface PendingCall {
  /** Whose it is; null: the Cooperator's next tick. */
  readonly of: InstanceRef | null;
  /** The chain link whose timeout it is, or null. */
  readonly link: number | null;
  readonly due: Seconds;
}
