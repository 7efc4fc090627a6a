import type { Seconds } from '#base/units.ts';

import type { InstanceRef } from './traceColumns.ts';
import type { TraceValue } from './traceValue.ts';

/** Why and how a run ended. */
export interface RunEnd {
  /**
   * `horizon`: simulated up to the horizon, more is pending; `stopped`: `reactor.stop()`;
   * `idle`: nothing is pending; `limit`: a budget was used up, and the run can go on from here.
   */
  readonly why: 'horizon' | 'stopped' | 'idle' | 'limit';
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
  /** All events of the run, or those at one virtual instant. */
  readonly what: 'events' | 'instant';
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
