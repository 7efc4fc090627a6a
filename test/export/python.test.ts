import { spawnSync } from 'node:child_process';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { exportPython } from '#export/exportPython.ts';

import { findTwistedPython } from '../conformance/twisted.ts';
import { fixture, FIXTURES } from './fixtures.ts';
import { hostileSchedules } from './hostileSchedules.ts';
import { withPlainTexts } from './plainTexts.ts';
import { checkPrograms, programShape, runProgram, wholeProgram } from './python.ts';

const python = findTwistedPython() ?? '';
const hasPyflakes = python !== '' && spawnSync(python, ['-c', 'import pyflakes.api']).status === 0;

/** How many random schedules; the same seed and count give the same ones. */
const COUNT = Number(process.env['EXPORT_COUNT'] ?? 200);
const SEED = Number(process.env['EXPORT_SEED'] ?? Date.now() % 2 ** 31);
/** Milliseconds; a busy machine starts a Python in seconds. */
const TIMEOUT = 60_000 + 200 * COUNT;

if (python === '') {
  console.warn(
    '\n*** SKIPPED: no exported program is compiled or run, for there is no Twisted here. ***\n' +
      '*** Install it and name its Python in the environment variable TWISTED_PYTHON.      ***\n',
  );
} else if (!hasPyflakes) {
  console.warn(
    '\n*** SKIPPED: exported programs are not checked with pyflakes, for there is none here. ***\n' +
      '*** Install it (apt-get install python3-pyflakes, or pip install pyflakes).           ***\n',
  );
}

describe.skipIf(python === '')('exported programs', { timeout: TIMEOUT }, () => {
  test('parse, compile, have no loose ends, and hold the texts and values of their steps', () => {
    const { pyflakes, programs } = checkPrograms(
      python,
      FIXTURES.map((name) => wholeProgram(fixture(name))),
    );
    expect(pyflakes).toBe(hasPyflakes);
    expect(programs.map(({ faults }, index) => [FIXTURES[index], faults])).toEqual(
      FIXTURES.map((name) => [name, []]),
    );
  });

  test('of random schedules do too, and no text of theirs changes the shape of a program', () => {
    console.info(`${COUNT} random schedules: EXPORT_SEED=${SEED} EXPORT_COUNT=${COUNT}`);
    const schedules = fc.sample(hostileSchedules, { numRuns: COUNT, seed: SEED });
    const { programs } = checkPrograms(python, [
      ...schedules.map(wholeProgram),
      ...schedules.map(withPlainTexts).map(programShape),
    ]);
    const faulty = programs.flatMap(({ faults }, index) =>
      faults.length === 0 ? [] : [{ index, faults }],
    );
    expect(faulty).toEqual([]);
    const changed = schedules.flatMap((_, index) =>
      programs[index]?.skeleton === programs[index + COUNT]?.skeleton ? [] : [index],
    );
    expect(changed).toEqual([]);
  });

  test('run by themselves in real time on the reactor', () => {
    const { status, lines, errors } = runProgram(
      python,
      exportPython(fixture('a_third_of_a_second')),
    );
    expect([status, lines.toSorted()]).toEqual([
      0,
      [
        'CancelledError()',
        'in a thread',
        "late: TimeoutError(0.2, 'Deferred')",
        'shop closed',
        'tick 1',
        'tick 2',
        'visited',
        'waited',
        "{'tick': [1, None]}",
        '42',
      ].toSorted(),
    ]);
    // On a busy machine things that do not wait for each other may change places.
    const inOrder = [
      ['tick 1', "{'tick': [1, None]}", 'tick 2'],
      ['in a thread', '42'],
      ['waited', 'visited'],
      ['CancelledError()', 'shop closed'],
    ];
    expect(inOrder.map((part) => lines.filter((line) => part.includes(line)))).toEqual(inOrder);
    expect(errors.match(/ValueError: \w+/g)).toEqual(['ValueError: lost']);
  });

  test('may have ids and functions that are names of modules, variables and built-ins', () => {
    const { lines, errors } = runProgram(python, exportPython(fixture('names_of_python')));
    expect([errors, lines]).toEqual([
      '',
      [
        'print 1 at 1.000',
        'isinstance value',
        'next',
        'isinstance shown',
        'Failure shown',
        "isinstance Task('own')",
        "min Task('own')",
      ],
    ]);
  });

  test('drive a test clock themselves: no real time passes', () => {
    const began = performance.now();
    const byDeadlines = runProgram(python, exportPython(fixture('on_a_test_clock')));
    const byHand = runProgram(python, exportPython(fixture('advanced_by_hand')));
    expect(performance.now() - began).toBeLessThan(8000);
    expect(byDeadlines.lines).toEqual([
      'tick 1 at 0.000',
      'slice',
      'slice',
      'after at 1.000',
      'tick 2 at 2.000',
      'late at 3.000',
      'tick 3 at 4.000',
      "ended: LoopError('third')",
      'after at 9.000',
    ]);
    expect(byDeadlines.errors.match(/^builtins\..*$/gm)).toEqual([
      "builtins.KeyError: 'oops'",
      "builtins.AttributeError: 'Clock' object has no attribute 'stop'",
    ]);
    expect(byHand.lines).toEqual(['tick at 1.000', 'tick at 4.000', 'tick at 5.000']);
  });
});
