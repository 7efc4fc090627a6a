import { expect, test } from 'vitest';

import { boxedNodes } from '#graph/canvas/boxedNodes.ts';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';

import { schedule } from '../support/schedules.ts';

const { nodes } = createScheduleToFlow()(
  schedule({
    functions: { tick: [] },
    nodes: [
      { kind: 'service', id: 'web' },
      {
        kind: 'callLater',
        id: 'a',
        delay: 1,
        call: 'tick',
        service: 'web',
        position: { x: 100, y: 100 },
      },
      {
        kind: 'callLater',
        id: 'b',
        delay: 1,
        call: 'tick',
        service: 'web',
        position: { x: 500, y: 100 },
      },
      { kind: 'deferred', id: 'c', position: { x: 1000, y: 100 } },
    ],
  }),
  { nodes: [], edges: [] },
  new Map(),
);

test('a box selects the cards that it touches, and a frame only when all of it lies inside', () => {
  expect([
    boxedNodes(nodes, { x: 350, y: 110, width: 200, height: 20 }),
    boxedNodes(nodes, { x: 0, y: 0, width: 900, height: 800 }),
    boxedNodes(nodes, { x: 0, y: 0, width: 2000, height: 120 }),
    boxedNodes(nodes, { x: 850, y: 0, width: 50, height: 50 }),
  ]).toEqual([['a', 'b'], ['web', 'a', 'b'], ['a', 'b', 'c'], []]);
});
