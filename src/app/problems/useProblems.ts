import { useTraceReading } from '#app/reading/useTraceReading.ts';
import { UNHANDLED_READER } from '#trace/unhandledErrors.ts';
import { useRun, useSchedule } from '#store/useStudio.ts';

import { documentProblems, runProblems, type ListedProblem } from './listedProblem.ts';

/** The problems of the document and of its run as they stand now. */
export function useProblems(): readonly ListedProblem[] {
  const schedule = useSchedule();
  const { trace, status } = useRun();
  const errors = useTraceReading(UNHANDLED_READER);
  return [...documentProblems(schedule), ...runProblems(errors, status, trace.header)];
}
