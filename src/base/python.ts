import type { Json } from './json.ts';

/** `str()` of a JSON value in Python: a string as it is, everything else as its `repr`. */
export function pythonStr(value: Json): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** `repr()` of a JSON value in Python: `None`, `True`, `'text'`, `{'a': [1, 2.5]}`. */
export function pythonRepr(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return pythonStringRepr(value);
  if (isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const items = Object.entries(value).map(
    ([key, item]) => `${pythonStringRepr(key)}: ${pythonRepr(item)}`,
  );
  return `{${items.join(', ')}}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** `a == b` of JSON values in Python, where True is 1 and False is 0. */
export function pythonEquals(a: Json, b: Json): boolean {
  if (isArray(a) || isArray(b)) {
    if (!isArray(a) || !isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => pythonEquals(item, b[index] ?? null));
  }
  if (typeof a === 'object' && a !== null) {
    if (typeof b !== 'object' || b === null) return false;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && pythonEquals(a[key] ?? null, b[key] ?? null))
    );
  }
  return plainNumber(a) === plainNumber(b);
}

function plainNumber(value: Json): Json {
  return typeof value === 'boolean' ? Number(value) : value;
}

/**
 * A number as Python prints it: an `int` where it is whole, else a `float`, which goes to the
 * exponent form below 1e-4 (JavaScript: below 1e-6) and writes it with two digits at least.
 */
export function pythonNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const magnitude = Math.abs(value);
  const text = magnitude < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** A float as Python prints it: a whole one with `.0`, and from 1e16 on with an exponent. */
export function pythonFloat(value: number): string {
  if (!Number.isInteger(value)) return pythonNumber(value);
  return Math.abs(value) < 1e16 ? `${value}.0` : value.toExponential();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function pythonStringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + pythonEscape(text, quote) + quote;
}

/**
 * What stands between the quotes of a Python string literal for this text. Everything that one
 * cannot see, or that reorders or breaks a line, is an escape sequence, so the result is safe in
 * a source file: one line, valid UTF-8, and in the order in which it is read.
 *
 * @param quote what is escaped as well, because it would end the literal; none: `''`
 */
export function pythonEscape(text: string, quote: '"' | "'" | ''): string {
  let out = '';
  for (const character of text) {
    if (character === quote) out += `\\${character}`;
    else out += ESCAPES[character] ?? escapeUnprintable(character);
  }
  return out;
}

function escapeUnprintable(character: string): string {
  if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${hex.padStart(4, '0')}`;
  return `\\U${hex.padStart(8, '0')}`;
}

/**
 * A number with three decimals as Python's `format(x, '.3f')` writes it: a tie goes to the even
 * digit (JavaScript's `toFixed`: up).
 */
export function pythonThreeDecimals(value: number): string {
  const thousandths = value * 1000;
  const below = Math.floor(thousandths);
  const isTie = thousandths - below === 0.5;
  return (isTie ? (below + (below % 2 === 0 ? 0 : 1)) / 1000 : value).toFixed(3);
}
