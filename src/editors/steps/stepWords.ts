import type { Step } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** A step and its place, in words: `Step 1: log`. */
export function stepWords(step: Step, index: number): string {
  return t('Step {{number}}: {{does}}', { number: index + 1, does: step.do });
}
