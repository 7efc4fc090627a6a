import type { When } from '#schedule/schema.ts';

/** A part of a condition. */
export type WhenPart = keyof When;

/** A part of a condition as a menu and a field show it. */
export interface WhenPartWords {
  readonly part: WhenPart;
  readonly label: string;
  readonly help: string;
  /** The value of a new one. */
  readonly initial: number;
}

/** The parts of a condition, in the order in which they are shown. Calls count from 1. */
export const WHEN_PARTS: readonly WhenPartWords[] = [
  { part: 'call', label: 'On call', help: 'only on this call of the function', initial: 1 },
  { part: 'fromCall', label: 'From call', help: 'on this call and all later ones', initial: 2 },
  { part: 'untilCall', label: 'Until call', help: 'up to this call, and on it', initial: 3 },
  { part: 'everyCall', label: 'Every nth call', help: 'on every 2nd, 3rd, … call', initial: 2 },
];
