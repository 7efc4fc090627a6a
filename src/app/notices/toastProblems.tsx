import { toast } from 'sonner';

import { formatProblem, type Problem } from '#schedule/problem.ts';
import { t } from '#words/words.ts';

/** Says why an edit was refused. */
export function toastProblems(problems: readonly Problem[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  toast.error(t('Nothing was changed'), {
    description:
      others.length === 0
        ? formatProblem(first)
        : t('{{problem}} (and {{number}} more)', {
            problem: formatProblem(first),
            number: others.length,
          }),
  });
}
