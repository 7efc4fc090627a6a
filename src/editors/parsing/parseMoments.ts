import { parseSeconds } from '#base/parseSeconds.ts';
import type { Seconds } from '#base/units.ts';
import { t } from '#words/words.ts';

import type { Parsed } from './parsed.ts';

/** Lengths of virtual time in a row: `3, 7.5, 2min`. An empty text is none. */
export function parseMoments(text: string): Parsed<Seconds[]> {
  const moments: Seconds[] = [];
  for (const part of text.split(/[,;\n]/)) {
    if (part.trim() === '') continue;
    const seconds = parseSeconds(part);
    if (seconds === null) {
      const message = t(
        'must be times with commas between them, such as 3, 7.5, 2min, got {{value}}',
        { value: JSON.stringify(part.trim()) },
      );
      return { ok: false, message };
    }
    moments.push(seconds);
  }
  return { ok: true, value: moments };
}

/** Times as {@link parseMoments} reads them. */
export function formatMoments(moments: readonly Seconds[]): string {
  return moments.join(', ');
}
