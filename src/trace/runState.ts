import type { Seconds } from '#base/units.ts';

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
  /** The number of reactor passes in which something ran. */
  readonly passes: number;
  readonly inPass: boolean;
  /** Whether `reactor.stop()` was called. */
  readonly stopRequested: boolean;
}

/** One start of a node. */
export interface InstanceState {
  readonly node: number;
  readonly instance: number;
  readonly startedAt: Seconds;
  /** When its pending delayed call is due, or null. */
  readonly due: Seconds | null;
  /** When that call was made. */
  readonly dueSince: Seconds;
  /** How late its last delayed call ran. */
  readonly lateness: Seconds;
  /** The functions it is inside of, outermost first. */
  readonly inside: readonly EnteredFunction[];
  /** Until when its last block lasts; the reactor does nothing else before. */
  readonly blockedUntil: Seconds | null;
  /** Whether its delayed call has run. */
  readonly ran: boolean;
  /** Whether its delayed call was cancelled. */
  readonly unscheduled: boolean;
  /** Its Deferred; null for a kind that gives none. */
  readonly deferred: DeferredState | null;
  /** Its loop; null for other kinds. */
  readonly loop: LoopState | null;
}

/** A function that has been entered and not left. */
export interface EnteredFunction {
  readonly name: string;
  readonly link: number;
  /** The sequence number of its `entered`. */
  readonly entered: number;
  readonly input: TraceValue | null;
}

/** The inside of a Deferred. */
export interface DeferredState {
  readonly called: boolean;
  /** Its current result, or null: not fired, or waiting. */
  readonly result: TraceValue | null;
  /** How many links of its chain it has behind it. */
  readonly place: number;
  /** What it waits for. */
  readonly waitsOn: InstanceRef | null;
  readonly cancelled: boolean;
  /** Its result went to a Deferred that waited for it. */
  readonly taken: boolean;
  /** A failure has passed the last link, and nobody has handled it. */
  readonly unhandled: boolean;
}

/** The inside of a LoopingCall. */
export interface LoopState {
  readonly running: boolean;
  /** Whether its function's failure has ended it. */
  readonly failed: boolean;
  readonly ticks: number;
  readonly skipped: number;
  /** The Deferred that its function returned, while it waits for that. */
  readonly waitsOn: InstanceRef | null;
}

/** The newest instance of a node, or null where it was not started yet. */
export function newestInstance(state: RunState, node: number): InstanceState | null {
  const number = state.newest.get(node);
  if (number === undefined) return null;
  return state.instances.get(encodeInstance(node, number)) ?? null;
}

/** A call that the reactor has pending. */
export interface PendingCall {
  readonly node: number;
  readonly instance: number;
  readonly due: Seconds;
}

/** The reactor's pending calls, earliest first; calls due together in the order of their making. */
export function pendingCalls(state: RunState): readonly PendingCall[] {
  const calls: PendingCall[] = [];
  for (const { node, instance, due } of state.instances.values()) {
    if (due !== null) calls.push({ node, instance, due });
  }
  return calls.sort((a, b) => a.due - b.due);
}

/** The state before the first event. */
export const EMPTY_STATE: RunState = {
  count: 0,
  time: 0,
  instances: new Map(),
  newest: new Map(),
  calls: new Map(),
  passes: 0,
  inPass: false,
  stopRequested: false,
};
