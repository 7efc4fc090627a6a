import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { GROUPS } from './groups.ts';
import { OUTSIDE, pins, ruleRows, withTables } from './portDocument.ts';

const ROOT = new URL('../../../', import.meta.url);
const DOCUMENT = fileURLToPath(new URL('docs/twisted-port.md', ROOT));

/** How many rules each family has. */
const FAMILIES = Object.entries({
  T: 23,
  R: 20,
  O: 3,
  D: 37,
  F: 4,
  U: 6,
  L: 13,
  P: 11,
  I: 14,
  K: 18,
  E: 3,
  C: 17,
  X: 3,
  H: 17,
  S: 14,
  N: 3,
  B: 8,
});
const RULES = FAMILIES.flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}-${index + 1}`),
);

const cases = Object.values(GROUPS).flat();
const text = readFileSync(DOCUMENT, 'utf8');

test('there are at least 300 cases, and each has a name of its own', () => {
  const ids = new Set(cases.map(({ id }) => id));
  expect(ids.size).toBe(cases.length);
  expect(ids.size).toBeGreaterThanOrEqual(300);
});

test('every rule has a case', () => {
  const shown = new Set(cases.flatMap(({ rules }) => rules));
  expect(RULES.filter((rule) => !shown.has(rule) && !OUTSIDE.has(rule))).toEqual([]);
});

test('no case names a rule that there is not', () => {
  const unknown = cases.filter(({ rules }) => !rules.every((rule) => RULES.includes(rule)));
  expect(unknown.map(({ id }) => id)).toEqual([]);
});

test('docs/twisted-port.md has a row for every rule', () => {
  expect(ruleRows(text).map(({ rule }) => rule)).toEqual(RULES);
});

test('the tables of docs/twisted-port.md say what the cases say (renewed with -u)', async () => {
  await expect(withTables(text, cases)).toMatchFileSnapshot(DOCUMENT);
});

test('what pins a deviation is there', () => {
  const ids = new Set(cases.map(({ id }) => id));
  const missing = pins(text).filter((pin) => {
    if (ids.has(pin)) return false;
    const [file = '', title = ''] = pin.split(': ', 2);
    return !file.startsWith('test/') || !readFileSync(new URL(file, ROOT), 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});
