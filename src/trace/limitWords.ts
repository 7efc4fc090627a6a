import type { ReachedLimit } from './runEnd.ts';
import type { TraceHeader } from './traceHeader.ts';

/** How many nodes a used-up budget names. */
const CULPRITS = 3;

/** What a run has used up, and by whom: `budget of 50,000 events used up, mostly by poll`. */
export function limitWords({ what, count, nodes }: ReachedLimit, header: TraceHeader): string {
  const names = nodes.slice(0, CULPRITS).map((node) => header.nodes[node]?.id ?? 'reactor');
  const culprits = names.length === 0 ? '' : `, mostly by ${listed(names)}`;
  return `budget of ${budgetWords(what, count)} used up${culprits}`;
}

function budgetWords(what: ReachedLimit['what'], count: number): string {
  const words = count.toLocaleString('en');
  switch (what) {
    case 'events':
      return `${words} events`;
    case 'instant':
      return `${words} events at one instant`;
    case 'pending':
      return `${words} pending calls`;
    case 'memory':
      return `${Math.round(count / 2 ** 20).toLocaleString('en')} MB of memory`;
  }
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
