import { instanceName, nodeName } from '#trace/describeEvent.ts';
import type { Trace } from '#trace/traceTable.ts';

/** What a span that began with an event waits for, in a word or two; null where it says nothing more. */
export function spanLabel(trace: Trace, event: number): string | null {
  const { kind, node, other } = trace.eventAt(event);
  switch (kind) {
    case 'waits':
    case 'bodyWaits':
      return other === null ? null : `on ${instanceName(trace, other)}`;
    case 'acquireWaits':
    case 'getWaits': {
      const resource = trace.header.nodes[node]?.resource;
      return resource === undefined || resource === null
        ? null
        : `for ${nodeName(trace, resource)}`;
    }
    case 'queued':
      return 'for a worker';
    default:
      return null;
  }
}
