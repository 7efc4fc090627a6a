import { expect, test } from 'vitest';

import {
  alignEdit,
  distributeEdit,
  type Alignment,
  type Direction,
} from '#graph/edits/alignEdits.ts';
import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { areasOf } from '#graph/layout/areasOf.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { edited, newHistory, undone } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const later = (id: string, x: number, y: number, more: object = {}) => ({
  kind: 'callLater',
  id,
  position: { x, y },
  delay: 1,
  call: 'f',
  ...more,
});

/** Three cards of 280 pixels by 103, and a frame of 320 around the one in it. */
const document = schedule({
  functions: { f: [] },
  nodes: [
    later('a', 100, 40),
    later('b', 1000, 300),
    later('c', 520, 900, { label: 'A label makes it higher' }),
    { kind: 'service', id: 'frame' },
    later('inside', 40, 500, { service: 'frame', starts: 'service' }),
  ],
});

function after(edit: ScheduleEdit | null): Schedule {
  if (edit === null) throw new Error('No edit.');
  const before = newHistory(document);
  const result = edited(before, edit, 0);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(undone(result.history).schedule).toEqual(document);
  return result.history.schedule;
}

function areas(of: Schedule): Readonly<Record<string, string>> {
  const all = areasOf(of, scheduleFrames(of));
  return Object.fromEntries(
    Array.from(all, ([id, { x, y, width, height }]) => [id, `${x},${y} ${width}x${height}`]),
  );
}

const align = (alignment: Alignment, ids = ['a', 'b', 'c']): Schedule =>
  after(alignEdit(document, ids, alignment));

test('the sizes that these tests count on', () => {
  expect(areas(document)).toEqual({
    a: '100,40 280x103',
    b: '1000,300 280x103',
    c: '520,900 280x120',
    frame: '20,430 320x193',
    inside: '40,500 280x103',
  });
});

test.each([
  ['left', { a: '100,40 280x103', b: '100,300 280x103', c: '100,900 280x120' }],
  ['centre', { a: '550,40 280x103', b: '550,300 280x103', c: '550,900 280x120' }],
  ['right', { a: '1000,40 280x103', b: '1000,300 280x103', c: '1000,900 280x120' }],
  ['top', { a: '100,40 280x103', b: '1000,40 280x103', c: '520,40 280x120' }],
  ['middle', { a: '100,479 280x103', b: '1000,479 280x103', c: '520,470 280x120' }],
  ['bottom', { a: '100,917 280x103', b: '1000,917 280x103', c: '520,900 280x120' }],
] as const)('cards are aligned %s by their true sizes, and undo brings them back', (to, places) => {
  expect(areas(align(to))).toMatchObject(places);
});

test('a frame is aligned by its edges and carries its members, one of them selected too or not', () => {
  const moved = { a: '20,40 280x103', frame: '20,430 320x193' };
  expect(areas(align('left', ['a', 'frame', 'inside']))).toMatchObject(moved);
  expect(areas(align('right', ['b', 'frame']))).toMatchObject({
    b: '1000,300 280x103',
    frame: '960,430 320x193',
    inside: '980,500 280x103',
  });
});

test('an alignment that changes nothing, or of one card, is no edit', () => {
  const aligned = align('left');
  expect([
    alignEdit(aligned, ['a', 'b', 'c'], 'left'),
    alignEdit(document, ['a'], 'left'),
    alignEdit(document, ['frame', 'inside'], 'left'),
  ]).toEqual([null, null, null]);
});

/** The gaps between areas that follow each other. */
function gaps(of: Schedule, ids: readonly string[], direction: Direction): readonly number[] {
  const all = areasOf(of, scheduleFrames(of));
  const ends = ids.map((id) => {
    const { x, y, width, height } = all.get(id)!;
    return direction === 'horizontally' ? [x, x + width] : [y, y + height];
  });
  return ends.slice(1).map(([start], index) => start! - ends[index]![1]!);
}

test('distributed cards have equal gaps, the outermost stay, frames count as one', () => {
  const across = after(distributeEdit(document, ['b', 'c', 'a'], 'horizontally'));
  expect(areas(across)).toMatchObject({
    a: '100,40 280x103',
    c: '550,900 280x120',
    b: '1000,300 280x103',
  });
  const ids = ['a', 'b', 'frame', 'c'];
  const down = after(distributeEdit(document, [...ids, 'inside'], 'vertically'));
  const found = gaps(down, ids, 'vertically');
  expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(1);
  expect(areas(down)).toMatchObject({ a: '100,40 280x103', c: '520,900 280x120' });
  expect(distributeEdit(down, [...ids, 'inside'], 'vertically')).toBeNull();
});

test('two cards have nothing to distribute', () => {
  expect(distributeEdit(document, ['a', 'b'], 'horizontally')).toBeNull();
});

test('each alignment is a step of its own, and says what it did', () => {
  const first = alignEdit(document, ['a', 'b'], 'left')!;
  const second = alignEdit(align('left', ['a', 'b']), ['a', 'b'], 'top')!;
  let history = newHistory(document);
  for (const edit of [first, second]) {
    const result = edited(history, edit, 0);
    if (result.ok) history = result.history;
  }
  expect(history.past.map(({ label }) => label)).toEqual([
    'align 2 nodes left',
    'align 2 nodes top',
  ]);
});
