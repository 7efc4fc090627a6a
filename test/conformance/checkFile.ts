import { readFileSync } from 'node:fs';

import type { Tally } from './checkRandom.ts';
import { firstDifference } from './firstDifference.ts';
import { inFormatOf } from './inFormatOf.ts';
import { KINDS, type Kind, type Scripts } from './kinds.ts';
import type { Outcome } from './programs/program.ts';

/** A line of a file of programs. */
interface Line {
  readonly id?: unknown;
  readonly kind?: unknown;
  readonly script?: unknown;
  readonly trace?: unknown;
}

/** Runs the programs of a file on the port and compares what they show with the results in it. */
export function checkFile(path: string, print: (line: string) => void): Tally {
  let passed = 0;
  let failed = 0;
  let lines: readonly string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch (thrown) {
    print(`${path} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return { passed: 0, failed: 1 };
  }
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '' || isVersion(text)) continue;
    const difference = checkLine(text);
    if (difference === null) passed += 1;
    else {
      if (failed === 0) print(`line ${index + 1}, ${difference}\n`);
      failed += 1;
    }
  }
  return { passed, failed };
}

/** `twisted_programs.py` begins with a line that tells Twisted's version. */
function isVersion(text: string): boolean {
  return text.startsWith('{"twisted":');
}

/** What is wrong, in words; null where nothing is. */
function checkLine(text: string): string | null {
  try {
    const { id, kind, script, trace } = JSON.parse(text) as Line;
    const name = typeof id === 'string' ? id : 'a program without an id';
    if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
      return `${name}: there is no kind ${JSON.stringify(kind)}`;
    }
    if (trace !== null && !Array.isArray(trace)) return `${name}: there is no trace`;
    const theirs = trace as Outcome;
    const ours = runAs(kind as Kind, script);
    const difference = firstDifference(script, theirs, inFormatOf(theirs, ours));
    return difference === null ? null : `${name}: ${difference}`;
  } catch (thrown) {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
}

/** The script is taken as what its kind says it is; one that is not breaks down. */
function runAs<K extends Kind>(kind: K, script: unknown): Outcome {
  return KINDS[kind].run(script as Scripts[K]);
}
