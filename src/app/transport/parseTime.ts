import type { Seconds } from '#base/units.ts';

const UNITS: Readonly<Record<string, number>> = {
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  '': 1,
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3600,
};

const NUMBER = String.raw`(?:\d+(?:\.\d*)?|\.\d+)`;
const WITH_UNIT = new RegExp(`^(${NUMBER})\\s*([a-zµμ]*)$`);
const CLOCK = new RegExp(`^(?:(\\d+):)?(\\d+):(${NUMBER})$`);

/**
 * The virtual time that somebody typed: `12.4`, `12.4 s`, `200ms`, `1:05.2`, `1:00:05`. Null where
 * it is none.
 */
export function parseTime(text: string): Seconds | null {
  const typed = text.trim().toLowerCase();
  const clock = CLOCK.exec(typed);
  if (clock !== null) {
    const [, hours = '0', minutes, seconds] = clock;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  }
  const [, number, unit = ''] = WITH_UNIT.exec(typed) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (number === undefined || factor === undefined) return null;
  // 200 ms is 0.2, not 0.2000000000000000111.
  return Number((Number(number) * factor).toPrecision(15));
}
