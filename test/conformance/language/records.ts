import { readFileSync, writeFileSync } from 'node:fs';

import { knownSchedules, type KnownSet } from './knownSchedules.ts';
import type { Lines } from './simulateLines.ts';
import type { TwistedPrograms } from './twistedPrograms.ts';

/** What Twisted showed of a schedule; null: it is not fit for comparison, as it does not end. */
interface RecordedLines {
  readonly id: string;
  readonly lines: Lines | null;
}

function fileOf(set: KnownSet): URL {
  return new URL(`./recorded/${set}.jsonl`, import.meta.url);
}

/** The recorded lines of a set, by the ids of the schedules. */
export function readRecords(set: KnownSet): ReadonlyMap<string, Lines | null> {
  const rows = readFileSync(fileOf(set), 'utf8').trimEnd().split('\n');
  return new Map(
    rows.map((row) => {
      const { id, lines } = JSON.parse(row) as RecordedLines;
      return [id, lines];
    }),
  );
}

/** Writes down what Twisted shows of a set. @throws Error where a program breaks down. */
export async function writeRecords(set: KnownSet, twisted: TwistedPrograms): Promise<number> {
  const known = knownSchedules(set);
  const rows: RecordedLines[] = [];
  for (const { id, schedule } of known) {
    const answer = await twisted.run(schedule);
    if ('error' in answer) throw new Error(`${id}: ${answer.error}`);
    rows.push({ id, lines: answer.lines });
  }
  writeFileSync(fileOf(set), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return rows.length;
}
