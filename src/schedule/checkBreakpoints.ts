import { t } from '#words/words.ts';

import type { Report } from './checkSchedule.ts';
import type { Schedule, ScheduleNode } from './schema.ts';

/** Checks that what breakpoints are narrowed to is there. */
export function checkBreakpoints(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
  report: Report,
): void {
  schedule.breakpoints.forEach(({ node }, index) => {
    if (node === undefined || nodes.has(node)) return;
    report(
      ['breakpoints', index, 'node'],
      t('names the node {{node}}, which does not exist: name another, or remove the breakpoint', {
        node,
      }),
    );
  });
}
