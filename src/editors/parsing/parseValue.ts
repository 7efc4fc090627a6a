import { msg, t } from '#words/words.ts';

import type { DocumentValue } from './documentValue.ts';
import { readString } from './readString.ts';
import type { Parsed } from './parsed.ts';

/** Deeper values are refused by the document: no need to read them. */
const MAX_DEPTH = 64;

/** Words of Python and of JSON, for whoever mixes the two. */
const WORDS: Readonly<Record<string, null | boolean>> = {
  None: null,
  True: true,
  False: false,
  null: null,
  true: true,
  false: false,
};

// Sticky: they match where the reader is.
const NUMBER = /[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SPACE = /\s*/y;
const WORD = /[\p{L}_][\p{L}\d_]*/uy;

class LiteralFault extends Error {}

/**
 * The value that somebody typed as JSON or as a Python literal: `None`, `True`, a number, a text in
 * either quotes, a list, a dict whose keys are texts. A tuple would come back as a list, so it is
 * refused.
 */
export function parseValue(text: string): Parsed<DocumentValue> {
  if (text.trim() === '')
    return { ok: false, message: t('must not be empty: type None for nothing') };
  const reader = new Reader(text.trim());
  try {
    const value = reader.readValue(0);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof LiteralFault) return { ok: false, message: error.message };
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @throws LiteralFault where something stands behind the value. */
  end(): void {
    if (this.#next() === '') return;
    const rest = this.#rest();
    if (rest.startsWith(',')) throw fault('a tuple is written as a list, as [1, 2]');
    throw fault(`there is ${quoted(rest)} behind the value`);
  }

  readValue(depth: number): DocumentValue {
    if (depth > MAX_DEPTH) throw fault('it is nested too deep');
    const next = this.#next();
    if (next === '[') return this.#readList(depth);
    if (next === '{') return this.#readDict(depth);
    if (next === '"' || next === "'") return this.#readText();
    if (next === '(') throw fault('a tuple is written as a list, as [1, 2]');
    const number = this.#match(NUMBER);
    if (number !== undefined) return this.#readNumber(number);
    return this.#readWord();
  }

  #readList(depth: number): DocumentValue {
    const items: DocumentValue[] = [];
    this.#at += 1;
    while (this.#next() !== ']') {
      items.push(this.readValue(depth + 1));
      this.#comma(']');
    }
    this.#at += 1;
    return items;
  }

  #readDict(depth: number): DocumentValue {
    const entries: [string, DocumentValue][] = [];
    this.#at += 1;
    while (this.#next() !== '}') {
      const quote = this.#next();
      if (quote !== '"' && quote !== "'")
        throw fault('the keys of a dict must be texts, as "rows"');
      const key = this.#readText();
      if (this.#next() !== ':') throw fault(`a : must follow the key ${quoted(key)}`);
      this.#at += 1;
      entries.push([key, this.readValue(depth + 1)]);
      this.#comma('}');
    }
    this.#at += 1;
    return Object.fromEntries(entries);
  }

  #readText(): string {
    const read = readString(this.#text, this.#at);
    if ('fault' in read) throw fault(read.fault);
    this.#at = read.end;
    return read.value;
  }

  #readNumber(text: string): number {
    this.#at += text.length;
    const value = Number(text.replaceAll('_', ''));
    if (!Number.isFinite(value)) throw fault(`${text} is too large`);
    return value;
  }

  #readWord(): DocumentValue {
    const word = this.#match(WORD);
    const value = word !== undefined && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (word === undefined || value === undefined) throw this.#unknown(word);
    this.#at += word.length;
    return value;
  }

  #unknown(word: string | undefined): LiteralFault {
    if (this.#next() === '') return fault(t('it ends too early'));
    if (word === undefined) return fault(t(SAMPLES));
    // Who types a lone word means a text.
    const lone = /^[\p{L}\d_ .-]+$/u.test(this.#text) ? this.#text : word;
    return fault(t('text is written in quotes, as {{lone}}', { lone: JSON.stringify(lone) }));
  }

  /** A comma, or the closing bracket, which stays. */
  #comma(close: ']' | '}'): void {
    const next = this.#next();
    if (next === ',') this.#at += 1;
    else if (next === '') throw fault(t('a {{close}} is missing', { close }));
    else if (next !== close)
      throw fault(t('a comma is missing before {{rest}}', { rest: quoted(this.#rest()) }));
  }

  /** The next character that is no white space; empty at the end. */
  #next(): string {
    this.#at += this.#match(SPACE)?.length ?? 0;
    return this.#text.charAt(this.#at);
  }

  #rest(): string {
    return this.#text.slice(this.#at);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }
}

const SAMPLES = msg("for example 12, 'text', True, None, [1, 2] or {'rows': 12}");

function fault(reason: string): LiteralFault {
  return new LiteralFault(t('must be a value in Python or JSON: {{reason}}', { reason }));
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 20 ? `${text.slice(0, 19)}…` : text);
}
