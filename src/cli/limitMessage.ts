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
  const at = `stopped at ${formatTime(time)} s by the limit of ${count} events`;
  const where = what === 'instant' ? ' at one virtual instant' : '';
  const by = names.length === 0 ? '' : `, mostly by ${names.join(', ')}`;
  const option = what === 'instant' ? 'instant' : 'events';
  return `${at}${where}${by}. Raise it with --${option} N.`;
}
