import type { Program } from '#program/program.ts';

import { random } from '../random.ts';
import { loopsProgram } from '../workloads/loopsProgram.ts';

/** How many virtual seconds give a million events, and some more. */
const MILLION = 40_000;

/** 1 000 loops with intervals of 1 to 1 000 s, whose run the budget of a million events ends. */
export function streamedLoops(scale: number): Program {
  const next = random(1000);
  const intervals = Array.from({ length: 1000 }, () => 1 + next() * 999);
  return { ...loopsProgram(intervals), horizon: MILLION * scale };
}
