import type { Arbitrary } from 'fast-check';

import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import { FORMAT, VERSION, type Schedule } from '#schedule/schema.ts';

import { drawNodes, type Names } from './drawNodes.ts';
import { drawSteps } from './drawSteps.ts';
import { exactDurations } from './exactDurations.ts';
import type { Role, Sketch } from './sketch.ts';
import { SKETCHES } from './sketches.ts';

/** Random schedules, all of them valid. Smaller sketches make smaller schedules, so they shrink well. */
export const SCHEDULES: Arbitrary<Schedule> = SKETCHES.map((sketch) =>
  drawSchedule(sketch.clock === 'testClock' ? exactDurations(sketch) : sketch),
);

function drawSchedule(sketch: Sketch): Schedule {
  // Some function must be there for whatever calls one.
  const functions = sketch.functions.map((made, index) =>
    index === 0 && made.role === 'coroutine' ? { ...made, role: 'plain' as const } : made,
  );
  const named = functions.map((made, index) => ({ name: `f${index}`, made }));
  const namesOf = (...roles: readonly Role[]): readonly string[] =>
    named.filter(({ made }) => roles.includes(made.role)).map(({ name }) => name);
  const names: Names = {
    plain: namesOf('plain', 'thread'),
    coroutine: namesOf('coroutine'),
    thread: namesOf('thread'),
  };
  const nodes = drawNodes(sketch, names);
  const parsed = parseSchedule({
    format: FORMAT,
    version: VERSION,
    name: 'Random',
    horizon: sketch.horizon,
    seed: sketch.seed,
    clock: sketch.clock,
    advances: sketch.clock === 'testClock' ? sketch.advances : 'deadlines',
    threadPool: sketch.pool,
    functions: Object.fromEntries(
      named.map(({ name, made }) => [name, { steps: drawSteps(made, nodes) }]),
    ),
    nodes,
  });
  if (parsed.ok) return parsed.schedule;
  throw new Error(parsed.problems.map(formatProblem).join('\n'));
}
