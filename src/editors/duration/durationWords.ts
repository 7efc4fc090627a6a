import type { Seconds } from '#base/units.ts';
import type { Distribution } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { meanOf, quantileOf } from './moments.ts';

/** How long a drawn duration is, in words: its mean, and what nine of ten draws do not exceed. */
export function drawWords(distribution: Distribution): string {
  const mean = aboutWords(meanOf(distribution));
  return t('{{mean}} on average; 9 of 10 are at most {{most}}', {
    mean,
    most: aboutWords(quantileOf(distribution, 0.9)),
  });
}

const UNITS = [
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
] as const;

/** A length of time in three digits at most, with the unit in which it reads best. */
export function aboutWords(seconds: Seconds): string {
  // From two of a larger unit on, that one is easier to read.
  const [factor, unit] = UNITS.find(([size]) => seconds >= (size > 1 ? size * 2 : size)) ?? [
    1,
    's',
  ];
  return `${Number((seconds / factor).toPrecision(3))} ${unit}`;
}
