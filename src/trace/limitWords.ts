import { listWords, t } from '#words/words.ts';

import type { ReachedLimit } from './runEnd.ts';
import type { TraceHeader } from './traceHeader.ts';

/** How many nodes a used-up budget names. */
const CULPRITS = 3;

/** What a run has used up, and by whom: `budget of 50,000 events used up, mostly by poll`. */
export function limitWords({ what, count, nodes }: ReachedLimit, header: TraceHeader): string {
  const names = nodes.slice(0, CULPRITS).map((node) => header.nodes[node]?.id ?? 'reactor');
  const budget = budgetWords(what, count);
  return names.length === 0
    ? t('budget of {{budget}} used up', { budget })
    : t('budget of {{budget}} used up, mostly by {{names}}', { budget, names: listWords(names) });
}

function budgetWords(what: ReachedLimit['what'], count: number): string {
  switch (what) {
    case 'events':
      return t('{{number}} events', { number: count });
    case 'instant':
      return t('{{number}} events at one instant', { number: count });
    case 'pending':
      return t('{{number}} pending calls', { number: count });
    case 'memory':
      return t('{{number}} MB of memory', { number: Math.round(count / 2 ** 20) });
  }
}
