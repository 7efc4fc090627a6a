import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MARK_KINDS, SPAN_KINDS, type GhostRun, type LaneRow } from '#timeline/layout/lane.ts';
import { createTimelineLayout, type TimelineLayout } from '#timeline/layout/timelineLayout.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

/** Loops that block, skip ticks and start guarded calls, gets and calls that fail. */
const { trace } = run(
  schedule({
    horizon: 60,
    functions: {
      tick: [
        { do: 'start', node: 'fetch' },
        { do: 'start', node: 'get' },
        { do: 'block', for: 1.3, when: { everyCall: 3 } },
      ],
      tock: [
        { do: 'start', node: 'guarded' },
        { do: 'put', node: 'line', value: 1, when: { everyCall: 2 } },
        { do: 'start', node: 'job' },
      ],
      hold: [{ do: 'returnDeferred', node: 'rest', start: true }],
      load: [
        { do: 'raise', error: { type: 'ValueError', message: 'x' }, when: { everyCall: 4 } },
        { do: 'return', value: 1 },
      ],
      work: [{ do: 'block', for: 0.7 }],
    },
    nodes: [
      { id: 'fast', kind: 'loopingCall', interval: 0.4, call: 'tick' },
      { id: 'slow', kind: 'loopingCall', interval: 0.7, call: 'tock' },
      { id: 'fetch', kind: 'deferLater', starts: 'never', delay: 2.2, call: 'load' },
      { id: 'limit', kind: 'semaphore', tokens: 2 },
      { id: 'line', kind: 'queue' },
      { id: 'get', kind: 'queueGet', starts: 'never', queue: 'line' },
      { id: 'guarded', kind: 'guarded', starts: 'never', semaphore: 'limit', call: 'hold' },
      { id: 'rest', kind: 'deferLater', starts: 'never', delay: 1 },
      { id: 'job', kind: 'deferToThread', starts: 'never', call: 'work' },
    ],
  }),
);

const whole = createTimelineLayout(trace);
whole.extend();
const LANES = whole.lanes.length;

/** What all rows of some lanes show, put together and in order: what their one row must show. */
function together(layout: TimelineLayout, lanes: readonly number[]): object {
  const rows = lanes.flatMap((lane) => layout.lanes[lane]?.rows ?? []);
  return shown(rows);
}

function shown(rows: readonly LaneRow[]): object {
  const marks = MARK_KINDS.map((kind) =>
    rows
      .flatMap(({ marks: { [kind]: series } }) =>
        (series?.events ?? []).map((event, index) => [event, series?.times[index]]),
      )
      .toSorted(([one = 0], [other = 0]) => one - other),
  );
  const tails = rows
    .flatMap(({ tails: { events, times, dues } }) =>
      events.map((event, index) => [event, times[index], dues.values[index]]),
    )
    .toSorted(([one = 0], [other = 0]) => one - other);
  const ghosts = rows
    .flatMap((row) => row.ghosts.runs)
    .toSorted((one: GhostRun, other: GhostRun) => one.event - other.event);
  return { marks, tails, ghosts, spans: SPAN_KINDS.map((kind) => covered(rows, kind)) };
}

/** When there is a span of a kind in any of the rows. */
function covered(rows: readonly LaneRow[], kind: (typeof SPAN_KINDS)[number]): number[][] {
  const spans = rows
    .flatMap(({ spans: { [kind]: series } }) =>
      (series?.starts ?? []).map((start, index) => [start, series?.ends[index] ?? NaN]),
    )
    .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  const joined: number[][] = [];
  for (const [start = 0, end = 0] of spans) {
    const last = joined.at(-1);
    if (last !== undefined && start <= (last[1] ?? 0)) last[1] = Math.max(last[1] ?? 0, end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Every lane of a node is in one of three groups or, as the reactor's, in none. */
const groupings = fc.array(fc.nat(3), { minLength: LANES, maxLength: LANES }).map((groupOf) => {
  const groups = new Map<number, number[]>();
  groupOf.forEach((group, lane) => {
    if (group === 3 || lane === 0) return;
    const head = groupOf.indexOf(group, 1);
    groups.set(head, [...(groups.get(head) ?? []), lane]);
  });
  return groups;
});

test('the one row of many lanes shows all that their rows show, whenever they are folded', () => {
  fc.assert(
    fc.property(groupings, groupings, fc.nat(trace.length), fc.nat(40), (one, other, cut, few) => {
      const layout = createTimelineLayout(trace);
      layout.merge(one);
      layout.extend(cut);
      layout.merge(other);
      while (!layout.isRead) {
        const before = layout.readings;
        layout.extend(few + 1);
        expect(layout.readings).toBeGreaterThan(before);
      }
      for (const [lane, lanes] of other) {
        const row = layout.mergedRow(lane);
        expect(row === undefined ? null : shown([row])).toEqual(together(whole, lanes));
      }
      for (const lane of one.keys()) {
        if (!other.has(lane)) expect(layout.mergedRow(lane)).toBeUndefined();
      }
    }),
    { numRuns: 40 },
  );
});

test('the run has something of everything', () => {
  const { marks, tails, ghosts, spans } = together(
    whole,
    whole.lanes.map((_, lane) => lane),
  ) as Record<string, readonly unknown[]>;
  expect([tails?.length, ghosts?.length].every((length = 0) => length > 10)).toBe(true);
  expect((marks as unknown[][]).filter(({ length }) => length > 0).length).toBeGreaterThan(6);
  expect((spans as unknown[][]).filter(({ length }) => length > 0).length).toBeGreaterThan(5);
});
