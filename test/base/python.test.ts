import { expect, test } from 'vitest';

import {
  pythonEscape,
  pythonFloat,
  pythonNumber,
  pythonRepr,
  pythonStr,
  pythonThreeDecimals,
} from '#base/python.ts';

test('JSON values are shown as Python shows them', () => {
  const values = [
    null,
    true,
    false,
    12,
    -0,
    1.5,
    0.00001,
    1e22,
    'text',
    "it's",
    'both \' and "',
    'line\nbreak',
    '\u0007',
    '中文',
    '\u200f',
    [1, [null]],
    { a: 1, 'b c': 'd' },
  ];
  expect(values.map((value) => pythonRepr(value))).toEqual([
    'None',
    'True',
    'False',
    '12',
    '0',
    '1.5',
    '1e-05',
    '10000000000000000000000',
    "'text'",
    '"it\'s"',
    "'both \\' and \"'",
    "'line\\nbreak'",
    "'\\x07'",
    "'中文'",
    "'\\u200f'",
    '[1, [None]]',
    "{'a': 1, 'b c': 'd'}",
  ]);
});

test('str() leaves a string as it is', () => {
  expect([pythonStr('a'), pythonStr(['a']), pythonStr(null)]).toEqual(['a', "['a']", 'None']);
});

test('the inside of a literal escapes its own quote, and whatever cannot be seen or breaks a line', () => {
  const text = 'a"b\'c\\ \n\u2028\u202e\ud800\u0085 中文 😀';
  expect([pythonEscape(text, '"'), pythonEscape(text, "'"), pythonEscape(text, '')]).toEqual([
    'a\\"b\'c\\\\ \\n\\u2028\\u202e\\ud800\\x85 中文 😀',
    'a"b\\\'c\\\\ \\n\\u2028\\u202e\\ud800\\x85 中文 😀',
    'a"b\'c\\\\ \\n\\u2028\\u202e\\ud800\\x85 中文 😀',
  ]);
});

test("three decimals round a tie to the even digit, as Python's format does", () => {
  expect([0.0625, 0.1875, 0.3125, 12.4, 2.0005, 0].map(pythonThreeDecimals)).toEqual([
    '0.062',
    '0.188',
    '0.312',
    '12.400',
    '2.001',
    '0.000',
  ]);
});

test('floats are shown as Python shows them', () => {
  expect([2, -0.5, 0.00002, 1e15, 1e16, -2.5e22, NaN].map(pythonFloat)).toEqual([
    '2.0',
    '-0.5',
    '2e-05',
    '1000000000000000.0',
    '1e+16',
    '-2.5e+22',
    'nan',
  ]);
  expect([Infinity, -Infinity].map(pythonNumber)).toEqual(['inf', '-inf']);
});
