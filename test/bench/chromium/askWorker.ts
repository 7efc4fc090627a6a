import type { Part } from '../runRound.ts';

/** The page's function that lets its worker do a round, and gives the figure. */
export type AskWorker = (part: Part) => Promise<number>;
