import type { Finding } from '#lint/finding.ts';
import { lintRun } from '#lint/lintRun.ts';
import { lintSchedule } from '#lint/lintSchedule.ts';
import { createRunTally } from '#lint/run/runTally.ts';
import type { Schedule } from '#schedule/schema.ts';

import { run } from '../support/runs.ts';

/** All that is found in a schedule and in its whole run. */
export function findingsOf(schedule: Schedule): readonly Finding[] {
  const { trace, end } = run(schedule);
  const tally = createRunTally(trace);
  tally.readOn(trace.length);
  return [...lintSchedule(schedule), ...lintRun(schedule, tally, { state: 'ended', end })];
}
