import { t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:\d\d)?)?$/i;

/**
 * The date and time that virtual second 0 stands for, as ISO writes it; null where nothing is typed.
 * What is left out is midnight, second 0 and UTC.
 */
export function parseEpoch(text: string): Parsed<string | null> {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const [, date, minutes = '00:00', seconds = ':00', zone = 'Z'] = DATE_TIME.exec(typed) ?? [];
  const iso = `${date}T${minutes}${seconds}${zone.toUpperCase()}`;
  if (date === undefined || !isDay(date) || Number.isNaN(Date.parse(iso))) {
    const message = t('must be a date and time such as 2026-03-01T08:00:00Z, got {{text}}', {
      text: JSON.stringify(text),
    });
    return { ok: false, message };
  }
  return { ok: true, value: iso };
}

/** Whether there is such a day: a Date would take the 30th of February for a day in March. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
