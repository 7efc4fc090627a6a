/**
 * Whatever a reader sees comes from the catalogue: English texts in the source, given to `t` or marked
 * by `msg`, and the same in Chinese in `src/words/zh`. A line that says `// not shown: why` above a
 * literal excuses it: Python, a name, an error that only developers meet.
 */
import { describe, expect, test } from 'vitest';

import { CHINESE } from '#words/chinese.ts';
import ENGLISH_PLURALS from '#words/en.json' with { type: 'json' };

import { textsOf } from './sourceTexts.ts';

/** What these folders say is Python, or for a terminal, which speaks English. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'reactor',
  'export',
  'simulator',
  'cli',
  'words',
  'worker',
  'program',
]);

const sources = import.meta.glob<string>('../../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const catalogues = import.meta.glob<Record<string, string>>('../../src/words/zh/*.json', {
  import: 'default',
  eager: true,
});
const texts = Object.entries(sources)
  .map(([path, source]) => [path.slice('../../src/'.length), source] as const)
  .filter(([path]) => !NOT_SHOWN.has(folderOf(path)))
  .map(([path, source]) => ({ path, ...textsOf(path, String(source)) }));
const keys = new Set(texts.flatMap((file) => file.keys.map(({ text }) => text)));

const PLURAL = /_(?:one|other)$/;
const baseOf = (key: string): string => key.replace(PLURAL, '');
const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([place]) => place).toSorted();

describe('every text', () => {
  test('that a reader sees comes from the catalogue', () => {
    const bare = texts.flatMap((file) => file.bare);
    expect(bare.map(({ path, line, text }) => `src/${path}:${line} ${text}`)).toEqual([]);
  });

  test('given to t or msg is a literal', () => {
    const made = texts.flatMap((file) => file.made);
    expect(made.map(({ path, line, text }) => `src/${path}:${line} ${text}`)).toEqual([]);
  });

  test('is there in Chinese, in one file of the catalogue, and nothing else is', () => {
    const entries = Object.entries(catalogues).flatMap(([path, entry]) =>
      Object.keys(entry).map((key) => ({ path, key })),
    );
    const translated = new Set(entries.map(({ key }) => baseOf(key)));
    const places = new Map<string, string>();
    const doubled = entries.filter(({ path, key }) => {
      const isKnown = places.has(key);
      places.set(key, path);
      return isKnown;
    });
    expect({
      missing: [...keys].filter((key) => !translated.has(key)),
      unused: entries.filter(({ key }) => !keys.has(baseOf(key))),
      doubled,
    }).toEqual({ missing: [], unused: [], doubled: [] });
  });

  test('with a count has its English singular and plural, and a Chinese form', () => {
    const counted = [...keys].filter((key) => key.includes('{{count}}'));
    const english = new Set(Object.keys(ENGLISH_PLURALS));
    expect({
      missing: counted
        .flatMap((key) => ['_one', '_other'].map((form) => key + form))
        .filter((key) => !english.has(key)),
      unused: [...english].filter((key) => !counted.includes(baseOf(key))),
      chinese: counted.filter((key) => !(`${key}_other` in CHINESE)),
    }).toEqual({ missing: [], unused: [], chinese: [] });
  });

  test('has the same places in all languages', () => {
    const all: readonly (readonly [string, string])[] = [
      ...Object.entries(CHINESE),
      ...Object.entries<string>(ENGLISH_PLURALS),
    ];
    const odd = all.filter(([key, text]) => {
      const wanted = placesOf(baseOf(key));
      const given = placesOf(text);
      // "One event" may do without its number.
      const isSingular = key.endsWith('_one');
      return isSingular
        ? given.some((place) => !wanted.includes(place))
        : String(given) !== String(wanted);
    });
    expect(odd).toEqual([]);
  });
});

function folderOf(path: string): string {
  return path.split('/')[0] ?? path;
}
