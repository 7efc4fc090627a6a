import type { Schedule } from '#schedule/schema.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { Trace } from '#trace/traceTable.ts';
import { traceFileBatch, traceFileBegin, traceFileEnd } from '#traceFile/traceFile.ts';

/** A run with its schedule as a file, in pieces. */
export function traceFile(
  schedule: Schedule,
  trace: Trace,
  end: RunEnd,
): readonly Uint8Array<ArrayBuffer>[] {
  const batches = [...trace.batches()].map(traceFileBatch);
  return [traceFileBegin(schedule, trace.header), ...batches, traceFileEnd(end)];
}
