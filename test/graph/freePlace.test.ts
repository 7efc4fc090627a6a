import { expect, test } from 'vitest';

import { freePlace, onGrid, overlaps } from '#graph/layout/freePlace.ts';

const view = { x: 0, y: 0, width: 1000, height: 600 };
const size = { width: 280, height: 160 };

test('the first card stands in the middle of the view, on the grid', () => {
  expect([freePlace([], view, size), onGrid({ x: 14.9, y: -16 })]).toEqual([
    { x: 360, y: 220 },
    { x: 10, y: -20 },
  ]);
});

test('every further card is in view and covers none of the others, as long as there is room', () => {
  const wide = { x: 0, y: 0, width: 1200, height: 700 };
  const cards: { x: number; y: number; width: number; height: number }[] = [];
  for (let count = 0; count < 4; count += 1)
    cards.push({ ...freePlace(cards, wide, size), ...size });
  const inView = cards.filter(
    ({ x, y }) => x >= 0 && y >= 0 && x + size.width <= 1200 && y + size.height <= 700,
  );
  const covered = cards.filter((card) =>
    cards.some((other) => other !== card && overlaps(card, other)),
  );
  expect([inView.length, covered.length]).toEqual([4, 0]);
});

test('where the view is full, a card goes to the right of all others', () => {
  const full = { x: -50, y: -50, width: 1100, height: 700 };
  expect(freePlace([full], view, size)).toEqual({ x: 1160, y: 220 });
});
