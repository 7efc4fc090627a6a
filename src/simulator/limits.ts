/** The budgets of a run: what a user can feed must end. */
export interface RunLimits {
  /** How many events the whole run may have. */
  readonly events: number;
  /** How many events may happen at one virtual instant. */
  readonly instant: number;
}

/** The budgets of a run that nobody has raised. */
export const DEFAULT_LIMITS: RunLimits = { events: 1_000_000, instant: 100_000 };

/** The budget that nothing raises: a trace of this size still fits into a page. */
export const MOST_EVENTS = 10_000_000;

/** Ten times the budgets, up to the most. */
export function raised({ events, instant }: RunLimits): RunLimits {
  return {
    events: Math.min(events * 10, MOST_EVENTS),
    instant: Math.min(instant * 10, MOST_EVENTS),
  };
}

/**
 * How many calls of functions may be nested. Python allows about a thousand frames, of which
 * Twisted needs some between two functions.
 */
export const MAX_DEPTH = 150;
