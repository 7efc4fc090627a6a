import type { Milliseconds } from '#base/units.ts';
import { t } from '#words/words.ts';

const MINUTE: Milliseconds = 60_000;
const HOUR: Milliseconds = 60 * MINUTE;
const DAY: Milliseconds = 24 * HOUR;

/** How long ago something was: `now`, `3 min ago`, `2 days ago`. */
export function ageWords(age: Milliseconds): string {
  if (age < MINUTE) return t('now');
  if (age < HOUR) return t('{{number}} min ago', { number: Math.floor(age / MINUTE) });
  if (age < DAY) return t('{{number}} h ago', { number: Math.floor(age / HOUR) });
  const days = Math.floor(age / DAY);
  return t('{{count}} days ago', { count: days });
}
