import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arrange, type ToArrange } from '#graph/arrange/arrange.ts';
import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { areasOf } from '#graph/layout/areasOf.ts';
import { contains, GRID, overlaps } from '#graph/layout/freePlace.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { moveNodes } from '#schedule/nodeEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { SCHEDULES } from '../conformance/language/arbitraries/schedules.ts';

/** Names the random schedules: the same seed gives the same ones. */
const SEED = Number(process.env['ARRANGE_SEED'] ?? Date.now() % 2 ** 31);

const examples = EXAMPLES.map(({ name, load }) => ({ name, document: load() }));

function arranged(document: Schedule, what: ToArrange): Schedule {
  const result = edited(newHistory(document), moveNodes(arrange(document, what)), 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule;
}

/** What is wrong with how a schedule stands: nothing may cover anything but the frames around it. */
function faultsOf(document: Schedule): readonly string[] {
  const areas = areasOf(document, scheduleFrames(document));
  const serviceOf = new Map(document.nodes.map(({ id, service }) => [id, service]));
  const ids = [...areas.keys()];
  const isAround = (outer: string, inner: string): boolean => {
    let at = serviceOf.get(inner);
    while (at !== undefined && at !== outer) at = serviceOf.get(at);
    return at === outer;
  };
  const faults: string[] = [];
  ids.forEach((one, index) => {
    const area = areas.get(one)!;
    const service = serviceOf.get(one);
    if (service !== undefined && !contains(areas.get(service)!, area)) {
      faults.push(`${one} is not in ${service}`);
    }
    if (area.x % GRID !== 0 || area.y % GRID !== 0) faults.push(`${one} is not on the grid`);
    for (const other of ids.slice(index + 1)) {
      if (isAround(one, other) || isAround(other, one)) continue;
      if (overlaps(area, areas.get(other)!)) faults.push(`${one} covers ${other}`);
    }
  });
  return faults;
}

test('no example has anything over anything, or outside its frame, once it is arranged', () => {
  const faults = examples.map(({ name, document }) => [
    name,
    faultsOf(arranged(document, 'all')).join(),
  ]);
  expect(faults).toEqual(examples.map(({ name }) => [name, '']));
});

test(`random schedules are arranged without a fault, in the same way each time (seed ${SEED})`, () => {
  fc.assert(
    fc.property(SCHEDULES, (document) => {
      const once = arranged(document, 'all');
      expect(faultsOf(once)).toEqual([]);
      expect(arrange(document, 'all')).toEqual(arrange(structuredClone(document), 'all'));
      // What is arranged is so already.
      expect([...arrange(once, 'all')]).toEqual([]);
    }),
    { seed: SEED, numRuns: 150 },
  );
});
