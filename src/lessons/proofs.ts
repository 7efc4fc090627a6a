import type { Claim, Lesson, Question } from './lessonSchema.ts';

/** What must be true of the run that a lesson begins with, so that its right answer is right. */
export function proofs({
  question,
  claims,
}: Pick<Lesson, 'question' | 'claims'>): readonly Claim[] {
  switch (question.is) {
    case 'order':
    case 'printed':
      return [{ is: 'output', lines: question.lines }, ...claims];
    case 'choose':
    case 'number':
      return [...question.holds, ...claims];
  }
}

/** What somebody has answered: lines, the index of an option, or a number. */
export type Answer = readonly string[] | number;

/** How near a number must be. */
const TOLERANCE = 0.001;

/** Whether an answer is right. */
export function isRight(question: Question, answer: Answer): boolean {
  switch (question.is) {
    case 'order':
    case 'printed':
      return (
        typeof answer !== 'number' &&
        answer.length === question.lines.length &&
        question.lines.every((line, index) => line === answer[index])
      );
    case 'choose':
      return answer === question.right;
    case 'number':
      return typeof answer === 'number' && Math.abs(answer - question.right) < TOLERANCE;
  }
}

/** The same lines in another order, the same each time. */
export function shuffled(lines: readonly string[]): readonly string[] {
  const step = lines.length % 2 === 0 ? 3 : 2;
  const isCoprime = lines.length % step !== 0;
  if (!isCoprime) return lines.toReversed();
  return lines.map((_, index) => lines[(1 + index * step) % lines.length] ?? '');
}
