import { expect, test } from 'vitest';

import { parseSchedule } from '#schedule/parseSchedule.ts';
import type { Trace } from '#trace/traceTable.ts';

import { run } from '../support/runs.ts';
import { RUNAWAYS } from './runaways.ts';

/** Fewer events than a run may have by default, which the tests in Chromium come to. */
const LIMITS = {
  events: 300_000,
  instant: 100_000,
  pending: 1_000_000,
  memory: Infinity,
  // Each stops at the very event.
  overrun: 0,
};

test('there are many runaways, none of them twice', () => {
  const texts = RUNAWAYS.map(({ schedule }) => JSON.stringify(schedule));
  expect([new Set(texts).size, new Set(RUNAWAYS.map(({ id }) => id)).size]).toEqual([
    RUNAWAYS.length,
    RUNAWAYS.length,
  ]);
  expect(RUNAWAYS.length).toBeGreaterThanOrEqual(25);
});

test.each(RUNAWAYS)(
  '$id: stops by its budget, and names who is at fault',
  ({ schedule, stoppedBy, atFault }) => {
    expect(parseSchedule(JSON.parse(JSON.stringify(schedule)))).toMatchObject({ ok: true });
    const { trace, end } = run(schedule, LIMITS);
    const named = end.limit?.nodes.map((node) => trace.header.nodes[node]?.id).toSorted();
    const counted = stoppedBy === 'events' ? trace.length : eventsAtTheEnd(trace);
    expect({
      why: end.why,
      what: end.limit?.what,
      count: end.limit?.count,
      counted,
      named,
    }).toEqual({
      why: 'limit',
      what: stoppedBy,
      count: LIMITS[stoppedBy],
      counted: LIMITS[stoppedBy],
      named: atFault,
    });
  },
  20_000,
);

/** How many events of a trace happened at its last instant. */
function eventsAtTheEnd(trace: Trace): number {
  return trace.length - trace.countUntil(trace.timeAt(trace.length - 1), false);
}
