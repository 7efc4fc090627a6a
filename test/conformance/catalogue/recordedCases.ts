import { readFileSync } from 'node:fs';

import type { RecordedCase } from './case.ts';

/** What Twisted showed of the cases of a group, in the order of the file. */
export function recordedCases(group: string): readonly RecordedCase[] {
  const text = readFileSync(new URL(`./recorded/${group}.jsonl`, import.meta.url), 'utf8');
  return parseCases(text).cases;
}

/** Reads what `run_cases.py` prints. */
export function parseCases(text: string): {
  readonly twisted: string;
  readonly cases: readonly RecordedCase[];
} {
  const [first = '{}', ...lines] = text.trim().split('\n');
  const { twisted } = JSON.parse(first) as { readonly twisted: string };
  return { twisted, cases: lines.map((line) => JSON.parse(line) as RecordedCase) };
}
