import { NO_INSTANCE } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

import { spansOf, type Lane } from './lane.ts';
import { closeSpan, openSpan } from './spanSeries.ts';
import { rowAt } from './trackSpans.ts';

/** The lanes of semaphores and queues: what others do with them. */
export interface ResourceSpans {
  /** Adds what an event of a guarded call, a get or a queue means for the resource. */
  record(trace: Trace, sequence: number): void;
}

/**
 * Spans of semaphores while no token is free, and of queues while objects are stored. `laneOf` is
 * the lane of a node by index. `counts` has how many tokens of a semaphore are taken, or objects
 * stored in a queue, by node.
 */
export function createResourceSpans(
  laneOf: (node: number) => Lane | undefined,
  counts: Map<number, number> = new Map(),
): ResourceSpans {
  const change = (
    trace: Trace,
    sequence: number,
    resource: number,
    by: number,
    kind: 'paused' | 'waiting',
    least: number,
  ): void => {
    const lane = laneOf(resource);
    if (lane === undefined) return;
    const before = counts.get(resource) ?? 0;
    const count = before + by;
    counts.set(resource, count);
    const series = spansOf(rowAt(lane, 0), kind);
    const time = trace.timeAt(sequence);
    if (before < least && count >= least) openSpan(series, time, sequence, NO_INSTANCE);
    if (before >= least && count < least) closeSpan(series, time, NO_INSTANCE);
  };

  return {
    record(trace, sequence) {
      const node = trace.nodeAt(sequence);
      const resource = trace.header.nodes[node]?.resource ?? -1;
      switch (trace.kindAt(sequence)) {
        case 'acquired':
        case 'released': {
          const by = trace.kindAt(sequence) === 'acquired' ? 1 : -1;
          const tokens = trace.header.nodes[resource]?.tokens ?? 1;
          change(trace, sequence, resource, by, 'paused', tokens);
          break;
        }
        case 'put':
          change(trace, sequence, node, 1, 'waiting', 1);
          break;
        case 'got':
          // What was handed over has never been stored.
          if ((counts.get(resource) ?? 0) > 0) change(trace, sequence, resource, -1, 'waiting', 1);
          break;
        default:
          break;
      }
    },
  };
}
