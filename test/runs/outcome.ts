import type { RunEnd } from '#trace/runEnd.ts';
import type { Trace } from '#trace/traceTable.ts';

import { traceDigest } from './traceDigest.ts';

/** What a run came to, in a form that can leave a page. */
export interface Outcome {
  readonly events: number;
  readonly why: RunEnd['why'];
  readonly time: number;
  /** The budget that stopped it, or null, and the ids of the nodes that were named for it. */
  readonly stoppedBy: string | null;
  readonly named: readonly string[];
  readonly sha256: string;
}

/** What a run came to. */
export async function outcomeOf(trace: Trace, end: RunEnd): Promise<Outcome> {
  const { why, time, limit } = end;
  return {
    events: trace.length,
    why,
    time,
    stoppedBy: limit?.what ?? null,
    named: (limit?.nodes ?? []).map((node) => trace.header.nodes[node]?.id ?? '').toSorted(),
    sha256: await traceDigest(trace, end),
  };
}
