import type { Step } from '#schedule/schema.ts';

/** A step and its place, in words: `Step 1: log`. */
export function stepWords(step: Step, index: number): string {
  return `Step ${index + 1}: ${step.do}`;
}
