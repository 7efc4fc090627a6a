import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { exportPython, type PythonExport } from '#export/exportPython.ts';
import type { Schedule } from '#schedule/schema.ts';

const CHECKS = fileURLToPath(new URL('./check_programs.py', import.meta.url));
const MOST_OUTPUT = 64 * 2 ** 20;

/** What Python says of a program. */
export interface Verdict {
  /** What is wrong with it: syntax, pyflakes, or a text that is not the step's. */
  readonly faults: readonly string[];
  /** A digest of its syntax tree without texts and the class's name. */
  readonly skeleton: string;
}

/** Checks programs in one process of Python. @throws Error with what Python printed. */
export function checkPrograms(
  python: string,
  programs: readonly ProgramToCheck[],
): { readonly pyflakes: boolean; readonly programs: readonly Verdict[] } {
  const { status, stdout, stderr } = spawnSync(python, ['-B', CHECKS], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof checkPrograms>;
}

interface ProgramToCheck {
  readonly text: string;
  readonly class: string;
  /** What must stand where; where this is left out, only the shape is asked. */
  readonly steps?: readonly object[];
}

/** A program that is to be checked in all respects. */
export function wholeProgram(schedule: Schedule): ProgramToCheck {
  const program = exportPython(schedule);
  return {
    text: program.text,
    class: program.className,
    steps: stepsToFind(schedule, program),
  };
}

/** A program of which only the shape is asked. */
export function programShape(schedule: Schedule): ProgramToCheck {
  const { text, className } = exportPython(schedule);
  return { text, class: className };
}

/** Every step that has a text or a value, with the lines where it must stand. */
function stepsToFind(schedule: Schedule, program: PythonExport): readonly object[] {
  return Object.entries(schedule.functions).flatMap(([name, { steps }]) =>
    steps.flatMap((step, index): readonly object[] => {
      const lines = program.functions.get(name)?.steps[index];
      if (step.do === 'log') return [{ ...lines, do: step.do, text: step.text }];
      if (step.do === 'raise' || step.do === 'fail') {
        return [{ ...lines, do: step.do, ...step.error }];
      }
      const hasValue = step.do === 'fire' || step.do === 'put' || step.do === 'return';
      return hasValue && step.value !== undefined
        ? [{ ...lines, do: step.do, value: step.value }]
        : [];
    }),
  );
}

/** Runs a program by itself, as a user does. */
export function runProgram(
  python: string,
  program: PythonExport,
): { readonly status: number | null; readonly lines: readonly string[]; readonly errors: string } {
  const folder = mkdtempSync(join(tmpdir(), 'reactor-studio-'));
  try {
    const file = join(folder, program.fileName);
    writeFileSync(file, program.text);
    const { status, stdout, stderr } = spawnSync(python, ['-B', file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    return { status, lines: stdout.split('\n').slice(0, -1), errors: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
