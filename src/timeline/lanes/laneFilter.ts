import type { TraceNode } from '#trace/traceHeader.ts';

/** What narrows a filter to a service, and what lies in it. */
const IN_SERVICE = 'service:';

/**
 * Says by its index which node a filter means: the one whose id or label contains each of the words,
 * in small or capital letters; `service:ID` means that service. Null for a filter without a word:
 * it means all of them.
 */
export function laneFilter(
  text: string,
  nodes: readonly TraceNode[],
  labels: ReadonlyMap<string, string>,
): ((index: number) => boolean) | null {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const services = words
    .filter((word) => word.startsWith(IN_SERVICE))
    .map((word) => word.slice(IN_SERVICE.length));
  const parts = words.filter((word) => !word.startsWith(IN_SERVICE));
  return (index) => {
    const node = nodes[index];
    if (node === undefined) return false;
    const names = `${node.id}\n${labels.get(node.id) ?? ''}`.toLowerCase();
    if (!parts.every((part) => names.includes(part))) return false;
    return services.every((id) => liesIn(node, id, parts.length > 0, nodes));
  };
}

/** Whether a node is a service or, where `below`, lies in it. */
function liesIn(
  node: TraceNode,
  service: string,
  below: boolean,
  nodes: readonly TraceNode[],
): boolean {
  let at: TraceNode | undefined = node;
  while (at !== undefined) {
    if (at.kind === 'service' && at.id.toLowerCase() === service) return true;
    at = below && at.service !== null ? nodes[at.service] : undefined;
  }
  return false;
}

/** The filter that shows one service alone. */
export function onlyService(id: string): string {
  return `${IN_SERVICE}${id}`;
}
