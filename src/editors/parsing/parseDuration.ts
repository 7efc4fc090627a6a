import { parseSeconds } from '#base/parseSeconds.ts';
import type { Seconds } from '#base/units.ts';
import { msg, t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

/**
 * The length of virtual time that somebody typed. A negative one is read too: that it is refused is
 * the document's own rule, with its own words.
 */
export function parseDuration(text: string): Parsed<Seconds> {
  if (text.trim() === '')
    return {
      ok: false,
      message: t('must not be empty: type {{samples}}', { samples: t(SAMPLES) }),
    };
  const value = parseSeconds(text);
  return value === null
    ? {
        ok: false,
        message: t('must be a time such as {{samples}}, got {{text}}', {
          samples: t(SAMPLES),
          text: JSON.stringify(text),
        }),
      }
    : { ok: true, value };
}

const SAMPLES = msg('1.5, 200ms or 2min');
