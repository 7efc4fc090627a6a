import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { checkFile } from './checkFile.ts';
import { checkRandom } from './checkRandom.ts';
import { KINDS, type Kind, type Scripts } from './kinds.ts';
import { readOptions } from './options.ts';
import type { Outcome, Row } from './programs/program.ts';
import type { Twisted } from './twisted.ts';

const PROGRAM = {
  id: 'clock-1',
  kind: 'clock',
  script: [
    ['later', 'c0', 1, []],
    ['advance', 2],
  ],
  trace: [
    [0.0, 'list', [['c0', 1.0]]],
    [2.0, 'run', 'c0'],
    [2.0, 'advance', 'ok'],
    [2.0, 'list', []],
  ],
};

test('a file of programs passes where the port shows what stands in it', () => {
  expect(check([{ twisted: '22.4.0' }, PROGRAM, PROGRAM])).toEqual({
    tally: { passed: 2, failed: 0 },
    printed: [],
  });
});

test('the states of Deferreds may leave out the mark of an unhandled error', () => {
  const script = [
    ['new', 'd0', null],
    ['fail', 'd0', 'x'],
  ];
  const states = (state: readonly unknown[]): unknown => ['states', { d0: state }];
  const trace = (mark: readonly number[]): unknown => [
    states([0, 0, '-', ...mark]),
    ['fail', 'd0', 'ok'],
    states([1, 0, '!x', ...mark.map(() => 1)]),
  ];
  const program = { id: 'deferred-1', kind: 'deferred', script };
  const { tally } = check([
    { ...program, trace: trace([]) },
    { ...program, trace: trace([0]) },
  ]);
  expect(tally).toEqual({ passed: 2, failed: 0 });
});

test('the first difference is shown side by side, and all are counted', () => {
  const wrong = { ...PROGRAM, trace: PROGRAM.trace.with(1, [1.0, 'run', 'c0']) };
  expect(check([PROGRAM, wrong, wrong])).toEqual({
    tally: { passed: 1, failed: 2 },
    printed: [
      [
        'line 2, clock-1: the first difference is in row 1',
        '  row  Twisted                port',
        '    0  [0,"list",[["c0",1]]]  [0,"list",[["c0",1]]]',
        '>   1  [1,"run","c0"]         [2,"run","c0"]',
        '    2  [2,"advance","ok"]     [2,"advance","ok"]',
        '    3  [2,"list",[]]          [2,"list",[]]',
        'of the program',
        '  ["later","c0",1,[]]',
        '  ["advance",2]',
        '',
      ].join('\n'),
    ],
  });
});

test('what is no program fails', () => {
  const { tally } = check([{ ...PROGRAM, kind: 'sundial' }, { ...PROGRAM, trace: 5 }, 'no JSON']);
  expect(tally).toEqual({ passed: 0, failed: 3 });
});

test('a file that is not there fails', () => {
  expect(checkFile('/no/such/file', () => {})).toEqual({ passed: 0, failed: 1 });
});

test('random programs that are alike all pass, as many as are asked for', async () => {
  const twisted = likePort((rows) => rows);
  const tally = await checkRandom('reactor', 300, 7, twisted, () => {});
  expect(tally).toEqual({ passed: 300, failed: 0 });
});

test('of random programs that differ, the smallest form of the first one is told', async () => {
  const told: string[] = [];
  const hasReset = (rows: readonly Row[]): boolean => rows.some((row) => row[1] === 'reset');
  const twisted = likePort((rows) => (hasReset(rows) ? [...rows, ['extra']] : rows));
  const { passed, failed } = await checkRandom('looping', 40, 7, twisted, (difference) => {
    told.push(difference);
  });
  expect({ all: passed + failed, some: passed > 0 && failed > 1, told: told.length }).toEqual({
    all: 40,
    some: true,
    told: 1,
  });
  expect(told[0]).toContain('["extra"]');
});

test('the command line asks for random programs or for a file, and for nothing else', () => {
  expect([
    readOptions(['--count', '10', '--seed', '3']),
    readOptions(['--programs', '/programs.jsonl']),
    readOptions(['--programs', '/programs.jsonl', '--count', '3']),
    readOptions(['--count', 'many']),
    readOptions(['--times', '3']),
  ]).toEqual([{ count: 10, seed: 3 }, { programs: '/programs.jsonl' }, null, null, null]);
});

function check(lines: readonly unknown[]): {
  readonly tally: unknown;
  readonly printed: readonly string[];
} {
  const path = join(mkdtempSync(join(tmpdir(), 'programs-')), 'programs.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, `${text.join('\n')}\n`);
  const printed: string[] = [];
  const tally = checkFile(path, (line) => printed.push(line));
  return { tally, printed };
}

/** Stands in for Twisted: shows what the port does, changed. */
function likePort(change: (rows: readonly Row[]) => Outcome): Twisted {
  return {
    version: 'none',
    run: (kind, script) => {
      const rows = runAs(kind as Kind, script);
      return Promise.resolve(rows === null ? null : change(rows));
    },
    close: () => Promise.resolve(),
  };
}

function runAs<K extends Kind>(kind: K, script: unknown): Outcome {
  return KINDS[kind].run(script as Scripts[K]);
}
