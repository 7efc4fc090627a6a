import type { Program } from '#program/program.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { KIND } from '#trace/eventKinds.ts';

import type { Done } from '../workload.ts';

/** How many events a slice of the simulator's thread has. */
const SLICE = 16_384;

/** LoopingCalls of a program, each with a function of its own, until `firings` ticks are in the trace. */
export function tracedLoops(intervals: readonly number[], firings: number): Done {
  const simulation = createSimulation(programOf(intervals), {
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

function programOf(intervals: readonly number[]): Program {
  return {
    horizon: Number.MAX_VALUE,
    seed: 1,
    clock: { is: 'reactor' },
    threadPool: { min: 0, max: 10 },
    nodes: intervals.map((interval, index) => ({
      id: `loop${index}`,
      kind: 'loopingCall',
      starts: 'program',
      interval,
      now: false,
      withCount: false,
      own: index,
      chain: [],
    })),
    functions: intervals.map((_, index) => ({ name: `tick${index}`, steps: [] })),
  };
}
