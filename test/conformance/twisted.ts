import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { Outcome } from './programs/program.ts';

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
  const child = spawn(python, ['-B', PROGRAMS], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = once(child, 'close');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  const answer = async (): Promise<{ twisted?: string; trace?: Outcome }> => {
    const line = await lines.next();
    if (line.done !== true) return JSON.parse(line.value) as { twisted?: string; trace?: Outcome };
    await exited;
    throw new Error(`${python} ended:\n${errors}`);
  };

  const { twisted } = await answer();
  return {
    version: twisted ?? 'unknown',
    async run(kind, script) {
      child.stdin.write(`${JSON.stringify({ kind, script })}\n`);
      const { trace } = await answer();
      if (trace === undefined) throw new Error('an answer without a trace');
      return trace;
    },
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}
