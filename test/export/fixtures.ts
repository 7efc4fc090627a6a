import { readdirSync, readFileSync } from 'node:fs';

import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';

const FOLDER = new URL('./schedules/', import.meta.url);

/** The names of the schedules whose programs are kept in `expected`. */
export const FIXTURES: readonly string[] = readdirSync(FOLDER)
  .map((file) => file.replace(/\.json$/, ''))
  .toSorted();

/** Reads one of them. */
export function fixture(name: string): Schedule {
  return parsedSchedule(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
}

/** The schedule of a document. @throws Error with its problems, where it has errors. */
export function parsedSchedule(document: unknown): Schedule {
  const parsed = parseSchedule(document);
  if (parsed.ok) return parsed.schedule;
  throw new Error(parsed.problems.map(formatProblem).join('\n'));
}
