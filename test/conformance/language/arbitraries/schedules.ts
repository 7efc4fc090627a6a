import type { Arbitrary } from 'fast-check';

import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import { FORMAT, VERSION, type NodeKind, type Schedule } from '#schedule/schema.ts';

import { drawNodes, type Names } from './drawNodes.ts';
import { drawSteps } from './drawSteps.ts';
import { exactDurations } from './exactDurations.ts';
import type { FunctionSketch, Role, Sketch } from './sketch.ts';
import { SKETCHES } from './sketches.ts';

/** Random schedules, all of them valid. Smaller sketches make smaller schedules, so they shrink well. */
export const SCHEDULES: Arbitrary<Schedule> = SKETCHES.map((sketch) =>
  drawSchedule(sketch.clock === 'testClock' ? exactDurations(sketch) : sketch),
);

function drawSchedule(sketch: Sketch): Schedule {
  const named = withRoles(sketch).map((made, index) => ({ name: `f${index}`, made }));
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

/**
 * The functions with the roles that are needed: the first is for whatever calls one, the last for
 * coroutines or threads where there are such nodes and no function for them.
 */
function withRoles({ functions, nodes }: Sketch): readonly FunctionSketch[] {
  const roles = functions.map(({ role }, index) => (index === 0 ? 'plain' : role));
  const need = (kind: NodeKind, role: Role, index: number): void => {
    const isNeeded = nodes.some((node) => node.kind === kind) && !roles.includes(role);
    if (isNeeded && index > 0) roles[index] = role;
  };
  need('coroutine', 'coroutine', functions.length - 1);
  need('deferToThread', 'thread', functions.length - 2);
  return functions.map(({ steps }, index) => ({ role: roles[index] ?? 'plain', steps }));
}
