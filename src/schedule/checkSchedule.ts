import { checkBreakpoints } from './checkBreakpoints.ts';
import { checkFunctions } from './checkFunctions.ts';
import { checkNodes } from './checkNodes.ts';
import { checkStarts } from './checkStarts.ts';
import { checkTimeline } from './checkTimeline.ts';
import type { DocumentPath, Problem } from './problem.ts';
import type { Schedule, ScheduleNode } from './schema.ts';

/** Adds a problem to the list. */
export type Report = (severity: Problem['severity'], path: DocumentPath, message: string) => void;

/**
 * What the schema cannot say: names that are unique, references that lead to something of the
 * right kind, steps that can run. All problems, in document order; errors make the document
 * meaningless, warnings do not.
 */
export function checkSchedule(schedule: Schedule): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (severity, path, message) => {
    problems.push({ severity, path, message });
  };
  // Of nodes with one id the last counts, as of attributes that are set twice.
  const nodes: ReadonlyMap<string, ScheduleNode> = new Map(
    schedule.nodes.map((node) => [node.id, node]),
  );
  checkClock(schedule, report);
  checkNodes(schedule, nodes, report);
  checkStarts(schedule, report);
  checkFunctions(schedule, nodes, report);
  checkBreakpoints(schedule, nodes, report);
  checkTimeline(schedule, nodes, report);
  return problems;
}

function checkClock({ clock, advances }: Schedule, report: Report): void {
  if (clock === 'testClock' || advances === 'deadlines') return;
  report(
    'warning',
    ['advances'],
    'has no effect: only a test clock is advanced by hand. Set clock to "testClock", or advances to "deadlines"',
  );
}
