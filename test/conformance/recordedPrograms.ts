import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import type { Kind, Scripts } from './kinds.ts';
import type { Row } from './programs/program.ts';

/** A program with the rows that Twisted 22.4.0 gave. */
export interface RecordedProgram<K extends Kind> {
  readonly id: string;
  readonly script: Scripts[K];
  readonly trace: readonly Row[];
}

/** All recorded programs of a kind. */
export function recordedPrograms<K extends Kind>(kind: K): readonly RecordedProgram<K>[] {
  const file = new URL(`./recorded/${kind}.jsonl.gz`, import.meta.url);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedProgram<K>);
}
