import { expect, test } from 'vitest';

import { moveEdit, scheduleFrames } from '#graph/edits/moveEdit.ts';
import { changesOfFrame, frameAt, withMembers } from '#graph/layout/frames.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import type { Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const at = (x: number, y: number): { position: Point } => ({ position: { x, y } });

/** `outer` holds `a` and the frame `inner`, which holds `b`; `free` and the empty `spare` lie aside. */
const document = schedule({
  functions: { f: [] },
  nodes: [
    { kind: 'service', id: 'inner', service: 'outer', starts: 'service', ...at(7, 7) },
    {
      kind: 'callLater',
      id: 'b',
      service: 'inner',
      starts: 'service',
      delay: 1,
      call: 'f',
      ...at(500, 200),
    },
    { kind: 'service', id: 'outer', label: 'All of it', ...at(9, 9) },
    {
      kind: 'callLater',
      id: 'a',
      service: 'outer',
      starts: 'service',
      delay: 1,
      call: 'f',
      ...at(100, 200),
    },
    { kind: 'callLater', id: 'free', delay: 1, call: 'f', ...at(100, 700) },
    { kind: 'service', id: 'spare', ...at(900, 600) },
  ],
});
const frames = scheduleFrames(document);

function after(moved: readonly (readonly [string, Point])[], drops: boolean): Schedule {
  const edit = moveEdit(document, new Map(moved), drops);
  if (edit === null) throw new Error('No edit.');
  const result = edited(newHistory(document), edit, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.history.schedule;
}

/** Where the nodes stand that have moved. */
function movedIn(now: Schedule): Readonly<Record<string, string>> {
  const changed = now.nodes.filter(
    ({ position }, index) => position !== document.nodes[index]?.position,
  );
  return Object.fromEntries(changed.map(({ id, position: { x, y } }) => [id, `${x},${y}`]));
}

test('a frame lies around its members and inner frames, outer ones first', () => {
  expect(
    [...frames.values()].map(({ members, folded, hidden, ...frame }) => ({
      ...frame,
      members: members.length,
      isShownWhole: !folded && !hidden,
    })),
  ).toEqual([
    {
      id: 'outer',
      depth: 0,
      header: 71,
      x: 80,
      y: 40,
      width: 740,
      height: 303,
      members: 2,
      isShownWhole: true,
    },
    {
      id: 'inner',
      depth: 1,
      header: 54,
      x: 480,
      y: 130,
      width: 320,
      height: 193,
      members: 1,
      isShownWhole: true,
    },
    {
      id: 'spare',
      depth: 0,
      header: 54,
      x: 900,
      y: 600,
      width: 320,
      height: 150,
      members: 0,
      isShownWhole: true,
    },
  ]);
});

test('frames that lie in each other in a circle are not drawn, and not followed for ever', () => {
  const nodes = document.nodes.map((node) =>
    node.id === 'outer' ? { ...node, service: 'inner' } : node,
  );
  expect([...scheduleFrames({ ...document, nodes }).keys()]).toEqual(['spare']);
});

test('the innermost frame is the one at a place', () => {
  const places = [at(600, 250), at(200, 250), at(200, 650), at(1219, 749), at(1220, 600)];
  expect(places.map(({ position }) => frameAt(frames, position)?.id ?? null)).toEqual([
    'inner',
    'outer',
    null,
    'spare',
    null,
  ]);
});

test('a frame that is moved carries all that lies in it', () => {
  const places = withMembers(frames, new Map([['outer', { x: 100, y: 50 }]]));
  expect(Object.fromEntries(places)).toEqual({
    outer: { x: 100, y: 50 },
    a: { x: 120, y: 210 },
    inner: { x: 500, y: 140 },
    b: { x: 520, y: 210 },
  });
});

test('what is moved itself is not carried a second time', () => {
  const moved = [
    ['outer', { x: 100, y: 40 }],
    ['inner', { x: 500, y: 130 }],
    ['a', { x: 120, y: 200 }],
  ] as const;
  expect(movedIn(after(moved, true))).toEqual({
    outer: '100,40',
    inner: '500,130',
    a: '120,200',
    b: '520,200',
  });
});

test('a card belongs to the innermost frame that its title is dropped in', () => {
  const drop = (id: string, x: number, y: number): string => {
    const changes = changesOfFrame(document.nodes, frames, new Map([[id, { x, y }]]));
    return [...changes].map((change) => change.join(' -> ')).join();
  };
  expect({
    'into a frame': drop('free', 150, 220),
    'into an inner frame': drop('free', 500, 250),
    'into an empty frame': drop('free', 900, 640),
    'within its frame': drop('a', 150, 220),
    'from a frame into one inside of it': drop('a', 500, 250),
    'from an inner frame into the one around it': drop('b', 100, 250),
    'out of all frames': drop('b', 100, 800),
    'beside all frames': drop('free', 150, 800),
    'a frame with its members into another': drop('outer', 880, 640),
    'a frame into its own': drop('outer', 90, 50),
  }).toEqual({
    'into a frame': 'free -> outer',
    'into an inner frame': 'free -> inner',
    'into an empty frame': 'free -> spare',
    'within its frame': '',
    'from a frame into one inside of it': 'a -> inner',
    'from an inner frame into the one around it': 'b -> outer',
    'out of all frames': 'b -> ',
    'beside all frames': '',
    'a frame with its members into another': 'outer -> spare',
    'a frame into its own': '',
  });
});

test('a drop is one step of the history: the place and the service', () => {
  const edit = moveEdit(document, new Map([['free', { x: 500, y: 250 }]]), true);
  const now = after([['free', { x: 500, y: 250 }]], true);
  const { service, starts, position } = now.nodes[4]!;
  expect([edit?.label, service, starts, position]).toEqual([
    'put free into inner',
    'inner',
    'service',
    { x: 500, y: 250 },
  ]);
});

test('arrow keys move and never change the service', () => {
  const edit = moveEdit(document, new Map([['free', { x: 500, y: 250 }]]), false);
  const now = after([['free', { x: 500, y: 250 }]], false);
  expect([edit?.label, now.nodes[4]?.service]).toEqual(['move free', undefined]);
});

test('a frame that is moved is one step of the history, called by its name', () => {
  const edit = moveEdit(document, new Map([['outer', { x: 90, y: 40 }]]), true);
  expect(edit?.label).toBe('move outer');
});

test('what is put back where it was is no edit', () => {
  expect(moveEdit(document, new Map([['free', { x: 100, y: 700 }]]), true)).toBeNull();
});
