import { expect, test } from 'vitest';

import { emptySchedule } from '#schedule/documentEdits.ts';
import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { formatPlacedProblem } from '#schedule/problem.ts';

const problems = (text: string): readonly string[] => {
  const parsed = parseScheduleText(text);
  return parsed.ok ? [] : parsed.problems.map(formatPlacedProblem);
};

const BROKEN = `{
  "format": "reactor-studio/schedule",
  "version": 1,
  "name": "Broken",
  "colour": "red",
  "functions": {
    "f": { "steps": [{ "do": "start", "node": "nobody" }] },
    "f": { "steps": [{ "do": "start", "node": "none" }] }
  },
  "nodes": [
    { "kind": "callLater", "id": "a", "position": { "x": 0, "y": 0 },
      "starts": "program", "call": "f" }
  ]
}
`;

const FOUND = [
  'line 1, column 1: horizon: must be a finite number >= 0, got nothing',
  'line 5, column 3: colour: is not a key that belongs here: remove it',
  'line 8, column 5: functions.f: stands twice in this object, and only the last one would count: remove one',
  'line 8, column 39: functions.f.steps[0].node: names the node none, which does not exist: add it or name another',
  'line 11, column 5: nodes[0].delay: must be seconds, or { "uniform": [a, b] }, { "exponential": mean }, { "normal": [mean, sd] }, { "lognormal": [median, sigma] } or { "choice": [[seconds, weight], …] }, got nothing',
];

test('every problem of a file has its place, in the order of the lines', () => {
  expect(problems(BROKEN)).toEqual(FOUND);
});

test('CRLF and a byte order mark change nothing', () => {
  expect(problems(`\uFEFF${BROKEN.replaceAll('\n', '\r\n')}`)).toEqual(FOUND);
});

test('what is no JSON has its place', () => {
  expect([problems('{\n  "format": "x",\n}'), problems(''), problems('not JSON')]).toEqual([
    ['line 2, column 16: document: must be JSON: nothing follows this comma: remove it'],
    ['line 1, column 1: document: must be JSON: there is nothing here: a JSON value is needed'],
    ['line 1, column 1: document: must be JSON: not stands outside of quotes: put a text in "…"'],
  ]);
});

test('a key that stands twice is an error even where all else is well', () => {
  const text = JSON.stringify(emptySchedule()).replace('"seed":1', '"seed":1,"seed":2');
  expect([problems(text), parseScheduleText(text).ok]).toEqual([
    [
      'line 1, column 100: seed: stands twice in this object, and only the last one would count: remove one',
    ],
    false,
  ]);
});
