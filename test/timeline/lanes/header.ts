import type { TraceNode } from '#trace/traceHeader.ts';

/** The nodes of a header from lines such as `feed/poll loopingCall`: service, id and kind. */
export function nodesOf(...lines: readonly string[]): readonly TraceNode[] {
  const parts = lines.map((line) => {
    const [path = '', kind = 'deferred'] = line.split(' ');
    const at = path.lastIndexOf('/');
    return { id: path.slice(at + 1), service: at < 0 ? null : path.slice(0, at), kind };
  });
  return parts.map(({ id, kind, service }) => ({
    id,
    kind,
    own: null,
    links: [],
    interval: null,
    tokens: null,
    resource: null,
    members: [],
    service: service === null ? null : parts.findIndex((other) => other.id === service),
  }));
}
