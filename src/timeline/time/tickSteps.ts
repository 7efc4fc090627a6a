import type { Seconds } from '#base/units.ts';

import { evenGrid, type TickGrid } from './tickGrid.ts';
import { tickLabel } from './tickLabel.ts';

/** A distance between ticks that divides time well. */
export interface TickStep {
  /** How long it is; of months and years, the shortest. */
  readonly length: Seconds;
  readonly major: TickGrid;
  /** Moments between them; null for none. */
  readonly minor: TickGrid | null;
  /** A tick in words, where `end` is the last time in view. */
  label(time: Seconds, end: Seconds): string;
}

/** A length as a fraction of whole seconds, and into how many parts minor ticks cut it. */
export interface EvenStep {
  readonly over: number;
  readonly under: number;
  readonly parts: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** The lengths below a day, from a tenth of a microsecond on. Each of them divides a day. */
export const STEPS_OF_A_DAY: readonly EvenStep[] = [
  ...[1e7, 1e6, 1e5, 1e4, 1e3, 100, 10].flatMap((under) => decade(1, under)),
  ...[1, 2, 5, 10].map((over) => ({ over, under: 1, parts: over === 2 ? 4 : 5 })),
  { over: 15, under: 1, parts: 3 },
  { over: 30, under: 1, parts: 3 },
  { over: MINUTE, under: 1, parts: 4 },
  { over: 2 * MINUTE, under: 1, parts: 4 },
  { over: 5 * MINUTE, under: 1, parts: 5 },
  { over: 10 * MINUTE, under: 1, parts: 5 },
  { over: 15 * MINUTE, under: 1, parts: 3 },
  { over: 30 * MINUTE, under: 1, parts: 3 },
  { over: HOUR, under: 1, parts: 4 },
  { over: 2 * HOUR, under: 1, parts: 4 },
  { over: 3 * HOUR, under: 1, parts: 3 },
  { over: 6 * HOUR, under: 1, parts: 3 },
  { over: 12 * HOUR, under: 1, parts: 4 },
];

/** The distances of a ruler that counts from the beginning of the run, from short to long. */
export const PLAIN_STEPS: readonly TickStep[] = [
  ...STEPS_OF_A_DAY,
  ...[1, 10, 100, 1e3, 1e4, 1e5].flatMap((days) => decade(days * DAY, 1)),
].map(({ over, under, parts }) => ({
  length: over / under,
  major: evenGrid(over, under),
  minor: evenGrid(over, under * parts),
  label: (time, end) => tickLabel(time, over / under, end),
}));

function decade(over: number, under: number): EvenStep[] {
  return [
    { over, under, parts: 5 },
    { over: 2 * over, under, parts: 4 },
    { over: 5 * over, under, parts: 5 },
  ];
}
