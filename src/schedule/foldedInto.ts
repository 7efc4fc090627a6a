import type { ScheduleNode } from './schema.ts';

/** Whether the graph shows a service without what lies in it. */
export function isFolded(node: ScheduleNode): boolean {
  return node.kind === 'service' && node.folded === true;
}

/** The outermost folded service that each node lies in, by the node's id; others are not in it. */
export function foldedInto(nodes: readonly ScheduleNode[]): ReadonlyMap<string, string> {
  const into = new Map<string, string>();
  if (!nodes.some(isFolded)) return into;
  const services = new Map(
    nodes.filter(({ kind }) => kind === 'service').map((node) => [node.id, node]),
  );
  for (const { id, service } of nodes) {
    let outer = services.get(service ?? '');
    // A document has no cycle of services.
    while (outer !== undefined) {
      if (isFolded(outer)) into.set(id, outer.id);
      outer = services.get(outer.service ?? '');
    }
  }
  return into;
}
