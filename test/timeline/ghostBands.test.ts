import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ghostsWithin, nearestGhost } from '#timeline/layout/ghosts.ts';
import { GhostSeries } from '#timeline/layout/ghostSeries.ts';
import type { GhostRun } from '#timeline/layout/lane.ts';
import { frameOf } from '#timeline/shapes/frame.ts';
import { ghostBands, type GhostBand } from '#timeline/shapes/ghostBands.ts';
import { timeScale, xOf } from '#timeline/time/timeScale.ts';

const SCALE = timeScale({ start: 10, end: 20 }, 200);
const OUTSIDE = 10;
const APART = 7;

/** Runs of some intervals, in the order of their ends as those of many loops come; some are far away. */
const runs = fc
  .array(
    fc.record({
      first: fc.double({ min: 0, max: 30, noNaN: true }),
      interval: fc.constantFrom(0.01, 0.2, 0.5, 3),
      count: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.first + a.interval * a.count - b.first - b.interval * b.count)
      .map((run, event): GhostRun => ({ ...run, event })),
  );

function seriesOf(all: readonly GhostRun[]): GhostSeries {
  const series = new GhostSeries();
  for (const run of all) series.push(run);
  return series;
}

function pointsOf(all: readonly GhostRun[]): number[] {
  return all
    .flatMap(({ first, interval, count }) =>
      Array.from({ length: count }, (_, index) => first + index * interval),
    )
    .toSorted((a, b) => a - b);
}

/** The bands of points by looking at each of them. */
function naive(points: readonly number[]): readonly GhostBand[] {
  const bands: { from: number; to: number }[] = [];
  for (const point of points) {
    const x = xOf(SCALE, point);
    if (x < -OUTSIDE || x > SCALE.width + OUTSIDE) continue;
    const last = bands.at(-1);
    if (last !== undefined && x - last.to <= APART) last.to = x;
    else bands.push({ from: x, to: x });
  }
  return bands;
}

test('each missed grid point in view is in a band, and no band has none', () => {
  fc.assert(
    fc.property(runs, fc.nat(30), (all, count) => {
      const { happened, coming } = ghostBands(seriesOf(all), frameOf(SCALE, count, 30));
      const parts = [
        { bands: happened, points: pointsOf(all.filter(({ event }) => event < count)) },
        { bands: coming, points: pointsOf(all.filter(({ event }) => event >= count)) },
      ];
      for (const { bands, points } of parts) {
        const right = naive(points);
        const inView = (all: readonly GhostBand[]): number =>
          all.filter(({ from, to }) => to >= 0 && from <= SCALE.width).length;
        expect(inView(bands)).toBe(inView(right));
        for (const { from, to } of right) {
          expect(bands.some((band) => band.from <= from + 1e-6 && band.to >= to - 1e-6)).toBe(true);
        }
        for (const { from, to } of bands) {
          const isNear = (x: number): boolean =>
            points.some((point) => Math.abs(xOf(SCALE, point) - x) <= APART);
          expect([isNear(from), isNear(to)]).toEqual([true, true]);
        }
      }
    }),
  );
});

test('the nearest point and the number of points are those of all runs', () => {
  const moment = fc.double({ min: 0, max: 40, noNaN: true });
  fc.assert(
    fc.property(runs, moment, moment, (all, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const middle = (from + to) / 2;
      const inside = pointsOf(all).filter((point) => point >= from && point <= to);
      const series = seriesOf(all);
      expect(ghostsWithin(series, from, to)).toBe(inside.length);
      const closest = Math.min(...inside.map((point) => Math.abs(point - middle)));
      const found = nearestGhost(series, middle, from, to);
      expect(found === null ? Infinity : Math.abs(found.point - middle)).toBe(closest);
    }),
  );
});
