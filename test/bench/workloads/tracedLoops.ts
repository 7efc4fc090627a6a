import { createSimulation } from '#simulator/simulation.ts';
import { KIND } from '#trace/eventKinds.ts';

import type { Done } from '../workload.ts';
import { loopsProgram } from './loopsProgram.ts';

/** How many events a slice of the simulator's thread has. */
const SLICE = 16_384;

/** LoopingCalls of a program, each with a function of its own, until `firings` ticks are in the trace. */
export function tracedLoops(intervals: readonly number[], firings: number): Done {
  const simulation = createSimulation(loopsProgram(intervals), {
    events: Number.POSITIVE_INFINITY,
    instant: Number.POSITIVE_INFINITY,
  });
  let ticks = 0;
  while (ticks < firings) {
    const end = simulation.run(SLICE);
    if (end !== null) throw new Error(`The loops have ended: ${end.why}`);
    for (const batch of simulation.takeBatches()) {
      const { kind } = batch.columns;
      for (let row = 0; row < batch.count; row += 1) if (kind[row] === KIND.ticked) ticks += 1;
    }
  }
  return { operations: ticks, kept: simulation };
}
