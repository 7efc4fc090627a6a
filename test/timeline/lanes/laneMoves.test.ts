import { expect, test } from 'vitest';

import { arrangeLanes, type LaneEntry } from '#timeline/lanes/arrangeLanes.ts';
import { heightAt } from '#timeline/lanes/heightAt.ts';
import { laneFilter } from '#timeline/lanes/laneFilter.ts';
import { dropAt, moveBy, type LaneMove } from '#timeline/lanes/laneMoves.ts';

import { nodesOf } from './header.ts';

const NODES = nodesOf('alarm', 'feed service', 'feed/poll', 'feed/fetch', 'late', 'last');
const entriesOf = (filter = ''): readonly LaneEntry[] =>
  arrangeLanes(NODES, undefined, laneFilter(filter, NODES, new Map()));

/** The reactor at 0, alarm at 10, feed at 20, poll at 30, fetch at 40, late at 50, last at 60. */
const TOPS = [0, 10, 20, 30, 40, 50, 60, 70];
const at = (id: string): number => entriesOf().findIndex((entry) => entry.id === id);
const drop = (id: string, y: number): LaneMove | null => dropAt(entriesOf(), TOPS, at(id), y);
const move = (id: string, by: 1 | -1): LaneMove | null => moveBy(entriesOf(), TOPS, at(id), by);

test('a lane is dropped before the sibling whose upper half it is over, a service taken as a whole', () => {
  expect([drop('last', 0), drop('last', 34), drop('last', 36)]).toEqual([
    { before: 'alarm', top: 10 },
    { before: 'feed', top: 20 },
    { before: 'late', top: 50 },
  ]);
  expect(drop('alarm', 999)).toEqual({ before: null, top: 70 });
});

test('it never leaves its service', () => {
  expect([drop('fetch', -5), drop('poll', 999)]).toEqual([
    { before: 'poll', top: 30 },
    { before: null, top: 50 },
  ]);
});

test('over its own place nothing is to be done', () => {
  expect([drop('alarm', 12), drop('alarm', 34), drop('feed', 40), drop('last', 999)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(drop('reactor', 50)).toBeNull();
});

test('by a step it changes places with the sibling above or below, until there is none', () => {
  expect([move('feed', -1), move('feed', 1), move('late', 1)]).toEqual([
    { before: 'alarm', top: 10 },
    { before: 'last', top: 60 },
    { before: null, top: 70 },
  ]);
  expect([move('alarm', -1), move('fetch', 1), move('last', 1)]).toEqual([null, null, null]);
});

test('what a filter hides stays behind the last lane that is shown', () => {
  const entries = entriesOf('la');
  expect(entries.map(({ id }) => id)).toEqual([null, 'alarm', 'late', 'last']);
  const shown = entriesOf('l feed');
  expect(shown.map(({ id }) => id)).toEqual([null]);
  const few = arrangeLanes(NODES, { order: ['alarm', 'late', 'last', 'feed'] }, (index) =>
    ['alarm', 'late'].includes(NODES[index]?.id ?? ''),
  );
  expect(moveBy(few, TOPS, 1, 1)).toEqual({ before: 'last', top: 30 });
});

test('of the heights the nearest is taken, whatever the number of rows', () => {
  expect([0, 22, 30, 41, 43, 500].map((y) => heightAt(y, 1))).toEqual([
    { height: 'compact', pixels: 22 },
    { height: 'compact', pixels: 22 },
    { height: 'normal', pixels: 32 },
    { height: 'normal', pixels: 32 },
    { height: 'tall', pixels: 52 },
    { height: 'tall', pixels: 52 },
  ]);
  expect(heightAt(110, 3)).toEqual({ height: 'tall', pixels: 116 });
});
