import { t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

/** A document's name: any text that can be seen. */
export function parseTitle(text: string): Parsed<string> {
  if (text.trim() !== '') return { ok: true, value: text };
  return { ok: false, message: t('must not be empty: give the schedule a name') };
}
