import { formatProblem, type Problem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { isScheduleLink, scheduleOfLink } from './scheduleLink.ts';

/** What a page begins with by its address, where that has a schedule: it, or what is wrong with it. */
export async function linkedBeginning(
  hash: string,
): Promise<{ readonly schedule?: Schedule; readonly told?: string }> {
  if (!isScheduleLink(hash)) return {};
  const linked = await scheduleOfLink(hash);
  if (linked.ok) return { schedule: linked.schedule };
  const [problem] = linked.problems;
  const why = problem === undefined ? '' : whatIsWrong(problem);
  return { told: t('The link was not opened: {{why}}. An example is shown.', { why }) };
}

/** A link that is not whole has no place in a document. */
function whatIsWrong(problem: Problem): string {
  return problem.path.length === 0 ? problem.message : formatProblem(problem);
}
