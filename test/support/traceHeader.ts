import { EMPTY_HEADER, type TraceHeader, type TraceNode } from '#trace/traceHeader.ts';

/** A header of nodes that are given in part: what is left out is as a plain Deferred has it. */
export function traceHeader(...nodes: readonly Partial<TraceNode>[]): TraceHeader {
  return {
    ...EMPTY_HEADER,
    nodes: nodes.map((node) => ({
      id: 'a',
      kind: 'deferred',
      own: null,
      links: [],
      interval: null,
      tokens: null,
      resource: null,
      members: [],
      service: null,
      ...node,
    })),
  };
}
