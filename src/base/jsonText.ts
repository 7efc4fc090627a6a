import { t } from '#words/words.ts';

import { jsonToken, type JsonToken } from './jsonToken.ts';

/** Keys and indexes from the top of a JSON value. */
export type JsonPath = readonly (string | number)[];

/** What a JSON text tells that its value does not. */
export interface JsonText {
  /** Why it is no JSON, with the offset in the text; null: it is. */
  readonly fault: { readonly offset: number; readonly message: string } | null;
  /** Members whose key stands twice in its object, with the offset of the second key. */
  readonly duplicates: readonly { readonly path: JsonPath; readonly offset: number }[];
}

/**
 * Hears of each value: its path, where the value begins, and where its key does (the value itself,
 * where it has none). The path is one array that changes: copy it to keep it.
 */
export type HearValue = (path: JsonPath, valueOffset: number, keyOffset: number) => void;

/** An object or an array that has begun and not ended. */
interface Open {
  readonly close: '}' | ']';
  readonly start: number;
  /** The keys of an object so far; null for an array. */
  readonly keys: Set<string> | null;
}

/**
 * Reads a JSON text for its places, duplicate keys and the first fault. It walks without recursion,
 * so that no depth of nesting is too much, and makes no value: `JSON.parse` does.
 */
export function readJsonText(text: string, hear: HearValue = () => {}): JsonText {
  const duplicates: { path: JsonPath; offset: number }[] = [];
  const open: Open[] = [];
  const path: (string | number)[] = [];
  let offset = 0;

  const fault = (at: number, message: string): JsonText => ({
    fault: { offset: at, message },
    duplicates,
  });
  const wrong = (token: JsonToken, wanted: string): JsonText => {
    const before = text.slice(0, token.start).trimEnd();
    const isTrailing = (token.kind === '}' || token.kind === ']') && before.endsWith(',');
    return isTrailing
      ? fault(before.length - 1, t('nothing follows this comma: remove it'))
      : fault(
          token.start,
          t('must be {{wanted}}, got {{text}}', { wanted, text: shown(text, token) }),
        );
  };
  const next = (): JsonToken => {
    const token = jsonToken(text, offset);
    if ('end' in token) offset = token.end;
    return token;
  };

  let expects: 'value' | 'key' | 'first' | 'comma' = 'value';
  let keyOffset: number | null = null;
  for (let token = next(); ; token = next()) {
    if (token.kind === 'fault') return fault(token.start, token.message);
    const inner = open.at(-1);
    if (token.kind === 'end') {
      if (inner === undefined && expects === 'comma') return { fault: null, duplicates };
      return fault(token.start, endFault(text, inner));
    }
    if (expects === 'comma') {
      if (inner === undefined)
        return fault(
          token.start,
          t('{{text}} stands behind the end: remove it', { text: shown(text, token) }),
        );
      if (token.kind === inner.close) {
        open.pop();
        path.pop();
        continue;
      }
      if (token.kind !== ',') {
        return fault(
          token.start,
          t('must be , or {{close}}, got {{text}}', {
            close: inner.close,
            text: shown(text, token),
          }),
        );
      }
      if (inner.keys === null) path.push(Number(path.pop()) + 1);
      expects = inner.keys === null ? 'value' : 'key';
      continue;
    }
    if (expects === 'first' && inner !== undefined && token.kind === inner.close) {
      open.pop();
      path.pop();
      expects = 'comma';
      continue;
    }
    const keys = inner?.keys ?? null;
    if (keys !== null && expects !== 'value') {
      if (token.kind !== 'string') return wrong(token, t('a key in double quotes'));
      const key = String(JSON.parse(text.slice(token.start, token.end)));
      path[path.length - 1] = key;
      if (keys.has(key)) duplicates.push({ path: [...path], offset: token.start });
      keys.add(key);
      keyOffset = token.start;
      const colon = next();
      if (colon.kind === 'fault') return fault(colon.start, colon.message);
      if (colon.kind !== ':') {
        return fault(
          colon.start,
          t('must be : behind the key {{key}}, got {{text}}', {
            key: JSON.stringify(key),
            text: shown(text, colon),
          }),
        );
      }
      expects = 'value';
      continue;
    }
    hear(path, token.start, keyOffset ?? token.start);
    keyOffset = null;
    switch (token.kind) {
      case '{':
        open.push({ close: '}', start: token.start, keys: new Set() });
        path.push('');
        expects = 'first';
        break;
      case '[':
        open.push({ close: ']', start: token.start, keys: null });
        path.push(0);
        expects = 'first';
        break;
      case 'string':
      case 'scalar':
        expects = 'comma';
        break;
      default:
        return wrong(token, 'a value');
    }
  }
}

function endFault(text: string, inner: Open | undefined): string {
  if (inner !== undefined) {
    return t('the text ends here, but {{text}} is not closed: add {{close}}', {
      text: text[inner.start] ?? '',
      close: inner.close,
    });
  }
  return t('there is nothing here: a JSON value is needed');
}

/** A token as messages show it. */
function shown(text: string, token: JsonToken): string {
  if (!('end' in token)) return t('the end of the text');
  const whole = text.slice(token.start, token.end);
  return whole.length > 40 ? `${whole.slice(0, 39)}…` : whole;
}
