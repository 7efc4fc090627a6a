import type { Bytes } from '#base/units.ts';

/**
 * The budgets of a run: what a user can feed must end. A run that has used one up pauses at the end
 * of a pass of the reactor, so that it can go on from where it is.
 */
export interface RunLimits {
  /** How many events the whole run may have. */
  readonly events: number;
  /** How many events may happen at one virtual instant. */
  readonly instant: number;
  /** How many delayed calls may be pending. */
  readonly pending: number;
  /** How much memory the trace and what is pending may take, by counting. */
  readonly memory: Bytes;
  /**
   * By which part of the budgets of events a single pass may go beyond them before it is cut short.
   * A pass cannot pause: a run whose pass was cut has to be done again to go on.
   */
  readonly overrun: number;
}

/** A budget by its name. */
export type Limited = Exclude<keyof RunLimits, 'overrun'>;

const MIB: Bytes = 2 ** 20;

/** The budgets of a run without nodes that nobody has raised. */
export const DEFAULT_LIMITS: RunLimits = {
  events: 1_000_000,
  instant: 100_000,
  pending: 1_000_000,
  memory: 512 * MIB,
  overrun: 0.1,
};

/** The events that nothing raises: a trace of this size still fits into a page. */
export const MOST_EVENTS = 10_000_000;

/** The budgets that nothing raises. */
export const MOST: Readonly<Record<Limited, number>> = {
  events: MOST_EVENTS,
  instant: MOST_EVENTS,
  pending: MOST_EVENTS,
  memory: 2048 * MIB,
};

/** What a node needs of the budget of an instant: that all of them start at once is no circle. */
const STARTING_EVENTS = 20;

/** The budgets that a run of so many nodes begins with. */
export function startingLimits(nodes: number): RunLimits {
  const instant = Math.max(DEFAULT_LIMITS.instant, nodes * STARTING_EVENTS);
  return { ...DEFAULT_LIMITS, instant };
}

/** The budgets with ten times as much of one of them, up to the most. */
export function raised(limits: RunLimits, what: Limited): RunLimits {
  return { ...limits, [what]: Math.max(limits[what], Math.min(limits[what] * 10, MOST[what])) };
}

/**
 * How many calls of functions may be nested. Python allows about a thousand frames, of which
 * Twisted needs some between two functions. Each takes about 3 kB of the stack, and a worker of
 * Chromium has 500 kB: where that ends would depend on how far the engine has compiled.
 */
export const MAX_DEPTH = 100;
