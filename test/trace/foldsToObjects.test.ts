import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createStateCursor } from '#trace/stateCursor.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';
import { createObjectFold } from '../support/objectFold/objectFold.ts';
import { run } from '../support/runs.ts';
import { objectContents, stateContents } from '../support/stateContents.ts';

const COUNT = Number(process.env['FOLD_COUNT'] ?? 150);
const SEED = Number(process.env['FOLD_SEED'] ?? Date.now() % 1_000_000);

/**
 * Events are folded into rows of numbers, shared pages and counts of those who wait; a plain fold
 * into objects says what comes of it, in each particular.
 */
test(
  `after every event of ${COUNT} random schedules the state is that of a fold into objects (FOLD_SEED=${SEED})`,
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(SCHEDULES, (schedule) => {
        const { trace } = run(schedule, { events: 250, instant: 250 });
        const cursor = createStateCursor(trace);
        const objects = createObjectFold(trace);
        for (let count = 0; count <= trace.length; count += 1) {
          expect(stateContents(trace, cursor.at(count))).toEqual(
            objectContents(trace, objects.snapshot()),
          );
          if (count < trace.length) objects.step();
        }
      }),
      { numRuns: COUNT, seed: SEED, interruptAfterTimeLimit: 100_000 },
    );
  },
);
