import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Python process that answers requests: JSON Lines in, JSON Lines out, in order. */
export interface PythonProcess {
  /** The version of Twisted that it told first. */
  readonly twisted: string;
  /** Asks it; the answer is taken as what the file is known to give. @throws Error with what Python printed where it broke down. */
  ask<Answer>(request: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts a Python file that first tells Twisted's version, then answers line by line. */
export async function startPython(python: string, file: string): Promise<PythonProcess> {
  const child = spawn(python, ['-B', file], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = once(child, 'close');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // One that has ended takes no more: whoever waits for an answer hears of it.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  const answer = async <Answer>(): Promise<Answer> => {
    const line = await lines.next();
    if (line.done !== true) return JSON.parse(line.value) as Answer;
    await exited;
    throw new Error(`${python} ended:\n${errors}`);
  };

  const { twisted } = await answer<{ readonly twisted?: string }>();
  return {
    twisted: twisted ?? 'unknown',
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return answer();
    },
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}
