import everyKind from '../fixtures/every-kind.json' with { type: 'json' };
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';

/** A schedule from its parts, checked as a file is: nodes may leave out position and starts. */
export function schedule(parts: {
  readonly horizon?: number;
  readonly functions?: Readonly<Record<string, readonly object[]>>;
  readonly nodes: readonly object[];
}): Schedule {
  const functions = Object.entries(parts.functions ?? {}).map(
    ([name, steps]) => [name, { steps }] as const,
  );
  const parsed = parseSchedule({
    format: 'reactor-studio/schedule',
    version: 1,
    name: 'Test',
    horizon: parts.horizon ?? 60,
    functions: Object.fromEntries(functions),
    nodes: parts.nodes.map((node) => ({
      position: { x: 0, y: 0 },
      starts: 'program',
      ...node,
    })),
  });
  if (parsed.ok) return parsed.schedule;
  throw new Error(parsed.problems.map(formatProblem).join('\n'));
}

/** A schedule with a node of every kind and a step of every kind. */
export function everyKindSchedule(): Schedule {
  const parsed = parseSchedule(everyKind);
  if (parsed.ok) return parsed.schedule;
  throw new Error(parsed.problems.map(formatProblem).join('\n'));
}
