import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { IdleGaps } from '#timeline/layout/idleGaps.ts';
import { createTimelineLayout } from '#timeline/layout/timelineLayout.ts';
import {
  drawnTime,
  foldingOf,
  NO_FOLDING,
  trueTime,
  type Folding,
} from '#timeline/time/folding.ts';
import { ticksOf } from '#timeline/time/ticks.ts';
import { timeAt, timeScale, unfoldedParts, wholeRun, xOf } from '#timeline/time/timeScale.ts';

import { run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';

/** The folding of a run with events at these times. */
function folded(times: readonly number[], end: number): Folding {
  const gaps = new IdleGaps();
  times.slice(1).forEach((time, index) => gaps.add({ start: times[index] ?? 0, end: time }));
  return foldingOf(gaps, times.at(-1) ?? 0, end);
}

/** Bursts of ten events, a second apart, that begin at these times. */
function bursts(...starts: readonly number[]): readonly number[] {
  return starts.flatMap((start) => Array.from({ length: 10 }, (_, index) => start + index));
}

describe('what is folded', () => {
  test('the hours between bursts of a few seconds are', () => {
    const { breaks } = folded(bursts(0, 3600, 7200), 7209);
    expect(breaks.map(({ start, end }) => [start, end])).toEqual([
      [9, 3600],
      [3609, 7200],
    ]);
  });

  test('the rest of a run in which nothing happens any more is', () => {
    expect(folded(bursts(0), 600).breaks).toMatchObject([{ start: 9, end: 600 }]);
  });

  test('gaps that are all alike are not, however long', () => {
    const times = Array.from({ length: 100 }, (_, index) => index * 1000);
    expect(folded(times, 99_000)).toBe(NO_FOLDING);
  });

  test('two calls are not torn apart', () => {
    expect(folded([0, 10], 10)).toBe(NO_FOLDING);
  });

  test('a gap that takes less than a third of the width is not', () => {
    expect(folded(bursts(0, 12), 21)).toBe(NO_FOLDING);
  });

  test('more gaps than the eye can take in are not', () => {
    const starts = Array.from({ length: 60 }, (_, index) => index * 3600);
    expect(folded(bursts(...starts), 60 * 3600)).toBe(NO_FOLDING);
  });
});

test('no time is lost: true and drawn time lead to each other, in order', () => {
  const folding = folded(bursts(0, 3600, 7200), 7209);
  fc.assert(
    fc.property(
      fc.double({ min: -100, max: 8000, noNaN: true }),
      fc.double({ min: -100, max: 8000, noNaN: true }),
      (one, other) => {
        const [first, second] = [drawnTime(folding, one), drawnTime(folding, other)];
        expect(Math.abs(trueTime(folding, first) - one)).toBeLessThan(1e-6);
        expect(one <= other ? first <= second : first >= second).toBe(true);
      },
    ),
  );
});

test('outside the breaks a second is as wide as any other, and ticks stand only there', () => {
  const folding = folded(bursts(0, 3600, 7200), 7209);
  const end = drawnTime(folding, 7209);
  const scale = timeScale(wholeRun(end, 900), 900, folding);
  const second = 1 / scale.secondsPerPixel;
  expect(
    [xOf(scale, 5) - xOf(scale, 4), xOf(scale, 7205) - xOf(scale, 7204)].map(Math.round),
  ).toEqual([second, second].map(Math.round));
  expect(timeAt(scale, xOf(scale, 3604))).toBeCloseTo(3604, 6);
  const parts = unfoldedParts(scale);
  expect(parts).toHaveLength(3);
  const { major, minor } = ticksOf(scale);
  const all = [...major.map(({ time }) => time), ...minor];
  expect(all.length).toBeGreaterThan(20);
  expect(all.every((time) => parts.some((part) => time >= part.start && time <= part.end))).toBe(
    true,
  );
});

test('a blocked reactor does not idle', () => {
  const document = schedule({
    horizon: 100,
    functions: { work: [{ do: 'block', for: 40 }] },
    nodes: [{ kind: 'callLater', id: 'call', delay: 5, call: 'work' }],
  });
  const layout = createTimelineLayout(run(document).trace);
  layout.extend();
  expect(layout.idle.longest).toEqual([{ start: 0, end: 5 }]);
});
