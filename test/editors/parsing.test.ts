import { describe, expect, test } from 'vitest';

import { parseDuration } from '#editors/parsing/parseDuration.ts';
import { parseEpoch } from '#editors/parsing/parseEpoch.ts';
import { formatMoments, parseMoments } from '#editors/parsing/parseMoments.ts';
import { parseName } from '#editors/parsing/parseName.ts';
import { parseChance, parseNumber } from '#editors/parsing/parseNumber.ts';
import type { Parsed } from '#editors/parsing/parsed.ts';
import { parseOptionalWhole, parseWhole } from '#editors/parsing/parseWhole.ts';
import { problemText } from '#editors/parsing/problemText.ts';

import { schedule } from '../support/schedules.ts';

/** What became of each text: its value, or what is wrong with it. */
function outcomes<T>(parse: (text: string) => Parsed<T>, texts: readonly string[]): object {
  return Object.fromEntries(
    texts.map((text) => {
      const parsed = parse(text);
      return [text, parsed.ok ? parsed.value : parsed.message];
    }),
  );
}

describe('a time', () => {
  test('is a number of seconds, or a number with its unit', () => {
    const typed = [
      '1.5',
      '1.5s',
      ' 2 ',
      '.5',
      '5.',
      '200ms',
      '200 MS',
      '2min',
      '1 h',
      '250µs',
      '1e-3',
    ];
    expect(outcomes(parseDuration, typed)).toEqual({
      '1.5': 1.5,
      '1.5s': 1.5,
      ' 2 ': 2,
      '.5': 0.5,
      '5.': 5,
      '200ms': 0.2,
      '200 MS': 0.2,
      '2min': 120,
      '1 h': 3600,
      '250µs': 0.00025,
      '1e-3': 0.001,
    });
  });

  test('may be negative: the document refuses it in its own words', () => {
    expect(outcomes(parseDuration, ['-1', '-200ms'])).toEqual({ '-1': -1, '-200ms': -0.2 });
  });

  test('has no bare m, which could be ms or min', () => {
    expect(outcomes(parseDuration, ['', '2m', 'soon', '1:30', '1,5', 'constructor'])).toEqual({
      '': 'must not be empty: type 1.5, 200ms or 2min',
      '2m': 'must be a time such as 1.5, 200ms or 2min, got "2m"',
      soon: 'must be a time such as 1.5, 200ms or 2min, got "soon"',
      '1:30': 'must be a time such as 1.5, 200ms or 2min, got "1:30"',
      '1,5': 'must be a time such as 1.5, 200ms or 2min, got "1,5"',
      constructor: 'must be a time such as 1.5, 200ms or 2min, got "constructor"',
    });
  });

  test('reads what a field shows of it', () => {
    for (const seconds of [0, 0.2, 1e-7, 12.4, 1e9, 0.1 + 0.2]) {
      expect(parseDuration(String(seconds))).toEqual({
        ok: true,
        value: Number(seconds.toPrecision(15)),
      });
    }
  });
});

test('a whole number is read with its sign; words and exponents are not', () => {
  expect(outcomes(parseWhole, ['4', ' 12 ', '-1', '1.5', '', '1e3', 'four'])).toEqual({
    '4': 4,
    ' 12 ': 12,
    '-1': -1,
    '1.5': 1.5,
    '': 'must not be empty: type a whole number',
    '1e3': 'must be a whole number, got "1e3"',
    four: 'must be a whole number, got "four"',
  });
});

test('a whole number that may be left out is null where nothing is typed', () => {
  expect(outcomes(parseOptionalWhole, ['', '  ', '3', 'x'])).toEqual({
    '': null,
    '  ': null,
    '3': 3,
    x: 'must be a whole number, got "x"',
  });
});

