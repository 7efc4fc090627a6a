import { compile } from '#program/compile.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { RunLimits } from '#simulator/limits.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import type { TraceBatch } from '#trace/traceColumns.ts';
import type { TraceHeader } from '#trace/traceHeader.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

/** A whole run. */
interface Run {
  readonly trace: Trace;
  readonly end: RunEnd;
}

/** A whole run of a schedule. */
export function run(schedule: Schedule, limits: Partial<RunLimits> = {}): Run {
  return runInSlices(schedule, Infinity, limits);
}

/** The same with its batches, each of about so many events. */
export function runInSlices(
  schedule: Schedule,
  slice: number,
  limits: Partial<RunLimits> = {},
): Run & { readonly header: TraceHeader; readonly batches: readonly TraceBatch[] } {
  const program = compile(schedule);
  const simulation = createSimulation(program, limits);
  const header = traceHeaderOf(program);
  const trace = createTrace(header);
  const batches: TraceBatch[] = [];
  let end: RunEnd | null = null;
  while (end === null) {
    end = simulation.run(slice);
    batches.push(...simulation.takeBatches());
  }
  for (const batch of batches) trace.append(batch);
  return { trace, end, header, batches };
}

/** The events of a trace as lines: `5.000 poll tick 2`. */
export function lines(trace: Trace): readonly string[] {
  return Array.from({ length: trace.length }, (_, sequence) => {
    const { subject, text } = describeEvent(trace, sequence);
    return `${trace.timeAt(sequence).toFixed(3)} ${subject} ${text}`;
  });
}

/** Those lines of a trace that say what the program printed. */
export function output(trace: Trace): readonly string[] {
  return lines(trace).filter((_, sequence) => trace.kindAt(sequence) === 'logged');
}
