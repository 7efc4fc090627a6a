import { describe, expect, test } from 'vitest';

import type { Case, CaseEvent, RecordedCase } from './case.ts';
import { comparable } from './comparable.ts';
import { GROUPS } from './groups.ts';
import { recordedCases } from './recordedCases.ts';
import { Scenario } from './scenario.ts';

describe.each(Object.entries(GROUPS))('the port does as Twisted does: %s', (group, cases) => {
  const recorded = recordedCases(group);

  test('every case is there in Python and in TypeScript', () => {
    expect(cases.map(({ id }) => id)).toEqual(recorded.map(({ id }) => id));
  });

  test.each(recorded.map((twisted) => [twisted.id, twisted.title, twisted] as const))(
    '%s %s',
    (id, _, twisted) => {
      const own = cases.find((one) => one.id === id);
      if (own === undefined) throw new Error(`there is no case ${id} in TypeScript`);
      const s = new Scenario(twisted.env);
      own.run(s);
      s.end();
      expect(comparable(s.events)).toEqual(comparable(expectedEvents(own, twisted)));
    },
  );
});

/** What the port is to show: as Twisted 22.4, unless the case says why not. */
function expectedEvents(own: Case, { id, events }: RecordedCase): readonly CaseEvent[] {
  const expected = own.shows ?? own.newer ?? events;
  if (expected === undefined) throw new Error(`${id}: Twisted 22.4 cannot run it, so say "newer"`);
  // A case that says that it is different, and is not, says something wrong.
  if (events !== undefined && expected !== events) {
    expect(comparable(expected), `${id} is said to differ`).not.toEqual(comparable(events));
  }
  return expected;
}
