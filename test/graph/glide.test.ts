import { expect, test } from 'vitest';

import { glideBetween, glidePlaces } from '#graph/canvas/glide.ts';
import { moveNodes } from '#schedule/nodeEdits.ts';
import type { Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const VIEW = { x: 0, y: 0, width: 1000, height: 800 };
const NOWHERE = new Map<string, never>();

function calls(count: number): Schedule {
  return schedule({
    functions: { f: [] },
    nodes: Array.from({ length: count }, (_, index) => ({
      kind: 'callLater',
      id: `n${index}`,
      position: { x: index, y: 0 },
      delay: 1,
      call: 'f',
    })),
  });
}

function movedBy(from: Schedule, x: number, ids = from.nodes.map(({ id }) => id)): Schedule {
  const places = new Map(
    from.nodes
      .filter(({ id }) => ids.includes(id))
      .map(({ id, position }) => [id, { x: position.x + x, y: position.y }]),
  );
  const result = edited(newHistory(from), moveNodes(places), 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule;
}

test('what moves far glides from where it was, and nothing else', () => {
  const before = calls(3);
  const glide = glideBetween(before, movedBy(before, 300, ['n0', 'n2']), NOWHERE, VIEW)!;
  expect(Object.fromEntries(glide)).toEqual({
    n0: { from: { x: 0, y: 0 }, to: { x: 300, y: 0 } },
    n2: { from: { x: 2, y: 0 }, to: { x: 302, y: 0 } },
  });
  expect([0, 0.5, 1].map((part) => glidePlaces(glide, part).get('n0')?.x)).toEqual([0, 262.5, 300]);
});

test('a card that is on its way goes on from where it is seen', () => {
  const before = calls(1);
  const shown = new Map([['n0', { x: 150, y: 0 }]]);
  const glide = glideBetween(before, movedBy(before, 300), shown, VIEW);
  expect(glide?.get('n0')?.from).toEqual({ x: 150, y: 0 });
});

test('a step of the keys, too many cards, what is out of view and another document do not glide', () => {
  const few = calls(3);
  const many = calls(400);
  const far = movedBy(few, 9000);
  expect([
    glideBetween(few, movedBy(few, 40), NOWHERE, VIEW),
    glideBetween(many, movedBy(many, 300), NOWHERE, VIEW),
    glideBetween(far, movedBy(far, 300), NOWHERE, VIEW),
    glideBetween(few, structuredClone(movedBy(few, 300)), NOWHERE, VIEW),
    glideBetween(few, few, NOWHERE, VIEW),
  ]).toEqual([null, null, null, null, null]);
});
