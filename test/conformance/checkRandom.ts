import fc from 'fast-check';

import { firstDifference } from './firstDifference.ts';
import { KINDS, type Kind, type Scripts } from './kinds.ts';
import type { Outcome } from './programs/program.ts';
import type { Twisted } from './twisted.ts';

/** How many programs were alike, and how many were not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** So many programs are made, and sent to Twisted, at once. */
const BATCH = 250;

/**
 * Runs random programs of a kind on the port and on Twisted. Those that are fit for comparison on
 * neither do not count. Of the first one that differs, `tell` hears in its smallest form.
 */
export async function checkRandom<K extends Kind>(
  kind: K,
  count: number,
  seed: number,
  twisted: Twisted,
  tell: (difference: string) => void,
): Promise<Tally> {
  const { scripts } = KINDS[kind];
  let passed = 0;
  let failed = 0;
  for (let batch = 0; passed + failed < count; batch += 1) {
    const from = { seed: seedOfBatch(seed, batch), numRuns: BATCH };
    const made = fc.sample(scripts, from);
    const answers = await Promise.all(made.map((script) => twisted.run(kind, script)));
    for (const [index, script] of made.entries()) {
      if (passed + failed === count) break;
      const theirs = answers[index] ?? null;
      const difference = compare(kind, script, theirs);
      if (difference === 'unfit') continue;
      if (difference === null) passed += 1;
      else {
        if (failed === 0) tell((await smallest(kind, from, twisted)) ?? difference);
        failed += 1;
      }
    }
  }
  return { passed, failed };
}

/** The difference in words; null where there is none. */
function compare<K extends Kind>(kind: K, script: Scripts[K], theirs: Outcome): string | null {
  let ours: Outcome;
  try {
    ours = KINDS[kind].run(script);
  } catch (thrown) {
    return `the port broke down: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}`;
  }
  if (ours === null && theirs === null) return 'unfit';
  return firstDifference(script, theirs, ours);
}

/** Makes the first program of a batch that differs as small as it can be and still differ. */
async function smallest<K extends Kind>(
  kind: K,
  from: { readonly seed: number; readonly numRuns: number },
  twisted: Twisted,
): Promise<string | null> {
  let last: string | null = null;
  const areAlike = fc.asyncProperty(KINDS[kind].scripts, async (script) => {
    const difference = compare(kind, script, await twisted.run(kind, script));
    if (difference === null || difference === 'unfit') return true;
    last = difference;
    return false;
  });
  const { failed } = await fc.check(areAlike, from);
  // The last one that differed is the smallest: those tried after it did not differ.
  return failed ? last : null;
}

/** Other batches have other programs, also those of the seeds next to this one. */
function seedOfBatch(seed: number, batch: number): number {
  return (Math.imul(seed, 0x9e3779b1) + batch) | 0;
}
