import { compile } from '#program/compile.ts';
import type { Schedule } from '#schedule/schema.ts';
import { DEFAULT_LIMITS, type RunLimits } from '#simulator/limits.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import type { RunEnd } from '#trace/runEnd.ts';
import { createTrace, type Trace } from '#trace/traceTable.ts';

/** A whole run of a schedule. */
export function run(
  schedule: Schedule,
  limits: RunLimits = DEFAULT_LIMITS,
): { readonly trace: Trace; readonly end: RunEnd } {
  const program = compile(schedule);
  const simulation = createSimulation(program, limits);
  const end = simulation.run(Infinity);
  const trace = createTrace(traceHeaderOf(program));
  for (const batch of simulation.takeBatches()) trace.append(batch);
  if (end === null) throw new Error('A run without a bound has not ended.');
  return { trace, end };
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
