/** Somebody who does a workload. */
export interface Contender {
  readonly name: string;
  /** Does it once and gives how many operations that were, counted by what was done. */
  run(): number | Promise<number>;
}

/** Somebody in another process, who takes the time there: gives operations a second. */
export interface RemoteContender {
  readonly name: string;
  rate(): number;
}

/** A workload in one size. */
export interface Workload {
  readonly name: string;
  /** What is counted, such as `firings`. */
  readonly unit: string;
  readonly contenders: readonly (Contender | RemoteContender)[];
  /** The ratios that matter: of whom to whom, and at least how large it should be. */
  readonly goals: readonly Goal[];
}

/** A ratio that is to be reached. */
export interface Goal {
  readonly of: string;
  readonly to: string;
  readonly atLeast: number;
}

/** Operations a second over the rounds. */
export interface Rate {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** A ratio, taken round by round. */
export interface Ratio extends Goal {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What came of a workload. */
export interface Measured {
  readonly workload: string;
  readonly unit: string;
  readonly rates: readonly Rate[];
  readonly ratios: readonly Ratio[];
}

/**
 * Measures all contenders of a workload in turn, round by round, so that a change of the machine's
 * speed meets all of them. The first round warms up and is not counted.
 */
export async function measure(workload: Workload, rounds: number): Promise<Measured> {
  const rates = new Map<string, number[]>(workload.contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of workload.contenders) {
      globalThis.gc?.();
      const rate = 'rate' in contender ? contender.rate() : await rateOf(contender);
      if (round > 0) rates.get(contender.name)?.push(rate);
    }
  }
  const of = (name: string): readonly number[] => rates.get(name) ?? [];
  return {
    workload: workload.name,
    unit: workload.unit,
    rates: workload.contenders.map(({ name }) => ({ name, ...spread(of(name)) })),
    ratios: workload.goals
      .filter((goal) => of(goal.of).length > 0 && of(goal.to).length > 0)
      .map((goal) => ({
        ...goal,
        ...spread(of(goal.of).map((rate, round) => rate / (of(goal.to)[round] ?? Number.NaN))),
      })),
  };
}

async function rateOf(contender: Contender): Promise<number> {
  const start = performance.now();
  const operations = await contender.run();
  return (operations / (performance.now() - start)) * 1000;
}

function spread(values: readonly number[]): { median: number; least: number; most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] ?? Number.NaN)
      : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}
