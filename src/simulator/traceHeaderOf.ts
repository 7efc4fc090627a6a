import type { Program, ProgramNode } from '#program/program.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';

/** What a trace of this program says of it. */
export function traceHeaderOf({ nodes, functions, clock, threadPool }: Program): TraceHeader {
  const nameOf = (index: number | null): string | null =>
    index === null ? null : (functions[index]?.name ?? null);
  const services = new Map(
    nodes.flatMap((node, service) =>
      node.kind === 'service' ? node.members.map((member) => [member, service] as const) : [],
    ),
  );
  return {
    clock: clock.is,
    threadPool,
    nodes: nodes.map((node, index) => ({
      id: node.id,
      kind: node.kind,
      own: nameOf(node.own),
      links: node.chain.map(({ callback, errback, timeout }) => ({
        callback: nameOf(callback),
        errback: nameOf(errback),
        timeout,
      })),
      interval: node.kind === 'loopingCall' ? node.interval : null,
      tokens: node.kind === 'semaphore' ? node.tokens : null,
      resource: resourceOf(node),
      members: node.kind === 'deferredList' ? node.members : [],
      service: services.get(index) ?? null,
    })),
  };
}

function resourceOf(node: ProgramNode): number | null {
  if (node.kind === 'guarded') return node.semaphore;
  return node.kind === 'queueGet' ? node.queue : null;
}
