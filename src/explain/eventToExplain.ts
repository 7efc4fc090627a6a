import { partitionPoint } from '#base/binarySearch.ts';
import { indexOf } from '#trace/traceIndex.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What is selected, as far as it says what is to be explained. */
interface Selected {
  readonly event: number | null;
  /** Ids of nodes. */
  readonly nodes: readonly string[];
}

/**
 * The event that "Explain this" means after the first `count` events of the run: the selected one, else
 * the last one of the selected node, else the last one of all. Null where nothing has happened there yet.
 */
export function eventToExplain(
  trace: Trace,
  { event, nodes }: Selected,
  count: number,
): number | null {
  if (event !== null && event < trace.length) return event;
  const [id] = nodes;
  if (id === undefined) return count === 0 ? null : count - 1;
  const node = trace.header.nodes.findIndex((one) => one.id === id);
  if (node === -1) return null;
  const events = indexOf(trace).ofNode(node);
  const until = partitionPoint(0, events.length, (at) => (events.at(at) ?? count) >= count);
  return until === 0 ? null : (events.at(until - 1) ?? null);
}
