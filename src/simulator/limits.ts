/** The budgets of a run: what a user can feed must end. */
export interface RunLimits {
  /** How many events the whole run may have. */
  readonly events: number;
  /** How many events may happen at one virtual instant. */
  readonly instant: number;
}

/** The budgets of a run that nobody has raised. */
export const DEFAULT_LIMITS: RunLimits = { events: 1_000_000, instant: 100_000 };

/**
 * How many calls of functions may be nested. Python allows about a thousand frames, of which
 * Twisted needs some between two functions.
 */
export const MAX_DEPTH = 150;
