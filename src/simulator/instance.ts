import type { Seconds } from '#base/units.ts';
import type { ProgramNode } from '#program/program.ts';
import type { CooperativeTask } from '#reactor/cooperativeTask.ts';
import type { Deferred } from '#reactor/deferred.ts';
import type { ConcurrencyPrimitive } from '#reactor/deferredLock.ts';
import type { DeferredQueue } from '#reactor/deferredQueue.ts';
import type { DelayedCall } from '#reactor/delayedCall.ts';
import type { LoopingCall } from '#reactor/loopingCall.ts';
import { NO_CAUSE } from '#trace/traceHeader.ts';

/** A node of the running program. */
export interface NodeRuntime {
  readonly index: number;
  readonly node: ProgramNode;
  /** How often it was started. */
  starts: number;
  /** The last one that was started, bound or just being started. */
  newest: Instance | null;
  /** What the node's name is bound to, as a Python attribute would be; null before the first start. */
  bound: Instance | null;
  /** All instances of its last start: an outside event has one for each moment. */
  moments: readonly Instance[];
  /** The LoopingCall of the node, made at program begin; null for other kinds. */
  loop: LoopingCall | null;
  /** The lock or semaphore that the node is, or null. */
  lock: ConcurrencyPrimitive | null;
  /** The queue that the node is, or null. */
  queue: DeferredQueue | null;
}

/** One start of a node. */
export interface Instance {
  readonly owner: NodeRuntime;
  /** The node's index: with `instance`, what the trace knows it by. */
  readonly node: number;
  readonly instance: number;
  deferred: Deferred | null;
  call: DelayedCall | null;
  task: CooperativeTask | null;
  /** The event that made its pending call: the cause of its run. */
  scheduled: number;
  /** The last event of its chain: the cause of the next. */
  last: number;
  /** The result of its Deferred that the trace knows of. */
  shown: unknown;
  /** Whether its own function, which its Deferred calls, was left just now: the trace has its result. */
  leftOwn: boolean;
  /** How many ticks its loop has made, or steps its task. */
  ticks: number;
  /** The due time of its loop's last run, to tell which grid points it passes over. */
  lastDue: Seconds;
  /** Whether it is being started: its name is not bound yet. */
  starting: boolean;
  /** Whether a step resumes its task: it is not what the task waited for. */
  resuming: boolean;
}

/** A node before anything was started. */
export function newRuntime(node: ProgramNode, index: number): NodeRuntime {
  return {
    index,
    node,
    starts: 0,
    newest: null,
    bound: null,
    moments: [],
    loop: null,
    lock: null,
    queue: null,
  };
}

/** A new instance of a node at a virtual time: numbered from 1, the newest, not bound yet. */
export function newInstance(owner: NodeRuntime, now: Seconds): Instance {
  owner.starts += 1;
  const instance: Instance = {
    owner,
    node: owner.index,
    instance: owner.starts,
    deferred: null,
    call: null,
    task: null,
    scheduled: NO_CAUSE,
    last: NO_CAUSE,
    shown: undefined,
    leftOwn: false,
    ticks: 0,
    lastDue: now,
    starting: true,
    resuming: false,
  };
  owner.newest = instance;
  return instance;
}

/** The last instance that was started. @throws Error where there is none: something ran too early. */
export function requireNewest(owner: NodeRuntime): Instance {
  if (owner.newest === null) throw new Error(`${owner.node.id} was never started.`);
  return owner.newest;
}
