import type { Seconds } from '#base/units.ts';
import type { Duration } from '#schedule/schema.ts';

/** How long a duration may well be: the number itself, or what is usual of a distribution. */
export function usualLength(duration: Duration): Seconds {
  if (typeof duration === 'number') return duration;
  if ('uniform' in duration) return duration.uniform[1];
  if ('exponential' in duration) return duration.exponential;
  if ('normal' in duration) return duration.normal[0];
  if ('lognormal' in duration) return duration.lognormal[0];
  return Math.max(...duration.choice.map(([seconds]) => seconds));
}

/** A round number of seconds a little above this one: 95 above 90, 3.5 above 3. */
export function roundAbove(seconds: Seconds): Seconds {
  if (seconds <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(seconds)) / 2;
  return tidy((Math.floor(tidy(seconds / step)) + 1) * step);
}

/** A number without the noise of its last digits. */
export function tidy(value: number): number {
  return Number(value.toPrecision(9));
}
