import type { Seconds } from './units.ts';

/** No bare `m`: it stands on the way to both `ms` and `min`. */
const UNITS: Readonly<Record<string, number>> = {
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  '': 1,
  s: 1,
  sec: 1,
  min: 60,
  h: 3600,
};

const SECONDS = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-zµμ]*)$/;

/** A typed length of virtual time: `1.5`, `1.5s`, `200ms`, `2 min`, also a negative one. Null where it is none. */
export function parseSeconds(text: string): Seconds | null {
  const [, number, unit = ''] = SECONDS.exec(text.trim().toLowerCase()) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (number === undefined || factor === undefined) return null;
  // 200 ms is 0.2, not 0.2000000000000000111.
  return Number((Number(number) * factor).toPrecision(15));
}
