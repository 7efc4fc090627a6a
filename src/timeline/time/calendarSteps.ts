import type { Seconds } from '#base/units.ts';

import { clockOf, dayAndMonth, monthAndYear, type Calendar } from './calendar.ts';
import { evenGrid, type TickGrid } from './tickGrid.ts';
import { decimalsOf } from './tickLabel.ts';
import { STEPS_OF_A_DAY, type EvenStep, type TickStep } from './tickSteps.ts';

const MINUTE = 60;
const DAY = 86_400;

/** 1970 began on a Thursday: weeks, which begin on Mondays, are counted from the fifth day. */
const FIRST_MONDAY = 4 * DAY;

/** Distances in months, with those of their minor ticks; 0 for none. */
const MONTH_STEPS = [
  [1, 0],
  [3, 1],
  [6, 1],
  [12, 3],
  [24, 6],
  [60, 12],
  [120, 24],
  [240, 60],
  [600, 120],
  [1200, 240],
  [6000, 1200],
  [12_000, 2400],
] as const;

const steps = new WeakMap<Calendar, readonly TickStep[]>();

/** The distances of a ruler with dates: parts of the day, days, weeks, months and years. */
export function calendarSteps(calendar: Calendar): readonly TickStep[] {
  const known = steps.get(calendar);
  if (known !== undefined) return known;
  const made = makeSteps(calendar);
  steps.set(calendar, made);
  return made;
}

function makeSteps(calendar: Calendar): readonly TickStep[] {
  const origin = calendar.base + calendar.rest;
  const dateAt = (time: Seconds): Date => new Date(Math.round((origin + time) * 1000));
  const dayLabel = (time: Seconds): string => dayAndMonth(dateAt(time));
  const days = evenGrid(DAY, 1, origin);
  const months = MONTH_STEPS.map(([count, minor]): TickStep => ({
    length: Math.floor(count * 30.4) * DAY - 2 * DAY,
    major: monthGrid(count, origin),
    minor: minor === 0 ? null : monthGrid(minor, origin),
    label(time) {
      const date = dateAt(time);
      return count >= 12 ? String(date.getUTCFullYear()) : monthAndYear(date);
    },
  }));
  return [
    ...STEPS_OF_A_DAY.map((step) => clockStep(calendar, step)),
    { length: DAY, major: days, minor: evenGrid(DAY / 4, 1, origin), label: dayLabel },
    {
      length: 7 * DAY,
      major: evenGrid(7 * DAY, 1, origin - FIRST_MONDAY),
      minor: days,
      label: dayLabel,
    },
    ...months,
  ];
}

/** Clock times; where the day begins, the day. */
function clockStep(calendar: Calendar, { over, under, parts }: EvenStep): TickStep {
  const length = over / under;
  // Multiples of less than a second are counted from a whole one: 1970 is too far for microseconds.
  const origin = length < 1 ? calendar.rest : calendar.base + calendar.rest;
  const decimals = decimalsOf(length);
  return {
    length,
    major: evenGrid(over, under, origin),
    minor: evenGrid(over, under * parts, origin),
    label(time) {
      const clock = clockOf(calendar, time, decimals);
      if (/^[0:.]+$/.test(clock)) {
        return dayAndMonth(new Date(Math.round((calendar.base + calendar.rest + time) * 1000)));
      }
      return length < MINUTE ? clock : clock.slice(0, 5);
    },
  };
}

/** The first of every so many months, counted from the year 0. */
function monthGrid(count: number, origin: Seconds): TickGrid {
  return {
    at: (index) => Date.UTC(1970, index * count - 1970 * 12, 1) / 1000 - origin,
    firstFrom(time) {
      const date = new Date((origin + time) * 1000);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      const index = Math.ceil(month / count);
      const begin = Date.UTC(1970, index * count - 1970 * 12, 1) / 1000 - origin;
      return begin < time ? index + 1 : index;
    },
  };
}
