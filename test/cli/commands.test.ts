import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

import { runCli } from '#cli/runCli.ts';
import { exportPython } from '#export/exportPython.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { createTraceFileReader } from '#traceFile/traceFileReader.ts';

import { runInProcess } from './runInProcess.ts';
import { scheduleFile } from './scheduleFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'reactor-studio-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string, text?: string | Uint8Array): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

describe('simulate', () => {
  test('prints the lines of a run', async () => {
    const { code, stdout, stderr } = await runInProcess(
      ['simulate', '-', '--until', '1'],
      scheduleFile(),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        '{"t":0,"ev":"enter","fn":"tick","call":1}',
        '{"t":0,"ev":"log","text":"tick 1 at 0.000"}',
        '{"t":0,"ev":"leave","fn":"tick","call":1,"out":"return","value":null}',
        '{"t":1,"ev":"enter","fn":"tick","call":2}',
        '{"t":1,"ev":"log","text":"tick 2 at 1.000"}',
        '{"t":1,"ev":"leave","fn":"tick","call":2,"out":"return","value":null}',
        '{"t":1,"ev":"end","why":"horizon"}',
        '',
      ].join('\n'),
    );
  });

  test('takes another clock and another seed', async () => {
    const text = scheduleFile({
      functions: { tick: { steps: [{ do: 'block', for: { uniform: [0, 0.5] } }] } },
    });
    const print = async (...options: readonly string[]): Promise<string> =>
      (await runInProcess(['simulate', '-', '--format', 'text', ...options], text)).stdout;
    const [plain, again, seeded, clocked] = await Promise.all([
      print(),
      print('--seed', '1'),
      print('--seed', '2'),
      print('--clock', 'testClock'),
    ]);
    expect(again).toBe(plain);
    expect(seeded).not.toBe(plain);
    expect([plain, clocked].map((run) => run?.includes('advance('))).toEqual([false, true]);
  });

  test('refuses options that the schedule cannot run with', async () => {
    const jobs = EXAMPLES.find(({ id }) => id === 'thread-pool')?.load();
    const { code, stdout, stderr } = await runInProcess(
      ['simulate', '-', '--clock', 'testClock'],
      JSON.stringify(jobs),
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^<stdin>: with these options: nodes\[1\]\.kind: .*test clock/);
  });

  test('ends with 1 at a limit, which it names with the nodes at fault; what was printed stays', async () => {
    const { code, stdout, stderr } = await runInProcess(
      ['simulate', '-', '--events', '20'],
      scheduleFile(),
    );
    expect(code).toBe(1);
    expect(stderr).toBe(
      '<stdin>: stopped at 2.000 s by the limit of 20 events, mostly by poll. Raise it with --events N.\n',
    );
    expect(stdout).toMatch(/tick 2 at 1\.000[^]*\{"t":2,"ev":"end","why":"limit"\}\n$/);
  });

  test('ends a circle at one instant', async () => {
    const again = { do: 'start', node: 'again' };
    const { code, stderr } = await runInProcess(
      ['simulate', '-', '--instant', '500'],
      scheduleFile({
        functions: { go: { steps: [again] } },
        nodes: [
          {
            kind: 'callLater',
            id: 'again',
            position: { x: 0, y: 0 },
            starts: 'program',
            delay: 0,
            call: 'go',
          },
        ],
      }),
    );
    expect([code, stderr]).toEqual([
      1,
      '<stdin>: stopped at 0.000 s by the limit of 500 events at one virtual instant, mostly by again. Raise it with --instant N.\n',
    ]);
  });

  test('runs many nodes at one instant, which are no circle', async () => {
    const nodes = Array.from({ length: 35_000 }, (_, index) => ({
      kind: 'callLater',
      id: `node_${index}`,
      position: { x: 0, y: 0 },
      starts: 'program',
      delay: 1,
      call: 'tick',
    }));
    const { code, stdout, stderr } = await runInProcess(
      ['simulate', '-'],
      scheduleFile({ functions: { tick: { steps: [] } }, nodes }),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toHaveLength(70_002);
  }, 60_000);

  test('prints what a program logs without letting it act on the terminal', async () => {
    const text = 'red \u001b[31m\nnext \u202e line';
    const steps = [{ do: 'log', text }];
    const { stdout } = await runInProcess(
      ['simulate', '-', '--format', 'text', '--until', '0'],
      scheduleFile({ functions: { tick: { steps } } }),
    );
    expect(stdout).toContain('poll     red \\u{1b}[31m\\nnext \\u{202e} line\n');
  });

  test('tells of unhandled errors behind the end', async () => {
    const error = { type: 'ValueError', message: 'no' };
    const { stdout } = await runInProcess(
      ['simulate', '-', '--format', 'text'],
      scheduleFile({ functions: { tick: { steps: [{ do: 'raise', error }] } } }),
    );
    expect(stdout).toMatch(
      /0\.000 {2}reactor {2}the run ends: nothing is pending\n0\.000 {2}poll {5}Unhandled error in Deferred: ValueError\('no'\)\n$/,
    );
  });
});

