import type { Report } from './checkSchedule.ts';
import { isResource, namesNode } from './language.ts';
import type { Schedule, Step } from './schema.ts';

/** Warns of nodes that nothing ever starts: what they would do is never done. */
export function checkStarts(schedule: Schedule, report: Report): void {
  const started = new Set<string>();
  for (const { steps } of Object.values(schedule.functions)) {
    for (const step of steps) {
      if (namesNode(step) && starts(step)) started.add(step.node);
    }
  }
  for (const node of schedule.nodes) {
    if (node.kind !== 'deferredList' || !node.startMembers) continue;
    for (const member of node.members) started.add(member);
  }
  schedule.nodes.forEach(({ id, kind, starts: when }, index) => {
    if (when !== 'never' || isResource(kind) || started.has(id)) return;
    report(
      'warning',
      ['nodes', index, 'starts'],
      'is never started: let it start with the program, or let a step or a list start it',
    );
  });
}

function starts(step: Step): boolean {
  return step.do === 'start' || ('start' in step && step.start === true);
}
