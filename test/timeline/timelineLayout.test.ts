import { expect, test } from 'vitest';

import { createTrace } from '#trace/traceTable.ts';
import { compile } from '#program/compile.ts';
import type { Schedule } from '#schedule/schema.ts';
import { createTimelineLayout, type TimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { DEFAULT_LIMITS } from '#simulator/limits.ts';
import { createSimulation } from '#simulator/simulation.ts';
import { traceHeaderOf } from '#simulator/traceHeaderOf.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { layoutLines } from './layoutLines.ts';

function layoutOf(document: Schedule): TimelineLayout {
  const layout = createTimelineLayout(run(document).trace);
  layout.extend();
  return layout;
}

/** A document with all that a lane can show. */
const BUSY = schedule({
  horizon: 12,
  functions: {
    poll_feed: [{ do: 'returnDeferred', node: 'fetch', start: true }],
    download: [
      { do: 'raise', error: { type: 'OSError', message: 'down' }, when: { call: 3 } },
      { do: 'return', value: 12 },
    ],
    store: [{ do: 'returnDeferred', node: 'save', start: true }],
    report: [{ do: 'return', input: true }],
    write: [{ do: 'block', for: 0.5 }],
    give_up: [{ do: 'cancel', node: 'never' }],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 3, call: 'poll_feed', chain: [] },
    {
      kind: 'deferLater',
      id: 'fetch',
      starts: 'never',
      delay: 1,
      call: 'download',
      chain: [{ callback: 'store', errback: 'report' }],
    },
    { kind: 'deferLater', id: 'save', starts: 'never', delay: 1, call: 'write', chain: [] },
    { kind: 'deferred', id: 'never', chain: [{ errback: 'report' }] },
    { kind: 'callLater', id: 'alarm', delay: 2.25, call: 'give_up' },
  ],
});

test('every node has a lane of spans and marks, and the reactor one of passes, blocks and lateness', () => {
  expect(layoutLines(layoutOf(BUSY))).toEqual([
    'reactor/0 pass 1-1 2-2.5 2.5-2.5 3-3 4-4 5-5.5 6-6 7-7, blocking 2-2.5 5-5.5, late 2.5',
    'poll/0 between 2.5-3 5.5-6, paused 0-2.5 3-5.5 6-7, tick 0 3 6, failure 7, unhandled 7',
    'fetch/0 waiting 0-1 3-4 6-7, paused 1-2.5 4-5.5, ran 1 4 7, callback 1 2.5 4 5.5, errback 7, fired 1 4 7, failure 7',
    'save/0 waiting 1-2 4-5, blocking 2-2.5 5-5.5, ran 2 5, fired 2 5',
    'never/0 waiting 0-2.5, errback 2.5, cancelled 2.5, failure 2.5, unhandled 2.5',
    'alarm/0 waiting 0-2.5, ran 2.5, tail 2.25-2.5',
  ]);
});

test('a loop that blocks leaves ghosts at the grid points that it missed', () => {
  const layout = layoutOf(
    schedule({
      horizon: 4,
      functions: { redraw: [{ do: 'block', for: 1.2 }] },
      nodes: [{ kind: 'loopingCall', id: 'refresh', interval: 0.5, call: 'redraw', chain: [] }],
    }),
  );
  expect(layoutLines(layout)).toEqual([
    'reactor/0 pass 1.5-2.7 3-4.2, blocking 0-1.2 1.5-2.7 3-4.2',
    'refresh/0 between 1.2-1.5 2.7-3 4.2-…, blocking 0-1.2 1.5-2.7 3-4.2, tick 0 1.5 3, 2 ghosts from 0.5 by 0.5, 2 ghosts from 2 by 0.5, 2 ghosts from 3.5 by 0.5',
  ]);
});

test('instances at the same time stand below each other, and all beyond the fifth in one row', () => {
  const layout = layoutOf(
    schedule({
      horizon: 20,
      functions: {
        spawn: [{ do: 'start', node: 'slow' }],
        hush: [{ do: 'stop', node: 'spawner' }],
      },
      nodes: [
        { kind: 'loopingCall', id: 'spawner', interval: 1, call: 'spawn', chain: [] },
        { kind: 'deferLater', id: 'slow', starts: 'never', delay: 6.5, chain: [] },
        { kind: 'callLater', id: 'end', delay: 8.25, call: 'hush' },
      ],
    }),
  );
  expect(layoutLines(layout).filter((line) => line.startsWith('slow'))).toEqual([
    'slow/0 waiting 0-6.5 7-13.5, ran 6.5 13.5, fired 6.5 13.5',
    'slow/1 waiting 1-7.5 8-14.5, ran 7.5 14.5, fired 7.5 14.5',
    'slow/2 waiting 2-8.5, ran 8.5, fired 8.5',
    'slow/3 waiting 3-9.5, ran 9.5, fired 9.5',
    'slow/4 waiting 4-12.5, ran 10.5 11.5 12.5, fired 10.5 11.5 12.5',
  ]);
});

test('a stopped loop, a cancelled call and a Deferred that waits for ever are told apart', () => {
  const layout = layoutOf(
    schedule({
      horizon: 10,
      functions: {
        tick: [],
        finish: [
          { do: 'stop', node: 'loop' },
          { do: 'cancel', node: 'late' },
          { do: 'stopReactor' },
        ],
      },
      nodes: [
        { kind: 'loopingCall', id: 'loop', interval: 2, call: 'tick', chain: [] },
        { kind: 'callLater', id: 'late', delay: 9, call: 'tick' },
        { kind: 'deferred', id: 'never', chain: [] },
        { kind: 'callLater', id: 'end', delay: 3, call: 'finish' },
      ],
    }),
  );
  expect(layoutLines(layout)).toEqual([
    'reactor/0 pass 2-2 3-3, stopped 3',
    'loop/0 between 0-2 2-3, stopped 3, tick 0 2, fired 3',
    'late/0 waiting 0-3, cancelled 3 3',
    'never/0 waiting 0-…',
    'end/0 waiting 0-3, ran 3',
  ]);
});

test('a layout that grows with the trace is the layout of the whole trace', () => {
  const program = compile(BUSY);
  const simulation = createSimulation(program, DEFAULT_LIMITS);
  const trace = createTrace(traceHeaderOf(program));
  const layout = createTimelineLayout(trace);
  const lengths: number[] = [];
  for (let end = null; end === null;) {
    end = simulation.run(5);
    for (const batch of simulation.takeBatches()) trace.append(batch);
    layout.extend();
    lengths.push(layout.length);
  }
  const { lanes, length, rows } = layoutOf(BUSY);
  expect(lengths.length).toBeGreaterThan(5);
  expect({ lanes: layout.lanes, length: layout.length, rows: layout.rows }).toEqual({
    lanes,
    length,
    rows,
  });
});

test('the lane of a node lists its events in their order', () => {
  const layout = layoutOf(BUSY);
  const { trace } = layout;
  const events = layout.lanes.map(({ events: of }) => of);
  const expected = [-1, 0, 1, 2, 3, 4].map((node) =>
    Array.from({ length: trace.length }, (_, index) => index).filter(
      (index) => trace.nodeAt(index) === node,
    ),
  );
  expect(events).toEqual(expected);
});
