import { t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

/** The whole number that somebody typed. Which ones may stand in a field is the document's own rule. */
export function parseWhole(text: string): Parsed<number> {
  const typed = text.trim();
  if (typed === '') return { ok: false, message: t('must not be empty: type a whole number') };
  const value = Number(typed);
  if (!/^[+-]?\d+(\.\d+)?$/.test(typed) || !Number.isFinite(value)) {
    return {
      ok: false,
      message: t('must be a whole number, got {{text}}', { text: JSON.stringify(text) }),
    };
  }
  return { ok: true, value };
}

/** The same where there may be none: an empty text is null. */
export function parseOptionalWhole(text: string): Parsed<number | null> {
  return text.trim() === '' ? { ok: true, value: null } : parseWhole(text);
}
