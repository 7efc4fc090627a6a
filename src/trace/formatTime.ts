import type { Seconds } from '#base/units.ts';

/** A virtual time as lists show it: seconds with three decimals, such as `12.400`. */
export function formatTime(time: Seconds): string {
  return time.toFixed(3);
}

/** A virtual time as a clock shows it: `00:12.400`, `1:00:12.400` from an hour on. */
export function formatClock(time: Seconds): string {
  const thousandths = Math.round(time * 1000);
  const hours = Math.floor(thousandths / 3_600_000);
  const minutes = Math.floor(thousandths / 60_000) % 60;
  const seconds = ((thousandths % 60_000) / 1000).toFixed(3).padStart(6, '0');
  const rest = `${String(minutes).padStart(2, '0')}:${seconds}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A length of virtual time in the fewest digits that say it to the microsecond: `0.4 s`, `250 µs`. */
export function formatDuration(seconds: Seconds): string {
  if (seconds !== 0 && Math.abs(seconds) < 0.001) return `${trim(seconds * 1e6)} µs`;
  return `${trim(seconds)} s`;
}

/**
 * A length that was measured between two times, which has noise behind it: to the millisecond from a
 * tenth of a second on, to the microsecond below that, and of less than a millisecond all that counts.
 */
export function formatLength(length: Seconds): string {
  const size = Math.abs(length);
  return formatDuration(Number(length.toFixed(size >= 0.1 ? 3 : size >= 0.001 ? 6 : 9)));
}

function trim(value: number): string {
  return String(Number(value.toFixed(6)));
}
