import { createContext, useContext } from 'react';

import { formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

/** Takes why the last edit without a field of its own was refused; null: it was not. */
export const FaultContext = createContext<(fault: string | null) => void>(() => {});

/**
 * Makes the edits of buttons and choices, which have no place for an error beside them: where one is
 * refused, the inspector says why. Gives whether it was made.
 */
export function useEdit(): (edit: ScheduleEdit) => boolean {
  const studio = useStudio();
  const report = useContext(FaultContext);
  return (edit) => {
    const [problem] = studio.edit(edit);
    report(
      problem === undefined
        ? null
        : t('Nothing was changed. {{problem}}', { problem: formatProblem(problem) }),
    );
    return problem === undefined;
  };
}
