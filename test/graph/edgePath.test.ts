import { expect, test } from 'vitest';

import { edgePath } from '#graph/layout/edgePath.ts';

const source = { top: 0, bottom: 100 };

test('an arrow to a card on the right is a curve', () => {
  const ends = { sourceX: 280, sourceY: 50, targetX: 400, targetY: 250 };
  expect(edgePath({ ...ends, source, target: { top: 230, bottom: 330 } })).toEqual({
    d: 'M280,50 C340,50 340,250 400,250',
    labelX: 340,
    labelY: 150,
  });
});

test('an arrow back to a card below goes between the two', () => {
  const ends = { sourceX: 680, sourceY: 50, targetX: 0, targetY: 320 };
  const { d, labelY } = edgePath({ ...ends, source, target: { top: 300, bottom: 400 } });
  expect([corners(d), labelY]).toEqual([['699,50', '699,196.5', '-26,196.5', '-26,320'], 196.5]);
});

test('an arrow to its own card goes over it', () => {
  const ends = { sourceX: 280, sourceY: 86, targetX: -6, targetY: 20 };
  const { d, labelY } = edgePath({ ...ends, source, target: source });
  expect([corners(d), labelY]).toEqual([['306,86', '306,-36', '-32,-36', '-32,20'], -36]);
});

test('arrows back from two ports of a card run side by side', () => {
  const from = (sourceY: number): string => {
    const ends = { sourceX: 280, sourceY, targetX: -6, targetY: 20 };
    return corners(edgePath({ ...ends, source, target: source }).d)[1] ?? '';
  };
  expect([from(68), from(85), from(102)]).toEqual(['299,-29', '306,-36', '313,-43']);
});

/** The points at which a path of straight lines turns. */
function corners(d: string): readonly string[] {
  return [...d.matchAll(/Q(\S+)/g)].map((match) => match[1] ?? '');
}
