import { parseSeconds } from './parseSeconds.ts';
import type { Seconds } from './units.ts';

const CLOCK = /^(?:(\d+):)?(\d+):(\d+(?:\.\d*)?)$/;

/**
 * The virtual time that somebody typed: `12.4`, `12.4 s`, `200ms`, `1:05.2`, `1:00:05`. Null where
 * it is none.
 */
export function parseTime(text: string): Seconds | null {
  const clock = CLOCK.exec(text.trim());
  if (clock === null) {
    const seconds = parseSeconds(text);
    return seconds !== null && seconds >= 0 ? seconds : null;
  }
  const [, hours = '0', minutes, seconds] = clock;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
