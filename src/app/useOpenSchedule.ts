import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { DoneRun } from '#store/simulationRuns.ts';
import { useStudio } from '#store/useStudio.ts';
import { NO_SELECTION } from '#store/viewState.ts';

import { toastProblems } from './notices/toastProblems.tsx';

/**
 * Opens another document in the place of this one and looks at its beginning; with the run of it,
 * where that was done already.
 */
export function useOpenSchedule(): (replace: ScheduleEdit, run?: DoneRun) => void {
  const studio = useStudio();
  return (replace, run) => {
    const problems = run === undefined ? studio.edit(replace) : studio.openRun(replace, run);
    if (problems.length > 0) {
      toastProblems(problems);
      return;
    }
    studio.pause();
    studio.select(NO_SELECTION);
    studio.setWindow(null, 'anew');
    studio.seek(0);
  };
}
