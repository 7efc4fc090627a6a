import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { coveredByEither } from '#timeline/range/coveredByEither.ts';
import { measureRange } from '#timeline/range/measureRange.ts';
import { quantilesOf } from '#timeline/range/quantiles.ts';
import { addSpan, newSpanSeries, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { Schedule } from '#schedule/schema.ts';

import { POLL } from '../../support/openStudio.ts';
import { schedule } from '../../support/schedules.ts';
import { pictureOf } from '../picture.ts';

/** A loop that blocks longer than its interval now and then, beside calls that run late by that. */
const BUSY: Schedule = schedule({
  horizon: 40,
  functions: {
    work: [
      { do: 'block', for: 0.5 },
      { do: 'block', for: 2.25, when: { call: 4 } },
    ],
    fail: [{ do: 'raise', error: { type: 'ValueError', message: 'no' } }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'busy', interval: 1, call: 'work', chain: [] },
    { kind: 'callLater', id: 'soon', delay: 3.1, call: 'fail' },
    { kind: 'callLater', id: 'later', delay: 11.7, call: 'work' },
  ],
});

const runs: readonly (readonly [TimelineLayout, number])[] = [POLL, BUSY].map((document) => {
  const { layout, knownUntil } = pictureOf(document, 40);
  return [layout, knownUntil];
});

/** The same by looking at everything. */
function naive(
  layout: TimelineLayout,
  chosen: readonly number[],
  start: number,
  end: number,
  known: number,
): object {
  const { trace } = layout;
  const isIn = (time: number): boolean => time >= start && time <= end;
  const lanes = layout.lanes.filter((_, index) => chosen.includes(index));
  const rows = lanes.flatMap((lane) => lane.rows);
  let events = 0;
  for (let event = 0; event < trace.length; event += 1) {
    if (chosen.includes(trace.nodeAt(event) + 1) && isIn(trace.timeAt(event))) events += 1;
  }
  let missed = 0;
  for (const { first, interval, count } of rows.flatMap((row) => row.ghosts.runs)) {
    for (let index = 0; index < count; index += 1) if (isIn(first + index * interval)) missed += 1;
  }
  const marks = (kind: 'failure' | 'unhandled' | 'tick'): number =>
    rows.flatMap((row) => row.marks[kind]?.times ?? []).filter(isIn).length;
  const spans = new Map<string, number[]>();
  for (const row of rows) {
    for (const [kind, { starts, ends }] of Object.entries(row.spans)) {
      starts.forEach((from, index) => {
        const to = ends[index] ?? NaN;
        if (from > end || to < start) return;
        spans.set(kind, [...(spans.get(kind) ?? []), Math.min(to, known) - from]);
      });
    }
  }
  return {
    duration: end - start,
    events,
    ticks: { kept: marks('tick'), missed },
    failures: marks('failure'),
    unhandled: marks('unhandled'),
    late: rows.flatMap((row) => row.tails.times).filter(isIn).length,
    spans: Object.fromEntries([...spans].map(([kind, lengths]) => [kind, ranks(lengths)])),
  };
}

function ranks(lengths: readonly number[]): object {
  const sorted = lengths.toSorted((a, b) => a - b);
  const rank = (part: number): number | undefined => sorted[Math.ceil(part * sorted.length) - 1];
  return {
    count: sorted.length,
    min: sorted[0],
    median: rank(0.5),
    p95: rank(0.95),
    max: sorted.at(-1),
  };
}

describe('a range', () => {
  // Quarters of a second: many of them are at the very time of events.
  const quarter = fc.nat(160).map((count) => count / 4);

  test('has the measures that one finds by looking at everything', () => {
    const lanes = fc.subarray([0, 1, 2, 3]);
    fc.assert(
      fc.property(
        fc.constantFrom(...runs),
        lanes,
        quarter,
        quarter,
        ([layout, known], chosen, a, b) => {
          const range = { start: Math.min(a, b), end: Math.max(a, b) };
          const measured = measureRange(
            layout,
            layout.lanes.filter((_, index) => chosen.includes(index)),
            range,
            known,
          );
          const { busy, spans, ...rest } = measured;
          const bySpan = spans.map(({ kind, ...lengths }) => [kind, lengths] as const);
          expect({ ...rest, spans: Object.fromEntries(bySpan) }).toEqual(
            naive(layout, chosen, range.start, range.end, known),
          );
          expect(busy).toBeLessThanOrEqual(range.end - range.start);
        },
      ),
    );
  });

  test('in which something is missed, late and failed says so', () => {
    const [layout, known] = runs[1] as (typeof runs)[number];
    const measured = measureRange(layout, layout.lanes, { start: 0, end: 12 }, known);
    expect(measured.busy).toBeGreaterThan(6);
    expect(measured.ticks.missed).toBeGreaterThan(0);
    expect(measured.late).toBeGreaterThan(0);
    expect([measured.failures, measured.unhandled]).toEqual([2, 0]);
  });
});

test('time that two series cover counts once', () => {
  const spansFrom = fc
    .array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12 })
    .map((parts): SpanSeries => {
      const series = newSpanSeries();
      let time = 0;
      parts.forEach(([gap, length], index) => {
        addSpan(series, time + gap, time + gap + length, index);
        time += gap + length;
      });
      return series;
    });
  fc.assert(
    fc.property(spansFrom, spansFrom, fc.nat(60), fc.nat(60), (one, other, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      let seconds = 0;
      for (let at = start; at < end; at += 1) {
        const covers = ({ starts, ends }: SpanSeries): boolean =>
          starts.some((from, index) => from <= at && (ends[index] ?? 0) >= at + 1);
        if (covers(one) || covers(other)) seconds += 1;
      }
      expect(coveredByEither(one, other, { start, end })).toBe(seconds);
    }),
  );
});

test('quantiles are numbers of their rank', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 200 }), (numbers) => {
      const { count: _, ...expected } = ranks(numbers) as { readonly count: number };
      expect(quantilesOf(Float64Array.from(numbers))).toEqual(expected);
    }),
  );
});
