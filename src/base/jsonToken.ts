import { t } from '#words/words.ts';

/** What a JSON text is made of: one of the six marks, a string, or another value without parts. */
export type JsonTokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar';

/** A token, or why there is none where one should begin. */
export type JsonToken =
  | { readonly kind: JsonTokenKind; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly start: number }
  | { readonly kind: 'fault'; readonly start: number; readonly message: string };

const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const NUMBER_LIKE = /[-+.\w]+/y;
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The token at or behind an offset. */
export function jsonToken(text: string, offset: number): JsonToken {
  const start = endOf(SPACE, text, offset) ?? offset;
  const character = text[start];
  switch (character) {
    case undefined:
      return { kind: 'end', start };
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return { kind: character, start, end: start + 1 };
    case '"':
      return stringToken(text, start);
    default:
      return scalarToken(text, start);
  }
}

function endOf(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** The end of what may stand in a string. In pieces: one pattern for all of it overflows on long ones. */
function insideString(text: string, start: number): number {
  let offset = start;
  for (;;) {
    offset = endOf(PLAIN, text, offset) ?? offset;
    const escaped = endOf(ESCAPE, text, offset);
    if (escaped === null) return offset;
    offset = escaped;
  }
}

function stringToken(text: string, start: number): JsonToken {
  const end = insideString(text, start + 1);
  const stop = text[end];
  if (stop === '"') return { kind: 'string', start, end: end + 1 };
  if (stop === undefined || stop === '\n' || stop === '\r') {
    return {
      kind: 'fault',
      start,
      message: t('a text begins here and has no end: close it with "'),
    };
  }
  if (stop === '\\') {
    return {
      kind: 'fault',
      start: end,
      message: t('{{end}} means nothing in a text: write \\\\ for a backslash', {
        end: text.slice(end, end + 2),
      }),
    };
  }
  const code = stop.charCodeAt(0).toString(16).padStart(4, '0');
  return {
    kind: 'fault',
    start: end,
    message: t('a control character stands in a text: write it as \\u{{code}}', { code }),
  };
}

function scalarToken(text: string, start: number): JsonToken {
  const word = endOf(WORD, text, start);
  if (word !== null) {
    const name = text.slice(start, word);
    if (LITERALS.has(name)) return { kind: 'scalar', start, end: word };
    return { kind: 'fault', start, message: wordFault(name) };
  }
  const end = endOf(NUMBER, text, start);
  const whole = endOf(NUMBER_LIKE, text, start);
  if (end !== null && end === whole) return { kind: 'scalar', start, end };
  if (whole !== null) {
    return {
      kind: 'fault',
      start,
      message: t('{{start}} is no number that JSON knows: write it such as 0.5, -2 or 1e9', {
        start: shortened(text.slice(start, whole)),
      }),
    };
  }
  return { kind: 'fault', start, message: strangeFault(text, start) };
}

function wordFault(name: string): string {
  if (name === 'NaN' || name === 'Infinity')
    return t('{{name}} is no number that JSON knows', { name });
  if (name === 'None' || name === 'undefined')
    return t('{{name}} is called null in JSON', { name });
  const lower = name.toLowerCase();
  if (LITERALS.has(lower)) return t('{{name}} is written {{lower}} in JSON', { name, lower });
  return t('{{name}} stands outside of quotes: put a text in "…"', { name: shortened(name) });
}

function strangeFault(text: string, start: number): string {
  if (text[start] === "'") return t('a text stands in double quotes in JSON: write "…"');
  if (text.startsWith('//', start) || text.startsWith('/*', start) || text[start] === '#') {
    return t('JSON has no comments: remove it');
  }
  const code = text.codePointAt(start) ?? 0;
  const shown =
    code < 0x20 ? `U+${code.toString(16).padStart(4, '0')}` : String.fromCodePoint(code);
  return t('{{shown}} does not belong here: remove it', { shown });
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
