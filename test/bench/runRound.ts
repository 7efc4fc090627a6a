import { workloads } from './workloads.ts';
import type { Done, Workload } from './workload.ts';

/** Which contender of which workload, and the scale of the workloads. */
export interface Part {
  readonly scale: number;
  readonly workload: string;
  readonly contender: string;
}

let all: readonly Workload[] | null = null;
/** What the last round has left; see {@link Done.kept}. */
let kept: Done | null = null;

/**
 * One round of a contender in this engine, which does nothing else: what its workload measures.
 *
 * @throws Error where there is no such contender.
 */
export async function runRound(part: Part): Promise<number> {
  all ??= workloads(part.scale);
  const workload = all.find(({ name }) => name === part.workload);
  const contender = workload?.contenders.find(({ name }) => name === part.contender);
  if (workload === undefined || contender === undefined || !('run' in contender)) {
    throw new Error(`${part.workload} has no contender ${part.contender} to be run here.`);
  }
  globalThis.gc?.();
  const { measures } = workload;
  if (measures === 'work' || measures === 'wait') {
    throw new Error(`${part.workload} measures what only a page has.`);
  }
  const { figure, done } = await FIGURES[measures](() => contender.run());
  if (kept !== null && kept.operations !== done.operations) {
    throw new Error(`${part.contender} did not do the same in each round.`);
  }
  kept = done;
  return figure;
}

/** How many milliseconds a round takes at least: a small workload is done several times. */
const LEAST_TIME = 200;

type DoRound = (run: () => Done | Promise<Done>) => Promise<{ figure: number; done: Done }>;

const FIGURES: Record<'rate' | 'bytes' | 'milliseconds', DoRound> = {
  async rate(run) {
    let operations = 0;
    let taken = 0;
    for (;;) {
      const start = performance.now();
      const done = await run();
      taken += performance.now() - start;
      operations += done.operations;
      if (taken >= LEAST_TIME) return { figure: (operations / taken) * 1000, done };
    }
  },
  async bytes(run) {
    const start = bytesUsed();
    const done = await run();
    globalThis.gc?.();
    const taken = bytesUsed() - start;
    return { figure: taken / done.operations, done };
  },
  async milliseconds(run) {
    const done = await run();
    const times = (done.times ?? []).toSorted((a, b) => a - b);
    return { figure: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN, done };
  },
};

/** The memory of objects and of typed arrays. Only Node tells it to the byte. */
function bytesUsed(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
