import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';

import { language } from '#words/words.ts';

import type { Lesson } from './lessonSchema.ts';

/**
 * The document that a lesson begins with, called as the lesson is.
 *
 * @throws Error where it is none: the name of the lesson, and the problems.
 */
export function startOf(lesson: Lesson): Schedule {
  return parsed(lesson, { ...lesson.schedule, name: lesson.title[language()] });
}

/** The document with the change that a lesson asks for, as its solution makes it. */
export function solutionOf(lesson: Lesson): Schedule {
  const start = startOf(lesson);
  const { functions = {}, nodes = [], document = {} } = lesson.change.solution;
  const changed = new Map(nodes.map((node) => [node.id, node]));
  const known = new Set(start.nodes.map(({ id }) => id));
  return parsed(lesson, {
    ...start,
    ...document,
    functions: { ...start.functions, ...functions },
    nodes: [
      ...start.nodes.map((node) => ({ ...node, ...changed.get(node.id) })),
      ...nodes.filter(({ id }) => !known.has(id)),
    ],
  });
}

function parsed({ id }: Lesson, document: unknown): Schedule {
  const result = parseSchedule(document);
  if (result.ok) return result.schedule;
  throw new Error(
    `The lesson ${id} has no valid schedule. ${result.problems.map(formatProblem).join(' ')}`,
  );
}
