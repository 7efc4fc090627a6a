import fc from 'fast-check';

import type { Schedule } from '#schedule/schema.ts';

import { SCHEDULES } from './arbitraries/schedules.ts';
import { compareSchedule, type Comparison } from './compareSchedule.ts';
import type { TwistedPrograms } from './twistedPrograms.ts';

/** How many schedules were alike, and how many were not; how many were made that are not fit. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly unfit: number;
}

/** So many schedules are made, and sent to Twisted, at once. */
const BATCH = 250;

/**
 * Compares random schedules, simulated and under real Twisted. Those that are not fit for
 * comparison do not count. Of the first one that differs, `tell` hears in its smallest form.
 */
export async function checkSchedules(
  count: number,
  seed: number,
  twisted: TwistedPrograms,
  tell: (difference: string) => void,
): Promise<Tally> {
  let passed = 0;
  let failed = 0;
  let unfit = 0;
  for (let batch = 0; passed + failed < count; batch += 1) {
    const from = { seed: seedOfBatch(seed, batch), numRuns: BATCH };
    const schedules = fc.sample(SCHEDULES, from);
    const answers = await Promise.all(schedules.map((schedule) => twisted.run(schedule)));
    for (const [index, schedule] of schedules.entries()) {
      const answer = answers[index];
      if (passed + failed === count || answer === undefined) break;
      const comparison = compareSchedule(schedule, answer);
      if (comparison === 'unfit') unfit += 1;
      else if (comparison === 'alike') passed += 1;
      else {
        if (failed === 0) tell((await smallest(from, twisted)) ?? comparison.difference);
        failed += 1;
      }
    }
  }
  return { passed, failed, unfit };
}

/** Simulates a schedule and runs it under real Twisted. */
export async function checkSchedule(
  schedule: Schedule,
  twisted: TwistedPrograms,
): Promise<Comparison> {
  return compareSchedule(schedule, await twisted.run(schedule));
}

/** Makes the first schedule of a batch that differs as small as it can be and still differ. */
async function smallest(
  from: { readonly seed: number; readonly numRuns: number },
  twisted: TwistedPrograms,
): Promise<string | null> {
  let last: string | null = null;
  const areAlike = fc.asyncProperty(SCHEDULES, async (schedule) => {
    const comparison = await checkSchedule(schedule, twisted);
    if (comparison === 'alike' || comparison === 'unfit') return true;
    last = comparison.difference;
    return false;
  });
  const { failed } = await fc.check(areAlike, from);
  // The last one that differed is the smallest: those tried after it did not differ.
  return failed ? last : null;
}

/** Other batches have other schedules, also those of the seeds next to this one. */
function seedOfBatch(seed: number, batch: number): number {
  return (Math.imul(seed, 0x9e3779b1) + batch) | 0;
}
