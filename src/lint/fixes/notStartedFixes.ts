import type { Seconds } from '#base/units.ts';
import type { ScheduleFacts } from '#lint/facts/scheduleFacts.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { ScheduleNode } from '#schedule/schema.ts';

import { startFixes } from './startFixes.ts';

/** What a step raises that acts on a node without an instance. */
const NOT_STARTED = /^(\w+) has not been started$/;

/** Starts the node that an error says was not started yet, where the program would start it sooner. */
export function notStartedFixes(
  facts: ScheduleFacts,
  raiser: ScheduleNode,
  message: string,
  time: Seconds,
): readonly ScheduleEdit[] {
  const missing = facts.nodes.get(NOT_STARTED.exec(message)?.[1] ?? '');
  if (missing === undefined || missing.starts === 'program' || missing.kind === 'outsideEvent') {
    return [];
  }
  const { nodes } = facts.schedule;
  const isSooner = time > 0 || nodes.indexOf(missing) < nodes.indexOf(raiser);
  // With its service it may start later than that.
  return isSooner ? startFixes(facts, missing).slice(-1) : [];
}
