import type { CssPixels, Seconds } from '#base/units.ts';

import { tickLabel } from './tickLabel.ts';
import { rangeOf, unfoldedParts, xOf, type TimeScale } from './timeScale.ts';

/** A labelled moment of the ruler. */
export interface Tick {
  readonly time: Seconds;
  readonly label: string;
}

/** What a ruler shows. */
export interface Ticks {
  /** The length between two labelled ticks. */
  readonly step: Seconds;
  readonly major: readonly Tick[];
  /** Moments between them, without labels. */
  readonly minor: readonly Seconds[];
}

/**
 * A length that divides time well, as a fraction so that its multiples are exact: three steps of
 * 1/10 s are 3/10 s, and not 0.30000000000000004.
 */
interface Step {
  readonly over: number;
  readonly under: number;
  /** Into how many parts the minor ticks cut it. */
  readonly parts: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const STEPS: readonly Step[] = [
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
  ...[1, 10, 100, 1e3, 1e4, 1e5].flatMap((days) => decade(days * DAY, 1)),
];

function decade(over: number, under: number): Step[] {
  return [
    { over, under, parts: 5 },
    { over: 2 * over, under, parts: 4 },
    { over: 5 * over, under, parts: 5 },
  ];
}

/** What a character of a label is wide, and the room between two labels. */
const CHARACTER: CssPixels = 6.6;
const GAP: CssPixels = 26;

/** The ticks of a scale: the closest ones whose labels do not touch. */
export function ticksOf(scale: TimeScale): Ticks {
  const { start, end } = rangeOf(scale);
  const from = Math.max(0, start);
  const parts = unfoldedParts(scale).map((part) => ({ ...part, start: Math.max(0, part.start) }));
  const step = STEPS.find((candidate) => fits(candidate, scale, end)) ?? STEPS.at(-1);
  if (step === undefined || !(end > from)) return { step: 0, major: [], minor: [] };
  const length = step.over / step.under;
  const major = parts.flatMap((part) =>
    multiples(step.over, step.under, part.start, part.end).flatMap((time) => {
      const label = tickLabel(time, length, end);
      // A label that reaches into the break behind it would be cut.
      const right = xOf(scale, time) + label.length * CHARACTER + GAP / 2;
      return part.end < end && right > xOf(scale, part.end) ? [] : [{ time, label }];
    }),
  );
  const minor = parts.flatMap((part) =>
    multiples(step.over, step.under * step.parts, part.start, part.end),
  );
  const labelled = new Set(major.map(({ time }) => time));
  return { step: length, major, minor: minor.filter((time) => !labelled.has(time)) };
}

function fits({ over, under }: Step, scale: TimeScale, end: Seconds): boolean {
  const length = over / under;
  const last = Math.floor((end * under) / over) * length;
  const label = tickLabel(last, length, end);
  return length / scale.secondsPerPixel >= label.length * CHARACTER + GAP;
}

function multiples(over: number, under: number, from: Seconds, to: Seconds): Seconds[] {
  const times: Seconds[] = [];
  const first = Math.ceil((from * under) / over);
  const last = Math.floor((to * under) / over);
  for (let index = first; index <= last; index += 1) times.push((index * over) / under);
  return times;
}
