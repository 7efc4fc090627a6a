import { t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

/** The number that somebody typed. Which ones may stand in a field is the document's own rule. */
export function parseNumber(text: string): Parsed<number> {
  const typed = text.trim();
  const value = Number(typed);
  if (typed === '' || !Number.isFinite(value)) {
    return {
      ok: false,
      message: t('must be a number such as 0.5, got {{text}}', { text: JSON.stringify(text) }),
    };
  }
  return { ok: true, value };
}

/** A chance: a number from 0 to 1, or per cent with their sign, such as `30%`. */
export function parseChance(text: string): Parsed<number> {
  const percent = /^(.*)%$/.exec(text.trim())?.[1];
  if (percent === undefined) return parseNumber(text);
  const parsed = parseNumber(percent);
  // 30 % is 0.3, not 0.30000000000000004.
  return parsed.ok ? { ok: true, value: Number((parsed.value / 100).toPrecision(15)) } : parsed;
}
