import type { FilterKeyName } from './filterKeys.ts';
import { quoted, splitFilter } from './splitFilter.ts';

/** A term to be put into a filter. */
export interface NewTerm {
  readonly key: FilterKeyName;
  readonly value: string;
  readonly negated: boolean;
}

/**
 * The text of a filter with a term more. One that is narrowed to something takes the place of those
 * with the same key: only one of them can be meant.
 */
export function withTerm(text: string, { key, value, negated }: NewTerm): string {
  const written = `${negated ? '-' : ''}${key}:${quoted(value)}`;
  const kept = splitFilter(text)
    .filter((term) => negated || term.negated || term.key !== key)
    .map(({ from, to }) => text.slice(from, to))
    .filter((term) => term !== written);
  return [...kept, written].join(' ');
}
