import fc from 'fast-check';
import { expect, test } from 'vitest';

import { EXAMPLES } from '#schedule/examples.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { foldsToLiveState } from './foldsToLiveState.ts';

test.each(EXAMPLES)(
  'the trace of $id folds to the state of the live objects after every event',
  ({ load }) => {
    expect(foldsToLiveState(load(), 5000)).toEqual([]);
  },
);

const COUNT = Number(process.env['FOLD_COUNT'] ?? 500);
const SEED = Number(process.env['FOLD_SEED'] ?? Date.now() % 1_000_000);

test(`so do those of ${COUNT} random schedules (FOLD_SEED=${SEED})`, { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(SCHEDULES, (schedule) => {
      expect(foldsToLiveState(schedule, 250)).toEqual([]);
    }),
    // Shrinking runs the slow ones again and again.
    { numRuns: COUNT, seed: SEED, interruptAfterTimeLimit: 100_000 },
  );
});
