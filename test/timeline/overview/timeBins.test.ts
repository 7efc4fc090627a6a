import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createTimeBins } from '#timeline/overview/timeBins.ts';
import { movedWindow } from '#timeline/overview/movedWindow.ts';
import { overviewColumns } from '#timeline/overview/overviewColumns.ts';

import { POLL } from '../../support/openStudio.ts';
import { run } from '../../support/runs.ts';

const FAILURES = new Set(['raised', 'failed', 'loggedError', 'unhandled', 'reported']);

/** How many events lie in each bin, counted one by one. */
function naive(
  trace: ReturnType<typeof run>['trace'],
  length: number,
  isOne: (kind: string) => boolean,
) {
  const counts = new Map<number, number>();
  for (let event = 0; event < trace.length; event += 1) {
    if (!isOne(trace.kindAt(event))) continue;
    const bin = Math.floor(trace.timeAt(event) / length);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts];
}

const filled = (counts: Uint32Array): (readonly [number, number])[] =>
  [...counts.entries()].filter(([, count]) => count > 0);

describe('the bins of the overview', () => {
  test('count every event and failure where it is, however the trace comes', () => {
    const { trace } = run(POLL);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: trace.length }), { maxLength: 6 }),
        (steps) => {
          const bins = createTimeBins(trace);
          for (const until of [...steps, trace.length]) bins.extend(until);
          expect(bins.read).toBe(trace.length);
          expect(filled(bins.events)).toEqual(naive(trace, bins.length, () => true));
          expect(filled(bins.failures)).toEqual(
            naive(trace, bins.length, (kind) => FAILURES.has(kind)),
          );
        },
      ),
    );
  });

  test('become pixels, and no event is lost at any width', () => {
    const { trace, end } = run(POLL);
    const bins = createTimeBins(trace);
    bins.extend(trace.length);
    for (const width of [1, 200, 733.5, 3000, 9000]) {
      const { events, failures } = overviewColumns(bins, end.time, width);
      const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);
      expect([sum(events), sum(failures)]).toEqual([trace.length, 3]);
    }
    // The failures come at the end of the run.
    expect(overviewColumns(bins, end.time, 100).failures.findIndex((count) => count > 0)).toBe(99);
  });
});

test('the window keeps its length at the borders of the run, and its edges never meet', () => {
  const range = { start: 20, end: 40 };
  expect([
    movedWindow(range, 'all', -50, 100),
    movedWindow(range, 'all', 90, 100),
    movedWindow(range, 'start', -90, 100),
    movedWindow(range, 'start', 90, 100),
    movedWindow(range, 'end', 90, 100),
    movedWindow(range, 'end', -90, 100),
  ]).toEqual([
    { start: 0, end: 20 },
    { start: 80, end: 100 },
    { start: 0, end: 40 },
    { start: 39.999, end: 40 },
    { start: 20, end: 100 },
    { start: 20, end: 20.001 },
  ]);
});
