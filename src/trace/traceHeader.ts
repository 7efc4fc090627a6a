import type { Seconds } from '#base/units.ts';

/** What a trace says once about the program that made it: indexes in its columns lead here. */
export interface TraceHeader {
  readonly nodes: readonly TraceNode[];
  /** Whether the reactor ran it, or a test clock. */
  readonly clock: 'reactor' | 'testClock';
  /** The bounds of the thread pool. */
  readonly threadPool: { readonly min: number; readonly max: number };
}

/** A node of the program. Its index in the header is what the node column holds. */
export interface TraceNode {
  /** The node's id in the schedule. */
  readonly id: string;
  /** The node's kind in the schedule language. */
  readonly kind: string;
  /** The function that the node calls itself, or null. */
  readonly own: string | null;
  /** The chain: the functions on the two rails of each link. */
  readonly links: readonly TraceLink[];
  /** A LoopingCall's interval in virtual seconds, else null. */
  readonly interval: Seconds | null;
  /** A semaphore's tokens, else null. */
  readonly tokens: number | null;
  /** The index of the semaphore that guards it, or of the queue that it takes from; else null. */
  readonly resource: number | null;
  /** The indexes of a list's members; empty for other kinds. */
  readonly members: readonly number[];
  /** The index of the service that it belongs to, or null. */
  readonly service: number | null;
}

/** A link of a chain: the function on each rail, null where the rail runs through; or a timeout. */
export interface TraceLink {
  readonly callback: string | null;
  readonly errback: string | null;
  /** The limit in virtual seconds, where the link is one; else null. */
  readonly timeout: Seconds | null;
}

/** The node column of events that belong to the reactor. */
export const REACTOR = -1;

/** The link column of events that belong to no link: a function entered there is the node's own. */
export const NO_LINK = -1;

/** The cause column of an event without a cause. */
export const NO_CAUSE = -1;

/** The instance of events that belong to a node which is made once and never started. */
export const NO_INSTANCE = 0;

/** The header of a program without nodes: of a trace before there is a run. */
export const EMPTY_HEADER: TraceHeader = {
  nodes: [],
  clock: 'reactor',
  threadPool: { min: 0, max: 10 },
};
