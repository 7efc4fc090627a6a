import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findTwistedPython } from '../twisted.ts';
import { checkSchedules } from './checkSchedules.ts';
import { knownSchedules, SETS } from './knownSchedules.ts';
import { readRecords } from './records.ts';
import { startTwistedPrograms, type TwistedPrograms } from './twistedPrograms.ts';

/** How many random schedules. */
const COUNT = Number(process.env['CONFORMANCE_COUNT'] ?? 500);
/** Names the random schedules: the same seed and count give the same ones. */
const SEED = Number(process.env['CONFORMANCE_SEED'] ?? Date.now() % 2 ** 31);
/** Milliseconds; a schedule takes about ten, and one in trouble is tried in a few hundred smaller forms. */
const TIMEOUT = 120_000 + 100 * COUNT;

const python = findTwistedPython();
if (python === null) {
  console.warn(
    '\n*** SKIPPED: schedules are not compared with the real Twisted, for there is none here. ***\n' +
      '*** Install it (apt-get install python3-twisted, or pip install twisted) and name     ***\n' +
      '*** its Python in the environment variable TWISTED_PYTHON.                            ***\n',
  );
}

describe.skipIf(python === null)('the simulator and the exported program on real Twisted', () => {
  let twisted: TwistedPrograms;

  beforeAll(async () => {
    twisted = await startTwistedPrograms(python ?? '');
    console.info(
      `Twisted ${twisted.version}, ${COUNT} random schedules. ` +
        `The same again: CONFORMANCE_SEED=${SEED} CONFORMANCE_COUNT=${COUNT}`,
    );
  });
  afterAll(() => twisted?.close());

  test(
    'show the same lines of random schedules',
    async () => {
      const told: string[] = [];
      const { passed, failed, unfit } = await checkSchedules(COUNT, SEED, twisted, (difference) => {
        told.push(difference);
      });
      expect(told.join('\n')).toBe('');
      expect({ passed, failed }).toEqual({ passed: COUNT, failed: 0 });
      // Else the random schedules have become ones that nothing is learnt from.
      expect(unfit).toBeLessThan(Math.max(20, COUNT / 5));
    },
    TIMEOUT,
  );

  test.each(SETS)(
    'are recorded as they are for the %s',
    async (set) => {
      const records = readRecords(set);
      for (const { id, schedule } of knownSchedules(set)) {
        const { lines } = await twisted.run(schedule);
        expect(lines, id).toEqual(records.get(id));
      }
    },
    TIMEOUT,
  );
});
