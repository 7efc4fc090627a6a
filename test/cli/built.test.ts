import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { scheduleFile } from './scheduleFile.ts';

const PROGRAM = 'dist-cli/reactor-studio.js';
const TICKS = 250_000;

const folder = mkdtempSync(join(tmpdir(), 'reactor-studio-'));
const file = join(folder, 'ticks.json');

beforeAll(() => {
  writeFileSync(file, scheduleFile({ horizon: TICKS - 0.5 }));
  // Builds the program where it is missing or stale.
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const { status, stdout, stderr } = spawnSync('node', ['scripts/cli.mjs', '--version'], {
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([0, `${version}\n`, '']);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

function runBuilt(
  args: readonly string[],
  input = '',
  flags: readonly string[] = [],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync('node', [...flags, PROGRAM, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 30,
  });
  return { status, stdout, stderr };
}

test('each command works as a program of its own', () => {
  const text = scheduleFile();
  const runs = [
    runBuilt(['simulate', '-'], text),
    runBuilt(['export', '-', '--to', 'python'], text),
    runBuilt(['check', '-'], text),
    runBuilt(['simulate', '-', '--events', '9'], text),
    runBuilt(['check', '-'], '{'),
    runBuilt(['--help']),
  ];
  expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 1, 2, 0]);
  expect(runs.map(({ stderr }) => stderr === '')).toEqual([true, true, true, false, false, true]);
  const [simulated, exported, checked, limited, , help] = runs.map(({ stdout }) => stdout);
  expect(simulated?.trimEnd().split('\n')).toHaveLength(10);
  expect(exported).toContain('task.react(main)');
  expect(checked).toBe('<stdin>: ok, 0 warnings, 0 hints\n');
  expect(limited).toContain('"why":"limit"');
  expect(help).toContain('reactor-studio simulate FILE');
});

test('a long run is printed whole, in memory that does not grow with it', () => {
  const { status, stdout, stderr } = runBuilt(['simulate', file], '', ['--max-old-space-size=24']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')).toHaveLength(TICKS * 3 + 2);
  expect(stdout.endsWith(`{"t":${TICKS - 0.5},"ev":"end","why":"horizon"}\n`)).toBe(true);
}, 120_000);

test('a reader that has seen enough ends it quietly', async () => {
  const child = spawn('node', [PROGRAM, 'simulate', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = (await once(child, 'close')) as [number | null];
  expect([code, errors]).toEqual([0, '']);
}, 60_000);

test('the deepest calls need less of the stack than a worker of a browser has', () => {
  const deep = scheduleFile({
    functions: {
      again: {
        steps: [
          { do: 'start', node: 'coroutine' },
          { do: 'cancel', node: 'deferred' },
        ],
      },
      fails: { steps: [{ do: 'raise', error: { type: 'ValueError', message: 'own' } }] },
    },
    nodes: [
      {
        kind: 'deferred',
        id: 'deferred',
        position: { x: 0, y: 0 },
        starts: 'program',
        canceller: 'again',
        chain: [{ errback: 'again' }, { errback: 'again' }],
      },
      {
        kind: 'coroutine',
        id: 'coroutine',
        position: { x: 0, y: 0 },
        starts: 'program',
        call: 'fails',
        chain: [{ both: 'again' }],
      },
    ],
  });
  const simulated = ['simulate', '-', '--events', '20000'];
  const [small, large] = [400, 900].map((stack) =>
    runBuilt(simulated, deep, [`--stack-size=${stack}`]),
  );
  expect(large?.stdout).toContain('RecursionError');
  expect(small).toEqual(large);
});
