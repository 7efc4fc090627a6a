import { expect, test } from 'vitest';

import { frameOf } from '#timeline/shapes/frame.ts';
import { describeHit } from '#timeline/words/describeHit.ts';
import { describeView } from '#timeline/words/describeView.ts';
import { inView } from '#timeline/words/inView.ts';
import { placeOf } from '#timeline/layout/placeOf.ts';
import { createTimelineLayout } from '#timeline/layout/timelineLayout.ts';
import { laneGeometry } from '#timeline/layout/laneGeometry.ts';
import { hitTest } from '#timeline/shapes/hitTest.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

const { trace } = run(
  schedule({
    horizon: 10,
    functions: {
      redraw: [
        { do: 'block', for: 2.5 },
        { do: 'raise', error: { type: 'ValueError', message: 'x' }, when: { call: 3 } },
      ],
    },
    nodes: [
      { kind: 'loopingCall', id: 'refresh', interval: 1, call: 'redraw', chain: [] },
      { kind: 'deferred', id: 'never', chain: [] },
    ],
  }),
);
const layout = createTimelineLayout(trace);
layout.extend();
const geometry = laneGeometry(layout.lanes);

/** The words for what is at a time in the middle of a lane. */
function wordsAt(lane: number, time: number, below = 0): string {
  const scale = timeScale({ start: 0, end: 10 }, 1000);
  const y = lane * 32 + 16 + below;
  const hit = hitTest(
    layout,
    laneGeometry(layout.lanes),
    frameOf(scale, trace.length, 10),
    time * 100,
    y,
  );
  if (hit === null) return 'nothing';
  const { when, subject, text } = describeHit(trace, hit, 10);
  return `${when}: ${subject} ${text}`;
}

test('marks, spans, missed ticks and spans without an end are said in words', () => {
  expect([
    wordsAt(1, 3),
    wordsAt(1, 4),
    wordsAt(1, 1, 8),
    wordsAt(1, 8.5),
    wordsAt(2, 5),
    wordsAt(1, 9.5),
  ]).toEqual([
    '3.000: refresh tick 2',
    '3.000 to 5.500, 2.5 s: refresh blocks 2.5 s',
    '1.000: refresh missed tick (skipped 2 ticks)',
    "8.500: refresh unhandled so far: ValueError('x')",
    '2.500 to 10.000, goes on: never started',
    'nothing',
  ]);
});

test('what is in view is counted, for those who cannot see it', () => {
  const whole = { start: -1, end: 10 };
  const first = { start: 0, end: 2 };
  expect(
    [whole, first].map((range) => describeView(range, inView(layout, geometry, range))),
  ).toEqual([
    `From 0.000 to 10.000 s: 3 lanes, ${trace.length} events, 3 ticks, 1 failure, 1 unhandled.`,
    'From 0.000 to 2.000 s: 3 lanes, 5 events, 1 tick, no failure.',
  ]);
  const [reactor, refresh] = geometry.places;
  const fewer = [reactor, refresh].flatMap((place) => place ?? []);
  const { events } = layout.lanes[2] ?? { events: [] };
  expect(describeView(whole, inView(layout, { places: fewer }, whole))).toBe(
    `From 0.000 to 10.000 s: 2 of 3 lanes, ${trace.length - events.length} events, 3 ticks, 1 failure, 1 unhandled.`,
  );
  const folded = {
    places: fewer.map((place) => ({ ...place, inside: place.lane === 1 ? [2] : [] })),
  };
  expect(inView(layout, folded, whole)).toEqual(inView(layout, geometry, whole));
});

test('an event is found in the row of the mark that shows it', () => {
  const tick = Array.from({ length: trace.length }, (_, event) => event).filter(
    (event) => trace.kindAt(event) === 'ticked',
  );
  expect(tick.map((event) => placeOf(layout, event))).toEqual([
    { lane: 1, row: 0, time: 0 },
    { lane: 1, row: 0, time: 3 },
    { lane: 1, row: 0, time: 6 },
  ]);
});
