import type { Program } from '#program/program.ts';

/** A program of LoopingCalls with these intervals, each with a function of its own. */
export function loopsProgram(intervals: readonly number[]): Program {
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
