import type { Seconds } from '#base/units.ts';

const MILLISECOND: Seconds = 1e-3;
const MINUTE: Seconds = 60;
const HOUR: Seconds = 3600;
const DAY: Seconds = 86_400;

/**
 * A moment of the ruler in words, in the same way for all ticks: `step` is the length between two
 * of them, `end` the last time in view. Microseconds below a millisecond, then seconds up to two
 * minutes, then a clock (`2:03.5`), and where the step is whole minutes their sum (`1 h 30 min`).
 */
export function tickLabel(time: Seconds, step: Seconds, end: Seconds): string {
  if (end < MILLISECOND) return `${fixed(time * 1e6, step * 1e6)} µs`;
  if (end < 2 * MINUTE) return `${fixed(time, step)} s`;
  return step < MINUTE ? clock(time, step) : sum(time);
}

function fixed(value: number, step: number): string {
  return value.toFixed(decimalsOf(step));
}

/** How many decimals tell multiples of a step apart: 0 for 5, 1 for 0.5, 3 for 0.002. */
export function decimalsOf(step: number): number {
  return Math.max(0, Math.min(9, Math.ceil(-Math.log10(step) - 1e-9)));
}

function clock(time: Seconds, step: Seconds): string {
  const decimals = decimalsOf(step);
  // Rounded first: 59.9996 must not become 0:60.000.
  const whole = Number(time.toFixed(decimals));
  const days = Math.floor(whole / DAY);
  const hours = Math.floor(whole / HOUR) % 24;
  const minutes = Math.floor(whole / MINUTE) % 60;
  const seconds = (whole % MINUTE)
    .toFixed(decimals)
    .padStart(decimals === 0 ? 2 : 3 + decimals, '0');
  if (days > 0) return `${days} d ${hours}:${two(minutes)}:${seconds}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

function sum(time: Seconds): string {
  const parts = [
    { count: Math.floor(time / DAY), unit: 'd' },
    { count: Math.floor(time / HOUR) % 24, unit: 'h' },
    { count: Math.floor(time / MINUTE) % 60, unit: 'min' },
  ];
  const said = parts.filter(({ count }) => count > 0).map(({ count, unit }) => `${count} ${unit}`);
  return said.length === 0 ? '0' : said.join(' ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
