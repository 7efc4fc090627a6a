import { createLineReducer, type TraceLine } from '#export/traceLines.ts';
import { compile } from '#program/compile.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';
import { createTrace } from '#trace/traceTable.ts';

/** What a run shows, line by line. */
export type Lines = readonly TraceLine[];

/** Beyond these a program is not fit for comparison anyway. */
const LIMITS = { events: 40_000, instant: 15_000 };

/** Simulates a schedule, whole; gives its lines. A run that reaches a budget has no end line. */
export function simulateLines(schedule: Schedule): Lines {
  const program = compile(schedule);
  const simulation = createSimulation(program, LIMITS);
  const end = simulation.run(Infinity);
  if (end === null) throw new Error('A run without a bound has not ended.');
  const header = traceHeaderOf(program);
  const trace = createTrace(header);
  for (const batch of simulation.takeBatches()) trace.append(batch);
  const reducer = createLineReducer(header);
  const lines: TraceLine[] = [];
  for (let sequence = 0; sequence < trace.length; sequence += 1) {
    const line = reducer.next(trace.eventAt(sequence));
    if (line !== null) lines.push(line);
  }
  return end.why === 'limit' ? lines : [...lines, ...reducer.end(end)];
}
