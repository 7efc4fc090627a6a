import { expect, test } from 'vitest';

import { firstDifference } from './firstDifference.ts';

test('two runs with the same rows have no difference, nor have two that are not fit', () => {
  const rows = [[0, 'run', 'a']];
  expect([firstDifference([], rows, [[0, 'run', 'a']]), firstDifference([], null, null)]).toEqual([
    null,
    null,
  ]);
});

test('the first row that differs is shown with the rows around it and the program', () => {
  const twisted = [[0, 'run', 'a'], [0.1, 'run', 'b'], ['end']];
  const port = [
    [0, 'run', 'a'],
    [0.1, 'run', 'c'],
  ];
  const script = [
    ['later', 'a', 0, []],
    ['later', 'b', 0.1, []],
  ];
  expect(firstDifference(script, twisted, port)).toBe(
    [
      'the first difference is in row 1',
      '  row  Twisted          port',
      '    0  [0,"run","a"]    [0,"run","a"]',
      '>   1  [0.1,"run","b"]  [0.1,"run","c"]',
      '>   2  ["end"]          (no more rows)',
      'of the program',
      '  ["later","a",0,[]]',
      '  ["later","b",0.1,[]]',
    ].join('\n'),
  );
});

test('a program that is fit on one side only is a difference', () => {
  expect(firstDifference({ count: true, ops: [] }, null, [['end']])).toBe(
    [
      'the first difference is in row 0',
      '  row  Twisted                   port',
      '>   0  (not fit for comparison)  ["end"]',
      'of the program',
      '  count: true',
      '  ops: []',
    ].join('\n'),
  );
});