test('a number is any finite one, and a chance may be typed in per cent', () => {
  expect(outcomes(parseNumber, ['0.5', '1e-3', '', 'Infinity', 'x'])).toEqual({
    '0.5': 0.5,
    '1e-3': 0.001,
    '': 'must be a number such as 0.5, got ""',
    Infinity: 'must be a number such as 0.5, got "Infinity"',
    x: 'must be a number such as 0.5, got "x"',
  });
  expect(outcomes(parseChance, ['0.3', '30%', '7 %', '150%', '%'])).toEqual({
    '0.3': 0.3,
    '30%': 0.3,
    '7 %': 0.07,
    '150%': 1.5,
    '%': 'must be a number such as 0.5, got ""',
  });
});

test('moments are times with commas between them, and are shown so', () => {
  expect(outcomes(parseMoments, ['3, 7.5, 20', '200ms,2min;1h', '3,', '', '3 7', '1, x'])).toEqual({
    '3, 7.5, 20': [3, 7.5, 20],
    '200ms,2min;1h': [0.2, 120, 3600],
    '3,': [3],
    '': [],
    '3 7': 'must be times with commas between them, such as 3, 7.5, 2min, got "3 7"',
    '1, x': 'must be times with commas between them, such as 3, 7.5, 2min, got "x"',
  });
  expect(formatMoments([3, 7.5, 1e-7])).toBe('3, 7.5, 1e-7');
});

test('an epoch is a date and time as ISO writes it; what is left out is midnight and UTC', () => {
  const typed = [
    '',
    '2026-03-01',
    '2026-03-01 08:30',
    '2026-03-01T08:30:15.5+02:00',
    '2026-03-01t08:30z',
    '2024-02-29',
    '2026-02-29',
    '2026-03-01T25:00',
    'today',
  ];
  const fault = (text: string): string =>
    `must be a date and time such as 2026-03-01T08:00:00Z, got "${text}"`;
  expect(outcomes(parseEpoch, typed)).toEqual({
    '': null,
    '2026-03-01': '2026-03-01T00:00:00Z',
    '2026-03-01 08:30': '2026-03-01T08:30:00Z',
    '2026-03-01T08:30:15.5+02:00': '2026-03-01T08:30:15.5+02:00',
    '2026-03-01t08:30z': '2026-03-01T08:30:00Z',
    '2024-02-29': '2024-02-29T00:00:00Z',
    '2026-02-29': fault('2026-02-29'),
    '2026-03-01T25:00': fault('2026-03-01T25:00'),
    today: fault('today'),
  });
});

test('a name is legal and not taken by a node or a function', () => {
  const document = schedule({
    functions: { tick: [] },
    nodes: [
      { kind: 'loopingCall', id: 'poll', interval: 1, call: 'tick' },
      { kind: 'deferred', id: 'job' },
    ],
  });
  const parse = (text: string): Parsed<string> => parseName(document, 'poll', text);
  expect(outcomes(parse, ['fetch', ' fetch ', 'poll', 'job', 'tick', 'class', ''])).toEqual({
    fetch: 'fetch',
    ' fetch ': 'fetch',
    poll: 'poll',
    job: 'must be unique, but another node is called job',
    tick: 'must be unique, but another function is called tick',
    class: 'must not be the Python keyword class',
    '': 'must not be empty: give it a name such as poll_feed',
  });
});

describe('the text of problems beside a field', () => {
  const problem = (path: readonly (string | number)[], message: string) =>
    ({ path, message }) as const;

  test('is that of the problem whose path ends in the field', () => {
    const problems = [problem(['name'], 'is bad'), problem(['nodes', 2, 'delay'], 'must be >= 0')];
    expect(problemText(problems, 'delay')).toBe('must be >= 0');
  });

  test('is that of one inside the field, else of any, with its place', () => {
    const deep = [problem(['functions', 'f', 'steps', 0, 'value', 'a', 3], 'is too deep')];
    expect(problemText(deep, 'value')).toBe('is too deep');
    expect(problemText(deep, 'delay')).toBe('functions.f.steps[0].value.a[3]: is too deep');
  });

  test('is nothing where there is no problem', () => {
    expect(problemText([], 'delay')).toBeNull();
  });
});
