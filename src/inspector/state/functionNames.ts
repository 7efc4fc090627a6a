import type { TraceNode } from '#trace/traceHeader.ts';

/** The functions that a node calls, each once: its own, then those of its chain. */
export function functionNames({ own, links }: TraceNode): readonly string[] {
  const names = [own, ...links.flatMap(({ callback, errback }) => [callback, errback])];
  return [...new Set(names.filter((name) => name !== null))];
}
