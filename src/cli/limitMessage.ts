import { formatTime } from '#trace/formatTime.ts';
import type { ReachedLimit } from '#trace/runEnd.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import type { Seconds } from '#base/units.ts';

/** Which budget a run has used up, who did it, and what raises it; in a line. */
export function limitMessage(
  { what, count, nodes }: ReachedLimit,
  time: Seconds,
  header: TraceHeader,
): string {
  const names = nodes.map((node) => header.nodes[node]?.id ?? 'reactor');
  const at = `stopped at ${formatTime(time)} s by the limit of ${limitWords(what, count)}`;
  const by = names.length === 0 ? '' : `, mostly by ${names.join(', ')}`;
  return `${at}${by}. ${OPTIONS[what]}`;
}

const OPTIONS: Readonly<Record<ReachedLimit['what'], string>> = {
  events: 'Raise it with --events N.',
  instant: 'Raise it with --instant N.',
  pending: 'Nothing raises it: find what starts more than ends.',
  memory: 'Nothing raises it: find what becomes larger and larger.',
};

function limitWords(what: ReachedLimit['what'], count: number): string {
  switch (what) {
    case 'events':
      return `${count} events`;
    case 'instant':
      return `${count} events at one virtual instant`;
    case 'pending':
      return `${count} pending calls`;
    case 'memory':
      return `${Math.round(count / 2 ** 20)} MB of memory`;
  }
}
