import { t } from '#words/words.ts';

import type { Report } from './checkSchedule.ts';
import type { Schedule, ScheduleNode } from './schema.ts';

/** Checks that the lanes that are laid out are there, each named once, and that services are folded. */
export function checkTimeline(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
  report: Report,
): void {
  const { order = [], folded = [], heights = {} } = schedule.timeline ?? {};
  const missing = (id: string): string =>
    t('names the node {{id}}, which does not exist: name another, or remove it here', { id });
  const checkList = (field: 'order' | 'folded', ids: readonly string[]): void => {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      const path = ['timeline', field, index];
      const node = nodes.get(id);
      if (node === undefined) report(path, missing(id));
      else if (seen.has(id)) {
        report(path, t('names {{id}}, which stands there before: remove it here', { id }));
      } else if (field === 'folded' && node.kind !== 'service') {
        report(
          path,
          t('must name a service, but {{id}} is a {{kind}}: remove it here', {
            id,
            kind: node.kind,
          }),
        );
      }
      seen.add(id);
    });
  };
  checkList('order', order);
  checkList('folded', folded);
  for (const id of Object.keys(heights)) {
    if (!nodes.has(id)) report(['timeline', 'heights', id], missing(id));
  }
}
