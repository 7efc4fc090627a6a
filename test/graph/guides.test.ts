import { expect, test } from 'vitest';

import type { Area } from '#graph/layout/freePlace.ts';
import { snapToGuides } from '#graph/layout/guides.ts';

const area = (x: number, y: number, width = 100, height = 50): Area => ({ x, y, width, height });

test('an edge that comes near another’s edge goes onto its line', () => {
  expect(snapToGuides(area(4, 200), [area(0, 0)])).toEqual({
    aside: { x: -4, y: 0 },
    guides: [
      { runs: 'down', at: 0, from: 0, to: 250 },
      { runs: 'down', at: 100, from: 0, to: 250 },
      { runs: 'down', at: 50, from: 0, to: 250 },
    ],
  });
});

test('a right edge meets a left one, and a middle a middle', () => {
  expect(snapToGuides(area(0, 500), [area(95, 0)]).aside).toEqual({ x: -5, y: 0 });
  expect(snapToGuides(area(0, 500, 60), [area(-17, 0, 100)])).toEqual({
    aside: { x: 3, y: 0 },
    guides: [{ runs: 'down', at: 33, from: 0, to: 550 }],
  });
});

test('a middle never meets an edge, and nothing far off pulls', () => {
  expect(snapToGuides(area(0, 500), [area(50, 0, 300)])).toEqual({
    aside: { x: 0, y: 0 },
    guides: [],
  });
  expect(snapToGuides(area(8, 500), [area(0, 0, 1000)]).guides).toEqual([]);
});

test('the nearest line of each direction wins, and reaches all whom it meets', () => {
  const others = [area(0, 0), area(3, 900, 300), area(500, 206, 30, 700)];
  expect(snapToGuides(area(2, 203), others)).toEqual({
    aside: { x: 1, y: 3 },
    guides: [
      { runs: 'down', at: 3, from: 206, to: 950 },
      { runs: 'across', at: 206, from: 3, to: 530 },
    ],
  });
});

test('places stay whole pixels where an odd height has its middle between two', () => {
  const { aside, guides } = snapToGuides(area(1000, 0, 100, 53), [area(0, 2, 100, 50)]);
  expect(Number.isInteger(aside.y)).toBe(true);
  expect(guides.map(({ runs }) => runs)).toContain('across');
});
