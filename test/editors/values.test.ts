import { describe, expect, test } from 'vitest';

import { pythonRepr } from '#base/python.ts';
import { parseValue } from '#editors/parsing/parseValue.ts';

/** What became of a text: its value as JSON, or what is wrong with it. */
function read(text: string): unknown {
  const parsed = parseValue(text);
  return parsed.ok
    ? parsed.value
    : parsed.message.replace('must be a value in Python or JSON: ', '');
}

describe('a value', () => {
  test('is JSON', () => {
    expect(
      ['12', '"done"', ' [1, null] ', '{"a": true}', '-0.5e3', '"\\ud83d\\ude00"'].map(read),
    ).toEqual([12, 'done', [1, null], { a: true }, -500, '😀']);
  });

  test('is a Python literal', () => {
    expect(
      [
        'None',
        'True',
        'False',
        "'text'",
        "'it\\'s'",
        '"it\'s"',
        "'\\x41\\u00e9\\U0001F600\\n'",
        "'\\d'",
        '[1, None, [True,],]',
        '{\'rows\': 12, "more": {}}',
        '1_000',
        '+.5',
        '5.',
        '[]',
        '{}',
      ].map(read),
    ).toEqual([
      null,
      true,
      false,
      'text',
      "it's",
      "it's",
      'Aé😀\n',
      '\\d',
      [1, null, [true]],
      { rows: 12, more: {} },
      1000,
      0.5,
      5,
      [],
      {},
    ]);
  });

  test('that is Python’s own repr is read back', () => {
    for (const value of [
      null,
      true,
      12,
      0.25,
      "it's \\ \n",
      ['a', { 'k "': [false, null] }],
      '🦊\x00',
    ]) {
      expect(parseValue(pythonRepr(value))).toEqual({ ok: true, value });
    }
  });

  test('that is none says what is wrong with it', () => {
    const faults = Object.fromEntries(
      [
        'done',
        'two words',
        "'done",
        '[1',
        '[1 2]',
        '{1: 2}',
        "{'a' 2}",
        '(1, 2)',
        '1, 2',
        '12 34',
        '1e999',
        "'\\x4'",
        '[',
        '@',
        'NULL',
        'constructor',
      ].map((text) => [text, read(text)]),
    );
    expect(faults).toEqual({
      done: 'text is written in quotes, as "done"',
      'two words': 'text is written in quotes, as "two words"',
      "'done": "the closing ' is missing",
      '[1': 'a ] is missing',
      '[1 2]': 'a comma is missing before "2]"',
      '{1: 2}': 'the keys of a dict must be texts, as "rows"',
      "{'a' 2}": 'a : must follow the key "a"',
      '(1, 2)': 'a tuple is written as a list, as [1, 2]',
      '1, 2': 'a tuple is written as a list, as [1, 2]',
      '12 34': 'there is "34" behind the value',
      '1e999': '1e999 is too large',
      "'\\x4'": '\\x must be followed by 2 hexadecimal digits',
      '[': 'it ends too early',
      '@': "for example 12, 'text', True, None, [1, 2] or {'rows': 12}",
      NULL: 'text is written in quotes, as "NULL"',
      constructor: 'text is written in quotes, as "constructor"',
    });
    expect(read('')).toBe('must not be empty: type None for nothing');
  });

  test('that is nested too deep is refused and overflows nothing', () => {
    expect(read(`${'['.repeat(100_000)}None`)).toBe('it is nested too deep');
  });

  test('has a key __proto__ as a key of its own, which the document then refuses', () => {
    const parsed = parseValue("{'__proto__': 1}");
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__']);
  });
});
