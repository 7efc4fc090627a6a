import { useCommandBoard } from '#commands/useCommands.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { useStudio } from '#store/useStudio.ts';

/** Makes the edit that mends something, and says what was done. */
export function useFix(): (fix: ScheduleEdit) => void {
  const studio = useStudio();
  const board = useCommandBoard();
  return (fix) => {
    const [problem] = studio.edit(fix);
    board.announce(
      problem === undefined
        ? `Done: ${fix.label}. Undo takes it back.`
        : `Nothing was changed. ${formatProblem(problem)}`,
    );
  };
}
