import type { Json } from '#base/json.ts';
import type { Seconds } from '#base/units.ts';
import type { NodeKind, ScheduleError, When } from '#schedule/schema.ts';

export type { ScheduleError, When };

/** A schedule with every name resolved to an index: what a simulation runs. Plain data. */
export interface Program {
  readonly horizon: Seconds;
  readonly nodes: readonly ProgramNode[];
  readonly functions: readonly ProgramFunction[];
}

/** A node; its index in the program is its identity in the trace. */
export interface ProgramNode {
  /** The node's id in the schedule. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly starts: 'program' | 'never';
  /** The delay or the interval in virtual seconds; 0 for kinds without. */
  readonly seconds: Seconds;
  /** LoopingCall: whether the first call is at once. */
  readonly now: boolean;
  /** LoopingCall: whether its function gets the number of grid points passed. */
  readonly withCount: boolean;
  /** The function that the node calls itself (a Deferred: its canceller), or null. */
  readonly own: number | null;
  readonly chain: readonly ProgramLink[];
}

/** A link of a chain: the function on each rail, null where the rail runs through. */
export interface ProgramLink {
  readonly callback: number | null;
  readonly errback: number | null;
}

export interface ProgramFunction {
  readonly name: string;
  readonly steps: readonly ProgramStep[];
}

/** A step with its condition; `node` is an index of the program's nodes. */
export type ProgramStep = { readonly when: When | null } & (
  | { readonly do: 'block'; readonly seconds: Seconds }
  | { readonly do: 'log'; readonly text: string }
  | { readonly do: 'start' | 'stop' | 'cancel'; readonly node: number }
  | { readonly do: 'fire'; readonly node: number; readonly value: Json }
  | { readonly do: 'fail'; readonly node: number; readonly error: ScheduleError }
  | { readonly do: 'return'; readonly value: Json }
  | { readonly do: 'returnInput' }
  | { readonly do: 'returnDeferred'; readonly node: number; readonly start: boolean }
  | { readonly do: 'raise'; readonly error: ScheduleError }
  | { readonly do: 'stopReactor' }
);
