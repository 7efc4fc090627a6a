import type { Seconds } from '#base/units.ts';

import type { InstanceRef } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';

/** Why and how a run ended. */
export interface RunEnd {
  /**
   * `horizon`: simulated up to the horizon, more is pending; `stopped`: `reactor.stop()`;
   * `idle`: nothing is pending; `limit`: a budget was used up; `halted`: the user has stopped the
   * simulation. After the last two, too, more is pending, and the run can go on from here.
   */
  readonly why: 'horizon' | 'stopped' | 'idle' | 'limit' | 'halted';
  /** The virtual time of the end. */
  readonly time: Seconds;
  /** The failures that nobody handled: what Twisted writes as "Unhandled error in Deferred". */
  readonly unhandled: readonly UnhandledError[];
  /** What was used up, where `why` is `limit`. */
  readonly limit: ReachedLimit | null;
}

/** A failure at the end of a Deferred's chain that nobody took. */
export interface UnhandledError extends InstanceRef {
  readonly error: TraceValue;
}

/** A budget that a run has used up. */
export interface ReachedLimit {
  /** All events of the run, those at one virtual instant, the pending calls, or the memory. */
  readonly what: 'events' | 'instant' | 'pending' | 'memory';
  /** How much of it there is: a number, or bytes. */
  readonly count: number;
  /** Whether the run can go on with a larger budget. */
  readonly canRaise: boolean;
  /** The nodes that made most of the last events, by index, the busiest first. */
  readonly nodes: readonly number[];
}

/** How far a run is. */
export type RunStatus =
  | { readonly state: 'running'; readonly time: Seconds }
  | { readonly state: 'ended'; readonly end: RunEnd }
  | { readonly state: 'broken'; readonly message: string };

/** Whether a run can go on from its end, once it is asked to: its failures may yet be handled. */
export function isPaused({ why }: RunEnd): boolean {
  return why === 'limit' || why === 'halted';
}
