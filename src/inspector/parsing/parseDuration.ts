import type { Seconds } from '#base/units.ts';

import type { Parsed } from './parsed.ts';

/** No bare `m`: it stands on the way to both `ms` and `min`, and every valid keystroke is an edit. */
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

const DURATION = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-zµμ]*)$/;

/**
 * The length of virtual time that somebody typed: `1.5`, `1.5s`, `200ms`, `2 min`. A negative one is
 * read too: that it is refused is the document's own rule, with its own words.
 */
export function parseDuration(text: string): Parsed<Seconds> {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { ok: false, message: `must not be empty: type ${SAMPLES}` };
  const [, number, unit = ''] = DURATION.exec(typed) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (number === undefined || factor === undefined) {
    return { ok: false, message: `must be a time such as ${SAMPLES}, got ${JSON.stringify(text)}` };
  }
  // 200 ms is 0.2, not 0.2000000000000000111.
  return { ok: true, value: Number((Number(number) * factor).toPrecision(15)) };
}

const SAMPLES = '1.5, 200ms or 2min';
