import { t } from '#words/words.ts';

/** What is wrong with a name, or null. Ids and function names become Python names in the export. */
export function identifierFault(name: string): string | null {
  if (name === '') return t('must not be empty: give it a name such as poll_feed');
  if (name.length > MAX_LENGTH)
    return t('must have at most {{most}} characters', { most: MAX_LENGTH });
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return t('must be a Python name (letters A to Z, digits, _; no digit first), got {{name}}', {
      name: JSON.stringify(name),
    });
  }
  if (name.startsWith('_')) {
    return t(
      'must not begin with _, which the exported program keeps for its own attributes, got {{name}}',
      { name },
    );
  }
  if (PYTHON_KEYWORDS.has(name)) return t('must not be the Python keyword {{name}}', { name });
  if (EXPORT_NAMES.has(name))
    return t('must not be {{name}}, which the exported program uses itself', { name });
  return null;
}

const MAX_LENGTH = 100;

const PYTHON_KEYWORDS: ReadonlySet<string> = new Set([
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
]);

/**
 * Names that mean something else in an exported program. Ids and functions are attributes there, so
 * names of its modules and of its variables do not get in their way.
 */
const EXPORT_NAMES: ReadonlySet<string> = new Set(['self']);

/**
 * A name like `wanted` that is legal and not in `taken`: the name itself where it is free, else
 * with the first free number behind it (`fetch_2`). Characters that no name has become `_`.
 */
export function freeIdentifier(wanted: string, taken: ReadonlySet<string>): string {
  const plain = wanted
    .replace(/\W/g, '_')
    .replace(/^_+/, '')
    .replace(/^(?=\d)/, 'n')
    .slice(0, MAX_LENGTH - 8);
  const stem = identifierFault(plain) === null ? plain : `${plain || 'node'}_1`;
  if (!taken.has(stem)) return stem;
  const base = stem.replace(/_\d+$/, '');
  let number = 2;
  while (taken.has(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}
