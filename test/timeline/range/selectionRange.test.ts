import { expect, test } from 'vitest';

import { selectionRange } from '#timeline/range/selectionRange.ts';
import type { TimelineLayout } from '#timeline/layout/timelineLayout.ts';

import { POLL } from '../../support/openStudio.ts';
import { pictureOf } from '../picture.ts';

const { layout } = pictureOf(POLL, 15);
const NO_LANES: ReadonlySet<number> = new Set();

function eventOf(kind: string, { trace }: TimelineLayout): number {
  for (let event = 0; event < trace.length; event += 1) {
    if (trace.kindAt(event) === kind && trace.timeAt(event) >= 5) return event;
  }
  throw new Error(`There is no event ${kind}.`);
}

test('an event is shown with its neighbours in time', () => {
  const event = eventOf('ticked', layout);
  expect(selectionRange(layout, { event, lanes: NO_LANES }, 15)).toEqual({
    start: -1.25,
    end: 11.25,
  });
});

test('an event that opens a span is shown with the whole span', () => {
  const event = layout.lanes[1]?.rows[0]?.spans.between?.events[1];
  if (event === undefined) throw new Error('The loop waits for its next tick.');
  const range = selectionRange(layout, { event, lanes: NO_LANES }, 15);
  expect([range?.start, range?.end].map((time) => time?.toFixed(2))).toEqual(['4.70', '10.30']);
});

test('a lane is shown from its first to its last event', () => {
  const range = selectionRange(layout, { event: null, lanes: new Set([1]) }, 15);
  expect([range?.start, range?.end].map((time) => time?.toFixed(2))).toEqual(['-0.90', '15.90']);
});

test('nothing is no stretch of time', () => {
  expect(selectionRange(layout, { event: null, lanes: NO_LANES }, 15)).toBeNull();
  expect(selectionRange(layout, { event: 1e6, lanes: NO_LANES }, 15)).toBeNull();
});
