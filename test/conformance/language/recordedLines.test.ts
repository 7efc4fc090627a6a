import { describe, expect, test } from 'vitest';

import { compareSchedule } from './compareSchedule.ts';
import { knownSchedules, SETS } from './knownSchedules.ts';
import { readRecords } from './records.ts';

const MEND = 'What Twisted shows is not recorded: npm run conformance -- --record';

describe.each(SETS)('the recorded lines of the %s', (set) => {
  const records = readRecords(set);

  test.each(knownSchedules(set))('$id is simulated as Twisted ran it', ({ id, schedule }) => {
    const lines = records.get(id);
    if (lines === undefined) throw new Error(MEND);
    const answer = lines === null ? { lines, unfit: 'as recorded' } : { lines };
    expect(differenceOf(compareSchedule(schedule, answer))).toBeNull();
  });

  test('are of no schedule that is not there any more', () => {
    expect([...records.keys()].sort()).toEqual(
      knownSchedules(set)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

function differenceOf(comparison: ReturnType<typeof compareSchedule>): string | null {
  return typeof comparison === 'string' ? null : comparison.difference;
}