describe('simulate --out', () => {
  const file = inFolder('simulated.json', JSON.stringify(EXAMPLES[0].load()));

  test.each(['run.trace', 'run.trace.gz'])('writes %s whole, and prints nothing', async (name) => {
    const out = join(folder, name);
    const ran = await runInProcess(['simulate', file, '--format', 'trace', '-o', out]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    const bytes = readFileSync(out);
    const reader = createTraceFileReader();
    const parts = [...reader.push(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)];
    reader.finish();
    expect(parts.map(({ is }) => is)).toEqual(['header', 'batch', 'end']);
    expect(readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
  });

  test('keeps what is there where a run cannot be written', async () => {
    const out = inFolder('kept.txt', 'old');
    const ran = await runInProcess(['simulate', inFolder('bad.json', '{}'), '-o', out]);
    expect(ran.code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('old');
  });

  test('a trace is not written to a terminal', async () => {
    const stdout = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = new PassThrough();
    const code = await runCli(['simulate', file, '--format', 'trace'], {
      stdin: Readable.from([]),
      stdout,
      stderr,
      version: '1',
    });
    expect([code, String(stderr.read())]).toEqual([
      2,
      'A trace is no text for a terminal: name a file with --out. See reactor-studio --help.\n',
    ]);
  });
});

describe('export', () => {
  const schedule = EXAMPLES[0].load();
  const file = inFolder('schedule.json', JSON.stringify(schedule));
  const { text } = exportPython(schedule);

  test('prints the program', async () => {
    const ran = await runInProcess(['export', file, '--to', 'python']);
    expect(ran).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  test('writes it to a file, which a link may lead to, and leaves nothing else', async () => {
    const target = inFolder('program.py', 'old');
    const link = inFolder('link.py');
    symlinkSync(target, link);
    const ran = await runInProcess(['export', file, '--to', 'python', '-o', link]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(target, 'utf8')).toBe(text);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('says where it cannot write', async () => {
    const out = join(folder, 'no-such-folder', 'a.py');
    expect(await runInProcess(['export', file, '--to', 'python', '-o', out])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${out}: is in a folder that does not exist\n`,
    });
    const ran = await runInProcess(['export', file, '--to', 'python', '-o', folder]);
    expect([ran.code, ran.stderr]).toEqual([2, `${folder}: is a folder: name a file in it\n`]);
  });
});

describe('check', () => {
  test('says that nothing is wrong', async () => {
    expect(await runInProcess(['check', '-'], scheduleFile())).toEqual({
      code: 0,
      stdout: '<stdin>: ok, 0 warnings, 0 hints\n',
      stderr: '',
    });
  });

  test('prints what is likely a slip, with its place', async () => {
    const file = inFolder('slip.json', scheduleFile({ advances: [1] }));
    const { code, stdout } = await runInProcess(['check', file]);
    const [warning, last] = stdout.split('\n');
    expect(code).toBe(0);
    expect(warning?.replace(file, 'FILE')).toMatch(/^FILE:1:\d+: warning: advances has no effect/);
    expect(last).toBe(`${file}: ok, 1 warning, 0 hints`);
  });
});

describe('what is no schedule', () => {
  test.each([
    ['no JSON', '{\n  "name": ]\n}', ['FILE:2:11: document: must be JSON: ']],
    ['empty', '', ['FILE:1:1: document: must be JSON: ']],
    ['no UTF-8', new Uint8Array([0xc3, 0x28]), ['FILE: is no text in UTF-8']],
    [
      'wrong in three places',
      scheduleFile({ horizon: -1, seed: 'x', extra: 1 }),
      ['FILE:1:', 'horizon: must be a finite number', 'seed: must be', 'extra: is not a key'],
    ],
  ])('%s ends with 2 and says what is wrong', async (name, text, reasons) => {
    const file = inFolder(`${name}.json`, text);
    for (const command of [['check'], ['simulate'], ['export', '--to', 'python']]) {
      const { code, stdout, stderr } = await runInProcess([...command, file]);
      expect([code, stdout]).toEqual([2, '']);
      for (const reason of reasons) expect(stderr.replaceAll(file, 'FILE')).toContain(reason);
      expect(stderr.split('\n')).toHaveLength(Math.max(1, reasons.length - 1) + 1);
    }
  });

  test('a file that is not there, and a folder, are refused by name', async () => {
    const missing = join(folder, 'missing.json');
    expect(await runInProcess(['check', missing])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${missing}: does not exist\n`,
    });
    expect((await runInProcess(['check', folder])).stderr).toBe(
      `${folder}: is a folder: name a file in it\n`,
    );
  });

  test('a key cannot act on the terminal', async () => {
    const { stderr } = await runInProcess(['check', '-'], scheduleFile({ '\u001b[31m': 1 }));
    expect(stderr).toContain('\\u{1b}[31m: is not a key that belongs here');
  });
});
