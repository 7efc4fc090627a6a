import type { CssPixels, Seconds } from '#base/units.ts';

import type { Calendar } from './calendar.ts';
import { calendarSteps } from './calendarSteps.ts';
import { momentsOf } from './tickGrid.ts';
import { PLAIN_STEPS, type TickStep } from './tickSteps.ts';
import { rangeOf, unfoldedParts, xOf, type TimeRange, type TimeScale } from './timeScale.ts';

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
  /** What the labels leave out, such as the day of clock times; null where they say all. */
  readonly context: string | null;
}

/** What a character of a label is wide, and the room between two labels. */
const CHARACTER: CssPixels = 6.6;
const GAP: CssPixels = 26;

/** No label is narrower than this with its gap. */
const NARROWEST: CssPixels = CHARACTER + GAP;

/** Minor ticks closer than this are a grey bar. */
const MINOR_APART: CssPixels = 3;

const NO_TICKS: Ticks = { step: 0, major: [], minor: [], context: null };

/** The ticks of a scale: the closest ones whose labels do not touch. With a calendar, dates. */
export function ticksOf(scale: TimeScale, calendar: Calendar | null = null): Ticks {
  const { start, end } = rangeOf(scale);
  const from = Math.max(0, start);
  const steps = calendar === null ? PLAIN_STEPS : calendarSteps(calendar);
  const longest = steps.at(-1);
  if (longest === undefined || !(end > from) || scale.width <= 0) return NO_TICKS;
  const step =
    steps.find((one) => {
      const room = one.length / scale.secondsPerPixel + 0.01;
      return room >= NARROWEST && room >= roomFor(one, scale, from, end);
    }) ?? longest;
  const room = roomFor(step, scale, from, end);
  const parts = unfoldedParts(scale).map((part) => ({ ...part, start: Math.max(0, part.start) }));
  const isClear = clearOf(scale, parts, room);
  const major = parts
    .flatMap((part) => momentsOf(step.major, scale, part.start, part.end, room))
    .map((time) => ({ time, label: step.label(time, end) }))
    .filter(isClear);
  const labelled = new Set(major.map(({ time }) => time));
  const { minor: grid } = step;
  const minor =
    grid === null
      ? []
      : parts
          .flatMap((part) => momentsOf(grid, scale, part.start, part.end, MINOR_APART))
          .filter((time) => !labelled.has(time));
  const context = calendar === null ? null : calendar.context(from, step.length);
  return { step: step.length, major, minor, context };
}

/** The room that the widest label in view takes. */
function roomFor(step: TickStep, scale: TimeScale, from: Seconds, end: Seconds): CssPixels {
  let widest = 0;
  for (const time of momentsOf(step.major, scale, from, end, NARROWEST)) {
    widest = Math.max(widest, step.label(time, end).length);
  }
  return widest * CHARACTER + GAP;
}

/** Tells, from left to right, whether a label neither reaches into a break nor to the last one. */
function clearOf(
  scale: TimeScale,
  parts: readonly TimeRange[],
  room: CssPixels,
): (tick: Tick) => boolean {
  let least: CssPixels = -Infinity;
  let at = 0;
  return ({ time, label }) => {
    const x = xOf(scale, time);
    while (at < parts.length - 1 && time > (parts[at]?.end ?? 0)) at += 1;
    const isLast = at === parts.length - 1;
    const right = x + label.length * CHARACTER + GAP / 2;
    const isCut = !isLast && right > xOf(scale, parts[at]?.end ?? 0);
    if (isCut || x < least) return false;
    least = x + room - 0.5;
    return true;
  };
}
