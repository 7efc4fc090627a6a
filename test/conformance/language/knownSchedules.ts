import { readdirSync, readFileSync } from 'node:fs';

import { lessonSchema } from '#lessons/lessonSchema.ts';
import { solutionOf, startOf } from '#lessons/lessonSchedules.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';

const LESSONS = new URL('../../../src/lessons/data/lessons/', import.meta.url);
const REGRESSIONS = new URL('./regressions/', import.meta.url);

/** A schedule that is compared in every test. */
export interface KnownSchedule {
  readonly id: string;
  readonly schedule: Schedule;
}

/** The sets of known schedules, which are also the names of their records. */
export const SETS = ['examples', 'lessons', 'regressions'] as const;

export type KnownSet = (typeof SETS)[number];

/** The examples of the menu, the documents of the lessons, or the schedules that once differed. @throws Error for one that is none. */
export function knownSchedules(set: KnownSet): readonly KnownSchedule[] {
  if (set === 'examples') {
    return EXAMPLES.map((example) => ({ id: example.id, schedule: example.load() }));
  }
  if (set === 'lessons') return lessonSchedules();
  return readdirSync(REGRESSIONS)
    .sort()
    .map((name) => ({
      id: name.replace(/\.json$/, ''),
      schedule: parsed(readFileSync(new URL(name, REGRESSIONS), 'utf8'), name),
    }));
}

/** What each lesson begins with, and what its solution makes of that. */
function lessonSchedules(): readonly KnownSchedule[] {
  return readdirSync(LESSONS)
    .sort()
    .flatMap((name) => {
      const lesson = lessonSchema.parse(JSON.parse(readFileSync(new URL(name, LESSONS), 'utf8')));
      return [
        { id: lesson.id, schedule: startOf(lesson) },
        { id: `${lesson.id} solved`, schedule: solutionOf(lesson) },
      ];
    });
}

/** A schedule from the text of its document. @throws Error that tells what is wrong with it. */
export function parsed(text: string, name: string): Schedule {
  const result = parseScheduleText(text);
  if (result.ok) return result.schedule;
  throw new Error(`${name} is no schedule. ${result.problems.map(formatProblem).join('; ')}`);
}
