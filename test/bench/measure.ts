import type { Engine } from './engine.ts';
import type { Goal, Limit, Workload } from './workload.ts';

/** Figures over the rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What came of a workload. */
export interface Measured {
  readonly workload: string;
  readonly unit: string;
  readonly measures: Workload['measures'];
  readonly figures: readonly (Spread & { readonly name: string })[];
  /** Ratios, taken round by round. */
  readonly ratios: readonly (Spread & Goal & { readonly reached: boolean })[];
  readonly limits: readonly (Spread & { readonly limit: Limit; readonly reached: boolean })[];
}

/**
 * Measures the contenders of a workload in turn, round by round, so that a change of the machine's
 * speed meets all of them. The first round warms up and is not counted. `start` gives a contender
 * an engine of its own, or null where that cannot be had.
 */
export async function measure(
  workload: Workload,
  rounds: number,
  start: (contender: Workload['contenders'][number]) => Promise<Engine | null>,
): Promise<Measured> {
  const engines = new Map<string, Engine>();
  for (const contender of workload.contenders) {
    const engine = await start(contender);
    if (engine !== null) engines.set(contender.name, engine);
  }
  const figures = new Map<string, number[]>([...engines.keys()].map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, engine] of engines) {
      const figure = await engine.round();
      if (round > 0) figures.get(name)?.push(figure);
    }
  }
  for (const engine of engines.values()) await engine.end();
  return summary(workload, figures);
}

function summary(workload: Workload, figures: ReadonlyMap<string, readonly number[]>): Measured {
  const of = (name: string): readonly number[] => figures.get(name) ?? [];
  return {
    workload: workload.name,
    unit: workload.unit,
    measures: workload.measures,
    figures: [...figures].map(([name, values]) => ({ name, ...spread(values) })),
    ratios: workload.goals
      .filter((goal) => of(goal.of).length > 0 && of(goal.to).length > 0)
      .map((goal) => {
        const ratios = spread(
          of(goal.of).map((figure, round) => figure / (of(goal.to)[round] ?? Number.NaN)),
        );
        return { ...goal, ...ratios, reached: ratios.median >= goal.atLeast };
      }),
    limits: workload.limits.map((limit) => {
      const values = spread(of(limit.of));
      return { limit, ...values, reached: isWithin(limit, values.median) };
    }),
  };
}

function isWithin(limit: Limit, figure: number): boolean {
  return 'atMost' in limit ? figure <= limit.atMost : figure >= limit.atLeast;
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] ?? Number.NaN)
      : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}
