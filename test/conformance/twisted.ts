import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Outcome } from './programs/program.ts';
import { startPython } from './pythonProcess.ts';

const PROGRAMS = fileURLToPath(new URL('./twisted_programs.py', import.meta.url));

/** A process that runs programs under the real Twisted. */
export interface Twisted {
  /** Twisted's version. */
  readonly version: string;
  /** Runs one program. @throws Error with what Python printed where it broke down. */
  run(kind: string, script: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

/** The Python that has Twisted: the one named by TWISTED_PYTHON, or the system's; else null. */
export function findTwistedPython(): string | null {
  const named = process.env['TWISTED_PYTHON'];
  // Not tried out: where it was named and has no Twisted, that must not go unnoticed.
  if (named !== undefined && named !== '') return named;
  const system = '/usr/bin/python3';
  return spawnSync(system, ['-c', 'import twisted.internet.task']).status === 0 ? system : null;
}

/** Starts one Python process for any number of programs. */
export async function startTwisted(python: string): Promise<Twisted> {
  const programs = await startPython(python, PROGRAMS);
  return {
    version: programs.twisted,
    async run(kind, script) {
      const { trace } = await programs.ask<{ readonly trace?: Outcome }>({ kind, script });
      if (trace === undefined) throw new Error('an answer without a trace');
      return trace;
    },
    close: () => programs.close(),
  };
}
