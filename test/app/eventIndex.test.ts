import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { EventFilter } from '#app/eventFilter/eventFilter.ts';
import { filterNames } from '#app/eventFilter/filterNames.ts';
import { parseEventFilter } from '#app/eventFilter/parseEventFilter.ts';
import { eventReader, rowOf, rowsUntil } from '#app/events/eventIndex.ts';
import { movedCursor } from '#app/reading/movedCursor.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import type { Trace } from '#trace/traceTable.ts';

import { lines, run } from '../support/runs.ts';

const { trace } = run(EXAMPLES[0].load());
const LAST_TICK = '15.000';

/** The filter of a text for that run. */
const filter = (text: string, details = false): EventFilter =>
  parseEventFilter(text, details, filterNames(trace.header.nodes, new Map())).filter;

/** The lines that a filter shows, read at one go. */
function shown(by: EventFilter, of: Trace = trace): readonly string[] {
  const reader = eventReader(by);
  const index = reader.readOn(reader.begin(of), of.length);
  return Array.from(index.rows.subarray(0, index.count), (row) => lines(of)[row] ?? '');
}

test('without small print the list says what the program does', () => {
  expect(shown(filter('')).filter((line) => line.startsWith(LAST_TICK))).toEqual([
    '15.000 poll tick 4',
    '15.000 poll check 4 at 15.000 s',
    "15.000 poll check_feed() raised ValueError('the feed is empty')",
    "15.000 poll failed with ValueError('the feed is empty')",
    "15.000 poll polling stopped: ValueError('the feed is empty')",
    "15.000 poll report(ValueError('the feed is…) → None",
  ]);
});

test('with small print every event is shown', () => {
  expect(shown(filter('', true))).toEqual(lines(trace));
});

test('all words must stand in time, node or text, in any order and case', () => {
  expect(shown(filter('TICK poll'))).toEqual([
    '0.000 poll tick 1',
    '5.000 poll tick 2',
    '10.000 poll tick 3',
    '15.000 poll tick 4',
  ]);
});

test('a filter that nothing passes shows nothing', () => {
  expect(shown(filter('tick nowhere', true))).toEqual([]);
});

test('reading in any slices gives what reading at one go gives', () => {
  const texts = fc.constantFrom(
    '',
    'tick',
    'o',
    'kind:ticked',
    'node:poll after:5',
    '-tick before:15',
  );
  const filters = fc.tuple(texts, fc.boolean()).map(([text, details]) => filter(text, details));
  fc.assert(
    fc.property(filters, fc.array(fc.nat(trace.length)), (chosen, stops) => {
      const reader = eventReader(chosen);
      const until = [...stops, trace.length];
      const sliced = until.reduce((known, stop) => reader.readOn(known, stop), reader.begin(trace));
      const whole = reader.readOn(reader.begin(trace), trace.length);
      expect(sliced.rows.subarray(0, sliced.count)).toEqual(whole.rows.subarray(0, whole.count));
    }),
  );
});

test('a reading stays as it is when another one reads on from it', () => {
  const reader = eventReader(filter('tick'));
  const early = reader.readOn(reader.begin(trace), 12);
  const before = [early.count, ...early.rows.subarray(0, early.count)];
  reader.readOn(early, trace.length);
  expect([early.count, ...early.rows.subarray(0, early.count)]).toEqual(before);
});

test('a reading with nothing to read is the same object', () => {
  const reader = eventReader(filter(''));
  const whole = reader.readOn(reader.begin(trace), trace.length);
  expect(reader.readOn(whole, trace.length)).toBe(whole);
});

test('a reading goes on for its own trace and filter only', () => {
  const reader = eventReader(filter('tick'));
  const known = reader.begin(trace);
  expect([
    reader.continues(known, trace),
    reader.continues(known, run(EXAMPLES[0].load()).trace),
    eventReader(filter('tock')).continues(known, trace),
    eventReader(filter('tick', true)).continues(known, trace),
  ]).toEqual([true, false, false, false]);
});

test('rows and events find each other', () => {
  const reader = eventReader(filter('tick'));
  const index = reader.readOn(reader.begin(trace), trace.length);
  const second = lines(trace).indexOf('5.000 poll tick 2');
  expect({
    row: rowOf(index, second),
    hidden: rowOf(index, second + 1),
    before: rowsUntil(index, second),
    behind: rowsUntil(index, second + 1),
    all: rowsUntil(index, trace.length),
  }).toEqual({ row: 1, hidden: null, before: 1, behind: 2, all: 4 });
});

test('keys move in the list and stop at its ends', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'a'];
  expect(keys.map((key) => movedCursor(key, 3, 10, 8))).toEqual([4, 2, 9, 0, 0, 9, null]);
});
