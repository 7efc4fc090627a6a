import type { Program } from '#program/program.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

/** What a trace of this program says of it. */
export function traceHeaderOf({ nodes, functions }: Program): TraceHeader {
  const nameOf = (index: number | null): string | null =>
    index === null ? null : (functions[index]?.name ?? null);
  return {
    nodes: nodes.map(({ id, kind, own, chain, seconds }) => ({
      id,
      kind,
      own: nameOf(own),
      links: chain.map(({ callback, errback }) => ({
        callback: nameOf(callback),
        errback: nameOf(errback),
      })),
      interval: kind === 'loopingCall' ? seconds : null,
    })),
  };
}
