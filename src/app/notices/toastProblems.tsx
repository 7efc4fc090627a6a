import { toast } from 'sonner';

import { formatProblem, type Problem } from '#schedule/problem.ts';

/** Says why an edit was refused. */
export function toastProblems(problems: readonly Problem[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  toast.error('Nothing was changed', { description: formatProblem(first) + more });
}
