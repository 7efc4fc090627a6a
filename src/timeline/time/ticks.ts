import type { CssPixels, Seconds } from '#base/units.ts';

import type { Calendar } from './calendar.ts';
import { calendarSteps } from './calendarSteps.ts';
import { finestPixel, momentsOf } from './tickGrid.ts';
import { PLAIN_STEPS, type TickStep } from './tickSteps.ts';
import { rangeOf, type TimeScale } from './timeScale.ts';

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
  const finest = finestPixel(scale);
  const step =
    steps.find((one) => {
      const room = one.length / finest + 0.01;
      return room >= NARROWEST && room >= roomFor(one, scale, from, end);
    }) ?? longest;
  const major = momentsOf(step.major, scale, from, end, roomFor(step, scale, from, end)).map(
    (time) => ({ time, label: step.label(time, end) }),
  );
  const labelled = new Set(major.map(({ time }) => time));
  const minor =
    step.minor === null
      ? []
      : momentsOf(step.minor, scale, from, end, MINOR_APART).filter((time) => !labelled.has(time));
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
