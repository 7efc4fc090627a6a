import type { Seconds } from '#base/units.ts';

import type { InstanceRef } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';

/**
 * One start of a node. Records are never changed in place: one that is the same object as before
 * has not changed.
 */
export interface InstanceState {
  readonly node: number;
  readonly instance: number;
  readonly startedAt: Seconds;
  /** When its pending delayed call is due, or null. */
  readonly due: Seconds | null;
  /**
   * When further calls of a loop are due: one that is stopped and started again inside its own run
   * has two pending, as in Twisted.
   */
  readonly furtherDues: readonly Seconds[];
  /** How late its last delayed call ran. */
  readonly lateness: Seconds;
  /** The functions it is inside of, outermost first. */
  readonly inside: readonly EnteredFunction[];
  /** Until when its last block lasts: of the reactor, or of the worker that runs its job. */
  readonly blockedUntil: Seconds | null;
  /** Whether its delayed call has run. */
  readonly ran: boolean;
  /** Whether its delayed call was cancelled. */
  readonly unscheduled: boolean;
  /** Its Deferred; null for a kind that gives none. */
  readonly deferred: DeferredState | null;
  /** The pending timers of its timeout links, in the order of their making. */
  readonly timeouts: readonly PendingTimeout[];
  /** Its loop; null for other kinds. */
  readonly loop: LoopState | null;
  /** Its coroutine; null for other kinds. */
  readonly body: BodyState | null;
  /** Its cooperative task; null for other kinds. */
  readonly task: TaskState | null;
  /** Its job for the thread pool; null for other kinds. */
  readonly job: JobState | null;
  /** How a guarded call stands to its token, or a get to its object; null for other kinds. */
  readonly turn: TurnState | null;
  /** Whether a service runs; false for other kinds. */
  readonly running: boolean;
}

/** A function that has been entered and not left. */
export interface EnteredFunction {
  readonly name: string;
  readonly link: number;
  /** The sequence number of its `entered`. */
  readonly entered: number;
  readonly input: TraceValue | null;
}

/** The timer of a timeout link. */
export interface PendingTimeout {
  readonly link: number;
  readonly due: Seconds;
}

/** The inside of a Deferred. */
export interface DeferredState {
  readonly called: boolean;
  /** Its current result, or null: not fired, or waiting. */
  readonly result: TraceValue | null;
  /** How many links of its chain it has behind it. */
  readonly place: number;
  /** What it waits for; itself: for a Deferred that is no node's, such as the rest of its coroutine. */
  readonly waitsOn: InstanceRef | null;
  readonly cancelled: boolean;
  /** Its result went to a Deferred that waited for it. */
  readonly taken: boolean;
  /** A failure has passed the last link, and nobody has handled it. */
  readonly unhandled: boolean;
  /** That failure was reported: Twisted has written "Unhandled error in Deferred". */
  readonly reported: boolean;
  /** How often `pause()` was called on it without `unpause()`. */
  readonly pauses: number;
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

/** The inside of a coroutine. */
export interface BodyState {
  /** The Deferred that it awaits. */
  readonly waitsOn: InstanceRef | null;
}

/** The inside of a cooperative task. */
export interface TaskState {
  readonly steps: number;
  /** The Deferred that its last step gave, while it waits for that. */
  readonly waitsOn: InstanceRef | null;
  /** How often it is paused without being resumed, a wait included (C-7). */
  readonly pauses: number;
  readonly ended: boolean;
}

/** Where a job for the thread pool is. */
export interface JobState {
  readonly is: 'given' | 'queued' | 'running' | 'done';
  /** The worker that has it, or had it. */
  readonly worker: number | null;
}

/** Waiting in line, with a token, done with it, with an object, or gone from the line. */
export type TurnState = 'waits' | 'has' | 'released' | 'got' | 'gaveUp';
