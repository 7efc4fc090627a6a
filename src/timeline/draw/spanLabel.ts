import { instanceName, nodeName } from '#trace/describeEvent.ts';
import type { Trace } from '#trace/traceTable.ts';
import { t } from '#words/words.ts';

/** What a span that began with an event waits for, in a word or two; null where it says nothing more. */
export function spanLabel(trace: Trace, event: number): string | null {
  const { kind, node, other } = trace.eventAt(event);
  switch (kind) {
    case 'waits':
    case 'bodyWaits':
      return other === null ? null : t('on {{name}}', { name: instanceName(trace, other) });
    case 'acquireWaits':
    case 'getWaits': {
      const resource = trace.header.nodes[node]?.resource;
      return resource === undefined || resource === null
        ? null
        : t('for {{name}}', { name: nodeName(trace, resource) });
    }
    case 'queued':
      return t('for a worker');
    default:
      return null;
  }
}
