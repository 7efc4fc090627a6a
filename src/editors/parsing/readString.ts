import { t } from '#words/words.ts';

/** A text that was read, with the index behind its closing quote; or what is wrong with it. */
export type ReadString =
  | { readonly value: string; readonly end: number }
  | { readonly fault: string };

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '/': '/',
  '\n': '',
};

/** How many hexadecimal digits follow. */
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a text in quotes, single or double, with the escapes of Python and JSON, from its first quote on. */
export function readString(text: string, start: number): ReadString {
  const quote = text.charAt(start);
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === quote) return { value, end: at + 1 };
    if (character !== '\\') {
      value += character;
      at += 1;
      continue;
    }
    const escape = text.charAt(at + 1);
    const digits = HEX[escape];
    if (digits === undefined) {
      // Python keeps a backslash that begins no escape.
      value += Object.hasOwn(SIMPLE, escape) ? SIMPLE[escape] : `\\${escape}`;
      at += 2;
      continue;
    }
    const hex = text.slice(at + 2, at + 2 + digits);
    const code = /^[\da-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1;
    if (code < 0 || code > 0x10ffff) {
      return {
        fault: t('\\{{escape}} must be followed by {{digits}} hexadecimal digits', {
          escape,
          digits,
        }),
      };
    }
    // A \u of JSON is one half of a pair above U+FFFF: halves that follow each other join by themselves.
    value += escape === 'U' ? String.fromCodePoint(code) : String.fromCharCode(code);
    at += 2 + digits;
  }
  return { fault: t('the closing {{quote}} is missing', { quote }) };
}
