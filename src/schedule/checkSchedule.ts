import { checkBreakpoints } from './checkBreakpoints.ts';
import { checkFunctions } from './checkFunctions.ts';
import { checkNodes } from './checkNodes.ts';
import { checkTimeline } from './checkTimeline.ts';
import type { DocumentPath, Problem } from './problem.ts';
import type { Schedule, ScheduleNode } from './schema.ts';

/** Adds a problem to the list. */
export type Report = (path: DocumentPath, message: string) => void;

/**
 * What the schema cannot say: names that are unique, references that lead to something of the
 * right kind, steps that can run. All problems, in document order.
 */
export function checkSchedule(schedule: Schedule): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => {
    problems.push({ path, message });
  };
  // Of nodes with one id the last counts, as of attributes that are set twice.
  const nodes: ReadonlyMap<string, ScheduleNode> = new Map(
    schedule.nodes.map((node) => [node.id, node]),
  );
  checkNodes(schedule, nodes, report);
  checkFunctions(schedule, nodes, report);
  checkBreakpoints(schedule, nodes, report);
  checkTimeline(schedule, nodes, report);
  return problems;
}
