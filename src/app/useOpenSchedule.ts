import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { useStudio } from '#store/useStudio.ts';
import { NO_SELECTION } from '#store/viewState.ts';

import { toastProblems } from './notices/toastProblems.tsx';

/** Opens another document in the place of this one and looks at its beginning. */
export function useOpenSchedule(): (replace: ScheduleEdit) => void {
  const studio = useStudio();
  return (replace) => {
    const problems = studio.edit(replace);
    if (problems.length > 0) {
      toastProblems(problems);
      return;
    }
    studio.pause();
    studio.select(NO_SELECTION);
    studio.setWindow(null);
    studio.seek(0);
  };
}
