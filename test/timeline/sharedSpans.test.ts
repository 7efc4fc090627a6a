import fc from 'fast-check';
import { expect, test } from 'vitest';

import { SharedSpans, type OwnSpan } from '#timeline/layout/sharedSpans.ts';

/** Spans of instances with their times, in whole seconds; those of the last instances stay open. */
const spansOf = fc.array(
  fc.record({ start: fc.nat(40), length: fc.nat(20), stays: fc.boolean() }),
  { maxLength: 30 },
);

test('the earliest spans of a stretch of time are those that one finds by looking at all of them', () => {
  fc.assert(
    fc.property(
      spansOf,
      fc.nat(60),
      fc.nat(30),
      fc.integer({ min: 1, max: 8 }),
      (spans, from, length, most) => {
        const all: OwnSpan[] = spans.map(({ start, length: lasts, stays }, event) => ({
          start,
          end: stays ? Infinity : start + lasts,
          event,
        }));
        const changes = all
          .flatMap((span) => [
            { time: span.start, span, opens: true },
            { time: span.end, span, opens: false },
          ])
          .filter(({ time }) => time < Infinity)
          .toSorted((a, b) => a.time - b.time || Number(b.opens) - Number(a.opens));
        const shared = new SharedSpans();
        for (const { time, span, opens } of changes) {
          if (opens) shared.open(span.event, time, span.event);
          else shared.close(span.event, time);
        }
        const touching = all
          .filter(({ start, end }) => start <= from + length && end >= from)
          .toSorted((a, b) => a.start - b.start || a.event - b.event);
        expect(shared.earliest(from, from + length, most)).toEqual(touching.slice(0, most));
      },
    ),
  );
});
