import type { Seconds } from '#base/units.ts';
import { monthName, t, weekdayName } from '#words/words.ts';

import { decimalsOf } from './tickLabel.ts';

/** The dates of a run whose schedule says when its second 0 is. */
export interface Calendar {
  /** Second 0 on the clock of the epoch's place, in whole seconds since 1970 there. */
  readonly base: Seconds;
  /** What second 0 is later than `base`: less than a second. */
  readonly rest: Seconds;
  /** The clock's offset as people write it: `UTC` or `+01:00`. */
  readonly zone: string;
  /** A moment with its date: `Sun 1 Mar 2026, 09:00:12.400 UTC`, as exact as `resolution` asks. */
  dateTime(time: Seconds, resolution?: Seconds): string;
  /** What labels of ticks `step` apart leave out at a moment: the day with its zone, or the year. */
  context(time: Seconds, step: Seconds): string | null;
}

const DAY: Seconds = 86_400;
const SHORTEST_MONTH: Seconds = 28 * DAY;

/**
 * The calendar of an epoch, an ISO date-time: in the epoch's own offset, which stays the same for
 * the whole run. Null where there is no epoch, or none that a date can hold.
 */
export function calendarOf(epoch: string | null): Calendar | null {
  if (epoch === null) return null;
  const instant = Date.parse(epoch);
  if (!Number.isFinite(instant)) return null;
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)$/.exec(epoch) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  const base = Math.floor(instant / 1000) + offset;
  const rest = (((instant % 1000) + 1000) % 1000) / 1000;
  const zone = offset === 0 ? 'UTC' : `${sign ?? '+'}${hours}:${minutes}`;
  const day = (time: Seconds): string => {
    const date = new Date((base + Math.floor(time + rest)) * 1000);
    return t('{{weekday}} {{day}} {{year}}', {
      weekday: weekdayName(date),
      day: dayAndMonth(date),
      year: String(date.getUTCFullYear()),
    });
  };
  return {
    base,
    rest,
    zone,
    dateTime(time, resolution = 1e-3) {
      const decimals = Math.max(3, decimalsOf(resolution));
      const exact = Number(time.toFixed(decimals));
      return t('{{day}}, {{clock}} {{zone}}', {
        day: day(exact),
        clock: clockOf({ base, rest }, exact, decimals),
        zone,
      });
    },
    context(time, step) {
      if (step < DAY) return `${day(time)} ${zone}`;
      if (step >= SHORTEST_MONTH) return null;
      const date = new Date((base + Math.floor(time + rest)) * 1000);
      return `${date.getUTCFullYear()} ${zone}`;
    },
  };
}

/** The clock at a moment: hours, minutes, seconds and so many decimals. */
export function clockOf(
  { base, rest }: Pick<Calendar, 'base' | 'rest'>,
  time: Seconds,
  decimals: number,
): string {
  // Rounded first: 59.9996 must not become 0:60.000.
  const since = Number((time + rest).toFixed(decimals));
  const whole = Math.floor(since);
  const clock = new Date((base + whole) * 1000).toISOString().slice(-13, -5);
  return decimals === 0 ? clock : clock + (since - whole).toFixed(decimals).slice(1);
}

/** A day without its year: `1 Mar`. */
export function dayAndMonth(date: Date): string {
  return t('{{day}} {{month}}', { day: String(date.getUTCDate()), month: monthName(date) });
}

/** A month with its year: `Mar 2026`. */
export function monthAndYear(date: Date): string {
  return t('{{month}} {{year}}', {
    month: monthName(date),
    year: String(date.getUTCFullYear()),
  });
}
