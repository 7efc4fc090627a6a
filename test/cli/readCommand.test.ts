import { describe, expect, test } from 'vitest';

import { BadInput } from '#cli/badInput.ts';
import { readCommand } from '#cli/readCommand.ts';

/** Why a command line is refused. */
function refusal(...args: readonly string[]): string {
  try {
    readCommand(args);
  } catch (error) {
    if (error instanceof BadInput) return error.reasons.join('\n');
    throw error;
  }
  return 'It was not refused.';
}

test('what is not said is as the schedule has it, in lines, with the budgets of a run', () => {
  expect(readCommand(['simulate', 'a.json'])).toEqual({
    do: 'simulate',
    file: 'a.json',
    format: 'lines',
    until: null,
    clock: null,
    seed: null,
    events: 10_000_000,
    instant: null,
    out: null,
  });
});

test('options have their values in either spelling, before or behind the file', () => {
  const args = '--until 2min - --clock=testClock --seed -7 --format text --events 5 --instant=6';
  expect(readCommand(['simulate', ...args.split(' ')])).toEqual({
    do: 'simulate',
    file: '-',
    format: 'text',
    until: 120,
    clock: 'testClock',
    seed: -7,
    events: 5,
    instant: 6,
    out: null,
  });
  const exporting = { do: 'export', file: 'a', to: 'python' };
  expect(readCommand(['export', 'a', '--to', 'python'])).toEqual({ ...exporting, out: null });
  expect(readCommand(['export', '--to', 'python', '-o', 'b', 'a'])).toEqual({
    ...exporting,
    out: 'b',
  });
  expect(readCommand(['export', '--to', 'python', '--out', '-', 'a'])).toEqual({
    ...exporting,
    out: null,
  });
});

test('a file may have any name behind --', () => {
  expect(readCommand(['check', '--', '--odd'])).toEqual({ do: 'check', file: '--odd' });
});

test('help is given wherever it is asked for', () => {
  expect(readCommand(['--help'])).toEqual({ do: 'help' });
  expect(readCommand(['simulate', '--format', 'x', '-h'])).toEqual({ do: 'help' });
  expect(readCommand(['-v'])).toEqual({ do: 'version' });
});

describe('a command line is refused', () => {
  test.each([
    [[], 'Say what to do: simulate, export or check'],
    [['simulat', 'a'], 'simulat is no command: say simulate, export or check'],
    [['simulate'], 'simulate needs a FILE, or - for standard input'],
    [['check', 'a', 'b'], 'check takes one FILE, got a and b'],
    [['check', 'a', '--fast'], '--fast is no option of check'],
    [['export', 'a', '--too', 'x'], '--too is no option of export: it has --to, --out'],
    [['simulate', 'a', '-x'], '-x is no option of simulate'],
    [['simulate', 'a', '--until'], '--until needs a value'],
    [['simulate', 'a', '--until='], '--until needs a value'],
    [['simulate', 'a', '--until', '-5'], '--until must be seconds from 0 on'],
    [['simulate', 'a', '--until', 'soon'], 'got soon'],
    [['simulate', 'a', '--seed', '1.5'], '--seed must be a whole number'],
    [['simulate', 'a', '--seed', '9007199254740993'], '--seed must be a whole number'],
    [['simulate', 'a', '--events', '0'], '--events must be a whole number from 1 to 2000000000'],
    [['simulate', 'a', '--instant', '1e9'], '--instant must be a whole number'],
    [
      ['simulate', 'a', '--format', 'xml'],
      '--format must be lines, events, text or trace, got xml',
    ],
    [['simulate', 'a', '--clock', 'real'], '--clock must be reactor or testClock, got real'],
    [['simulate', 'a', '--constructor', 'x'], '--constructor is no option of simulate'],
    [['export', 'a'], 'export needs --to python'],
    [['export', 'a', '--to', 'perl'], '--to must be python, got perl'],
  ])('%j', (args, reason) => {
    expect(refusal(...args)).toContain(reason);
    expect(refusal(...args)).toMatch(/\. See reactor-studio --help\.$/);
  });
});
