import type { TraceHeader } from '#trace/traceHeader.ts';

const indexes = new WeakMap<TraceHeader, ReadonlyMap<string, number>>();

/** The index of a node in a trace, or -1: the run may be an edit behind the document. */
export function nodeIndex(header: TraceHeader, id: string): number {
  let found = indexes.get(header);
  if (found === undefined) {
    found = new Map(header.nodes.map((node, index) => [node.id, index]));
    indexes.set(header, found);
  }
  return found.get(id) ?? -1;
}
