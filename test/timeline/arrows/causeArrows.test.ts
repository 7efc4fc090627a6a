import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { causeArrows, pointOf } from '#timeline/arrows/causeArrows.ts';
import { clippedLine } from '#timeline/arrows/clippedLine.ts';
import { drawCauses } from '#timeline/arrows/drawCauses.ts';
import { relationsOf } from '#timeline/arrows/relationsOf.ts';
import { timeScale } from '#timeline/time/timeScale.ts';

import { schedule } from '../../support/schedules.ts';
import { contextLog } from '../contextLog.ts';
import { pictureOf } from '../picture.ts';

/** One call that starts fifty others, in lanes of their own kinds. */
const FAN = schedule({
  horizon: 20,
  functions: { fan: Array.from({ length: 50 }, () => ({ do: 'start', node: 'after' })), done: [] },
  nodes: [
    { kind: 'callLater', id: 'first', delay: 2, call: 'fan' },
    { kind: 'callLater', id: 'after', delay: 3, call: 'done', starts: 'never' },
  ],
});

const picture = pictureOf(FAN, 20);
const { layout } = picture;
const { trace } = layout;

/** The event with the most effects. */
function busiest(): number {
  const effects = new Map<number, number>();
  for (let event = 0; event < trace.length; event += 1) {
    const cause = trace.causeAt(event);
    if (cause >= 0) effects.set(cause, (effects.get(cause) ?? 0) + 1);
  }
  return [...effects].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

describe('the arrows of an event', () => {
  test('lead from its cause and to its first effects; how many more there are is said', () => {
    const event = busiest();
    const { cause, effects, more } = relationsOf(layout, event);
    let count = 0;
    for (let other = 0; other < trace.length; other += 1) {
      if (trace.causeAt(other) === event) count += 1;
    }
    expect(count).toBeGreaterThan(40);
    expect([cause, effects.length, more]).toEqual([trace.causeAt(event), 40, count - 40]);
    const { context, log } = contextLog();
    drawCauses(context, { ...picture, selectedEvent: event });
    expect(log.some((line) => line.startsWith(`fillText "+${count - 40}"`))).toBe(true);
  });

  test('lie in what is seen, in whatever part of the run, and end at its border or at an event', () => {
    const part = fc.tuple(
      fc.double({ min: 0, max: 15, noNaN: true }),
      fc.integer({ min: 1, max: 10 }),
    );
    fc.assert(
      fc.property(
        part,
        fc.nat(trace.length - 1),
        fc.nat(60),
        ([start, length], event, scrollTop) => {
          const scale = timeScale({ start, end: start + length }, 300);
          const view = { ...picture, scale, scrollTop, height: 80 };
          for (const { from, to } of causeArrows(view, event).arrows) {
            for (const { x, y } of [from, to]) {
              expect(x).toBeGreaterThanOrEqual(-1e-6);
              expect(x).toBeLessThanOrEqual(300 + 1e-6);
              expect(y).toBeGreaterThanOrEqual(-1e-6);
              expect(y).toBeLessThanOrEqual(80 + 1e-6);
            }
          }
        },
      ),
    );
  });

  test('of an event in view point to where its cause is', () => {
    const event = trace.length - 1;
    let late = event;
    while (
      late > 0 &&
      (trace.causeAt(late) < 0 || trace.timeAt(trace.causeAt(late)) === trace.timeAt(late))
    )
      late -= 1;
    const arrow = causeArrows(picture, late).arrows.find(({ leads }) => leads === 'fromCause');
    const cause = pointOf(picture, trace.causeAt(late));
    const selected = pointOf(picture, late);
    if (arrow === undefined || cause === null || selected === null)
      throw new Error('There is one.');
    expect(Math.hypot(arrow.from.x - cause.x, arrow.from.y - cause.y)).toBeCloseTo(5, 6);
    expect(Math.hypot(arrow.to.x - selected.x, arrow.to.y - selected.y)).toBeCloseTo(11, 6);
  });
});

test('a line is cut to the part of it that is in the box', () => {
  const place = fc.record({
    x: fc.integer({ min: -40, max: 80 }),
    y: fc.integer({ min: -40, max: 80 }),
  });
  const box = { width: 40, height: 30 };
  const isIn = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    x >= -1e-9 && x <= 40 + 1e-9 && y >= -1e-9 && y <= 30 + 1e-9;
  fc.assert(
    fc.property(place, place, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, part) => {
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      const cut = clippedLine({ from, to }, box);
      if (cut === null) {
        expect(at.x > 1e-9 && at.x < 40 - 1e-9 && at.y > 1e-9 && at.y < 30 - 1e-9).toBe(false);
        return;
      }
      expect([isIn(cut.from), isIn(cut.to)]).toEqual([true, true]);
      // What is in the box is in the part.
      const length = Math.hypot(cut.to.x - cut.from.x, cut.to.y - cut.from.y);
      const over =
        Math.hypot(at.x - cut.from.x, at.y - cut.from.y) +
        Math.hypot(cut.to.x - at.x, cut.to.y - at.y);
      if (isIn(at)) expect(over).toBeCloseTo(length, 5);
    }),
  );
});
