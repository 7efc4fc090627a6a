import { formatProblem, type Problem } from '#schedule/problem.ts';

/**
 * What is wrong with a field, in the words of the problems of an edit: of the one whose path ends
 * in the field or goes through it; another one is shown with its place. Null where there is none.
 */
export function problemText(problems: readonly Problem[], field: string): string | null {
  const own =
    problems.find((problem) => problem.path.at(-1) === field) ??
    problems.find((problem) => problem.path.includes(field));
  if (own !== undefined) return own.message;
  const [first] = problems;
  return first === undefined ? null : formatProblem(first);
}
