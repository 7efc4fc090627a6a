import type { Schedule } from '#schedule/schema.ts';

import { noCanceller, nothingFires, nothingResumes } from './document/deferredRules.ts';
import { blocksReactor, conditionNeverHolds, uncalledFunction } from './document/functionRules.ts';
import { createReport, type Rule } from './document/report.ts';
import { queueEnds, unusedSemaphore } from './document/resourceRules.ts';
import { membersNotStarted, neverStarted } from './document/startRules.ts';
import {
  afterHorizon,
  documentFields,
  neverRests,
  uselessBreakpoint,
} from './document/timeRules.ts';
import { scheduleFacts } from './facts/scheduleFacts.ts';
import type { Finding } from './finding.ts';

const RULES: readonly Rule[] = [
  documentFields,
  neverStarted,
  membersNotStarted,
  nothingFires,
  nothingResumes,
  queueEnds,
  neverRests,
  conditionNeverHolds,
  afterHorizon,
  noCanceller,
  blocksReactor,
  unusedSemaphore,
  uncalledFunction,
  uselessBreakpoint,
];

/** What is questionable in a valid schedule: warnings before hints. */
export function lintSchedule(schedule: Schedule): readonly Finding[] {
  const facts = scheduleFacts(schedule);
  const report = createReport(facts);
  for (const rule of RULES) rule(facts, report);
  const isHint = ({ severity }: Finding): boolean => severity === 'hint';
  const { findings } = report;
  return [...findings.filter((finding) => !isHint(finding)), ...findings.filter(isHint)];
}
