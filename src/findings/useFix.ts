import { useCommandBoard } from '#commands/useCommands.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

/** Makes the edit that mends something, and says so where it cannot be made. */
export function useFix(): (fix: ScheduleEdit) => void {
  const studio = useStudio();
  const board = useCommandBoard();
  return (fix) => {
    const [problem] = studio.edit(fix);
    if (problem !== undefined)
      board.announce(t('Nothing was changed. {{problem}}', { problem: formatProblem(problem) }));
  };
}
