import { linkSides } from '#schedule/places.ts';
import type { ChainLink } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** A link in words: `Link 1: callback show, errback report`, `Link 2: timeout 3 s`. */
export function linkWords(link: ChainLink, index: number): string {
  const sides = linkSides(link).map(([side, name]) => `${side} ${name}`);
  const words =
    link.timeout === undefined
      ? sides.join(', ')
      : t('timeout {{time}}', { time: `${link.timeout} s` });
  return t('Link {{number}}: {{words}}', { number: index + 1, words });
}
