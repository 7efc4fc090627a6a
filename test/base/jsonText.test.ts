import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readJsonText } from '#base/jsonText.ts';
import { textPlaces } from '#base/textPlace.ts';

/** The first fault of a text as a reader would see it. */
const fault = (text: string): string | null => {
  const found = readJsonText(text).fault;
  if (found === null) return null;
  const { line, column } = textPlaces(text)(found.offset);
  return `${line}:${column} ${found.message}`;
};

test('each fault has its place and its mend', () => {
  const texts = [
    '',
    '  \n ',
    '{"a": 1',
    '{"a": [1, 2}',
    '{"a": 1,\r\n}',
    '[1,\n 2,\n]',
    '{"a" 1}',
    '{a: 1}',
    "{'a': 1}",
    '{"a": \'x\'}',
    '{"a": True}',
    '{"a": None}',
    '{"a": NaN}',
    '{"a": hello}',
    '{"a": 01}',
    '{"a": +1}',
    '{"a": .5}',
    '{"a": "x\n"}',
    '{"a": "x',
    '{"a": "C:\\dir"}',
    '{"a": "x\u0007y"}',
    '{"a": 1} // note',
    '{ // note\n}',
    '{"a": 1} {"b": 2}',
    '{"a": 1 "b": 2}',
    '[1 2]',
    ']',
    '\u0000\u0001',
  ];
  expect(texts.map(fault)).toMatchInlineSnapshot(`
    [
      "1:1 there is nothing here: a JSON value is needed",
      "2:2 there is nothing here: a JSON value is needed",
      "1:8 the text ends here, but { is not closed: add }",
      "1:12 must be , or ], got }",
      "1:8 nothing follows this comma: remove it",
      "2:3 nothing follows this comma: remove it",
      "1:6 must be : behind the key "a", got 1",
      "1:2 a stands outside of quotes: put a text in "…"",
      "1:2 a text stands in double quotes in JSON: write "…"",
      "1:7 a text stands in double quotes in JSON: write "…"",
      "1:7 True is written true in JSON",
      "1:7 None is called null in JSON",
      "1:7 NaN is no number that JSON knows",
      "1:7 hello stands outside of quotes: put a text in "…"",
      "1:7 01 is no number that JSON knows: write it such as 0.5, -2 or 1e9",
      "1:7 +1 is no number that JSON knows: write it such as 0.5, -2 or 1e9",
      "1:7 .5 is no number that JSON knows: write it such as 0.5, -2 or 1e9",
      "1:7 a text begins here and has no end: close it with "",
      "1:7 a text begins here and has no end: close it with "",
      "1:10 \\d means nothing in a text: write \\\\ for a backslash",
      "1:9 a control character stands in a text: write it as \\u0007",
      "1:10 JSON has no comments: remove it",
      "1:3 JSON has no comments: remove it",
      "1:10 { stands behind the end: remove it",
      "1:9 must be , or }, got "b"",
      "1:4 must be , or ], got 2",
      "1:1 must be a value, got ]",
      "1:1 U+0000 does not belong here: remove it",
    ]
  `);
});

test('a key that stands twice in one object is told, with its path and its second place', () => {
  const text = '{"a": [{"x": 1, "y": {"x": 2}, "x": 3}], "\\u0061": 4, "__proto__": 1}';
  expect(readJsonText(text)).toEqual({
    fault: null,
    duplicates: [
      { path: ['a', 0, 'x'], offset: text.lastIndexOf('"x"') },
      { path: ['a'], offset: text.indexOf('"\\u0061"') },
    ],
  });
});

test('every value is heard with its path, and with its key', () => {
  const text = '{"a": [10, {"b": "x"}],\n "c": {}, "d": []}';
  const heard: string[] = [];
  readJsonText(text, (path, valueOffset, keyOffset) => {
    heard.push(
      `${path.join('/')} ${text[keyOffset] ?? ''}${keyOffset} ${text[valueOffset] ?? ''}${valueOffset}`,
    );
  });
  expect(heard).toEqual([
    ' {0 {0',
    'a "1 [6',
    'a/0 17 17',
    'a/1 {11 {11',
    'a/1/b "12 "17',
    'c "25 {30',
    'd "34 [39',
  ]);
});

test('a text is JSON here exactly where JSON.parse reads it, however it is broken', () => {
  const broken = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', '\\', '1', 'e', '-', ' ', '{', ':', '\n'),
    )
    .map(([text, at, put]) => {
      const index = text.length === 0 ? 0 : at % text.length;
      return `${text.slice(0, index)}${put}${text.slice(index + (at % 2))}`;
    });
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.oneof(broken, fc.string(), fc.json()), (text) => {
      expect(readJsonText(text).fault === null).toBe(isJson(text));
    }),
    { numRuns: 3000 },
  );
});

test('a hundred thousand levels and a text of millions of characters are walked', () => {
  expect(readJsonText(JSON.stringify('\n\u0000x"'.repeat(2_000_000))).fault).toBe(null);
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect([readJsonText(deep).fault, readJsonText(deep.slice(1)).fault?.offset]).toEqual([
    null,
    199_998,
  ]);
});

test('lines end in LF, CRLF or CR; columns count from 1', () => {
  const at = textPlaces('ab\r\nc\rd\n\ne');
  expect(
    [0, 1, 2, 4, 5, 6, 7, 8, 9, 10].map((offset) => Object.values(at(offset)).join(':')),
  ).toEqual(['1:1', '1:2', '1:3', '2:1', '2:2', '3:1', '3:2', '4:1', '5:1', '5:2']);
});
