import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { coveredByEither } from '#timeline/range/coveredByEither.ts';
import { measureRange } from '#timeline/range/measureRange.ts';
import { quantilesOf } from '#timeline/range/quantiles.ts';
import { createInstanceTracks } from '#timeline/layout/instanceTracks.ts';
import { newLane, type Lane, type LaneRow } from '#timeline/layout/lane.ts';
import { recordEvent } from '#timeline/layout/recordEvent.ts';
import { addSpan, newSpanSeries, type SpanSeries } from '#timeline/layout/spanSeries.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import type { Schedule } from '#schedule/schema.ts';
import { REACTOR } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';

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

/** Calls and Deferreds of which many more wait at once than a lane has rows. */
const CROWD: Schedule = schedule({
  horizon: 40,
  functions: {
    spawn: [
      { do: 'start', node: 'call' },
      { do: 'start', node: 'hold' },
    ],
    wait: [{ do: 'returnDeferred', node: 'call', start: true }],
    work: [{ do: 'block', for: 0.125 }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'spawner', interval: 0.5, call: 'spawn', chain: [] },
    { kind: 'callLater', id: 'plain', delay: 2, call: 'work' },
    {
      kind: 'deferLater',
      id: 'call',
      starts: 'never',
      delay: { uniform: [1, 12] },
      call: 'work',
    },
    { kind: 'deferLater', id: 'hold', starts: 'never', delay: 1.5, call: 'wait' },
  ],
});

const runs: readonly (readonly [TimelineLayout, number])[] = [POLL, BUSY, CROWD].map((document) => {
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
  const within = (times: readonly number[]): number => times.filter(isIn).length;
  const spans = new Map<string, number[]>();
  for (const row of lanes.flatMap((lane) => rowsWithoutSharing(trace, lane))) {
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
    ticks: { kept: within(rows.flatMap((row) => row.marks.tick?.times ?? [])), missed },
    failures: within(lanes.flatMap((lane) => lane.failures)),
    unhandled: within(lanes.flatMap((lane) => lane.unhandled)),
    late: rows.flatMap((row) => row.tails.times).filter(isIn).length,
    spans: Object.fromEntries([...spans].map(([kind, lengths]) => [kind, ranks(lengths)])),
  };
}

/** The rows of a lane as if it had one for each instance. */
function rowsWithoutSharing(trace: Trace, { node, rows, events }: Lane): readonly LaneRow[] {
  if (node === REACTOR) return rows;
  const lane = newLane(node);
  const tracks = createInstanceTracks(lane, 1000);
  for (const event of events) recordEvent(trace, event, { reactor: null, lane, tracks });
  return lane.rows;
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
    const lanes = fc.subarray([0, 1, 2, 3, 4]);
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
    expect([measured.failures, measured.unhandled]).toEqual([1, 0]);
  });

  test('counts the spans of instances that share a row each on its own', () => {
    const [layout, known] = runs[2] as (typeof runs)[number];
    const lane = layout.lanes[3] as Lane;
    const { spans } = measureRange(layout, [lane], { start: 0, end: 40 }, known);
    const waiting = spans.find(({ kind }) => kind === 'waiting');
    const starts = lane.events.filter((event) => layout.trace.kindAt(event) === 'started').length;
    const drawn = lane.rows.reduce((sum, row) => sum + (row.spans.waiting?.starts.length ?? 0), 0);
    expect([waiting?.count, drawn < starts]).toEqual([starts, true]);
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
