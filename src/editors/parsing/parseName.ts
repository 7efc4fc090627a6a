import { identifierFault } from '#schedule/identifier.ts';
import { functionNamed, takenNames } from '#schedule/places.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

/** The name that somebody typed for what is called `current`: legal, and not taken by anything else. */
export function parseName(schedule: Schedule, current: string, text: string): Parsed<string> {
  const name = text.trim();
  if (name === current) return { ok: true, value: name };
  const fault = identifierFault(name);
  if (fault !== null) return { ok: false, message: fault };
  if (takenNames(schedule).has(name)) {
    const message =
      functionNamed(schedule, name) === null
        ? t('must be unique, but another node is called {{name}}', { name })
        : t('must be unique, but another function is called {{name}}', { name });
    return { ok: false, message };
  }
  return { ok: true, value: name };
}
