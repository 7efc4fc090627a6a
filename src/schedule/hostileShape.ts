import { msg, t } from '#words/words.ts';

import type { Problem } from './problem.ts';

/** How deep a document may be nested: deeper ones would overflow what walks them. */
const MAX_DEPTH = 32;

/**
 * Why an input must not be walked, or null: it is nested too deep for recursion, or has the one key
 * that is no plain one.
 */
export function hostileShape(input: unknown): Problem | null {
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_DEPTH) {
      const message = t('must be nested at most {{most}} levels deep', { most: MAX_DEPTH });
      return { path, message };
    }
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__') {
        return { path: [...path, key], message: t(NO_KEY) };
      }
      if (typeof item === 'object' && item !== null) {
        open.push({ value: item, path: [...path, Array.isArray(value) ? Number(key) : key] });
      }
    }
  }
  return null;
}

/** What is said of a key that a document does not have. */
export const NO_KEY = msg('is not a key that belongs here: remove it');
