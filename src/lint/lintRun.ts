import type { Schedule } from '#schedule/schema.ts';
import type { RunStatus } from '#trace/runEnd.ts';

import { scheduleFacts } from './facts/scheduleFacts.ts';
import type { Finding } from './finding.ts';
import { endings } from './run/endRules.ts';
import { errors } from './run/errorRules.ts';
import type { RunRule } from './run/runReport.ts';
import type { RunTally } from './run/runTally.ts';
import { missedTicks, ranLate } from './run/timeRules.ts';
import { deadlock, neverGot, queueGrows, waitedForWorker, waitsForEver } from './run/waitRules.ts';

const RULES: readonly RunRule[] = [
  errors,
  endings,
  missedTicks,
  waitsForEver,
  neverGot,
  deadlock,
  ranLate,
  queueGrows,
  waitedForWorker,
];

/**
 * What went wrong or odd in the run of a schedule, as far as it was read. What is only known at the
 * end is not said before.
 */
export function lintRun(
  schedule: Schedule,
  tally: RunTally,
  status: RunStatus,
): readonly Finding[] {
  const run = { facts: scheduleFacts(schedule), tally, status };
  return RULES.flatMap((rule) => rule(run));
}
