import { expect, test } from 'vitest';

import type { TimelineLanes } from '#schedule/schema.ts';
import { arrangeLanes, type LaneEntry } from '#timeline/lanes/arrangeLanes.ts';
import { laneFilter, onlyService } from '#timeline/lanes/laneFilter.ts';

import { nodesOf } from './header.ts';

const NODES = nodesOf(
  'alarm callLater',
  'feed/poll loopingCall',
  'feed service',
  'inner/shaky loopingCall',
  'feed/inner service',
  'feed/fetch deferLater',
  'empty service',
);

/** The lanes as lines: indented, with what is folded into them. */
const lines = (entries: readonly LaneEntry[]): readonly string[] =>
  entries.map(({ id, depth, fold, inside }) => {
    const held = inside.length > 0 ? ` (${inside.map((lane) => NODES[lane - 1]?.id).join()})` : '';
    return `${'  '.repeat(depth)}${id ?? 'reactor'}${fold === 'none' ? '' : ` ${fold}`}${held}`;
  });
const arranged = (timeline?: TimelineLanes, filter = ''): readonly string[] =>
  lines(
    arrangeLanes(NODES, timeline, laneFilter(filter, NODES, new Map([['fetch', 'Gestern 昨天']]))),
  );

test('the reactor is on top, and each service stands above its members, in document order', () => {
  expect(arranged()).toEqual([
    'reactor',
    'alarm',
    'feed open',
    '  poll',
    '  inner open',
    '    shaky',
    '  fetch',
    'empty',
  ]);
});

test('an order counts among siblings; those that it leaves out come behind; strangers do nothing', () => {
  expect(arranged({ order: ['shaky', 'fetch', 'gone', 'inner', 'feed'] })).toEqual([
    'reactor',
    'feed open',
    '  fetch',
    '  inner open',
    '    shaky',
    '  poll',
    'alarm',
    'empty',
  ]);
});

test('all that lies in a folded service is in its lane', () => {
  expect(arranged({ folded: ['feed', 'inner', 'empty'] })).toEqual([
    'reactor',
    'alarm',
    'feed folded (poll,inner,shaky,fetch)',
    'empty',
  ]);
  expect(arranged({ folded: ['inner'] })).toContain('  inner folded (shaky)');
});

test('a filter shows what it names by id or label, and the services that hold it, unfolded', () => {
  const folded = { folded: ['feed', 'inner'] };
  expect(arranged(folded, 'SHAK')).toEqual(['reactor', 'feed', '  inner', '    shaky']);
  expect(arranged({}, '昨天')).toEqual(['reactor', 'feed', '  fetch']);
  expect(arranged({}, 'a r')).toEqual(['reactor', 'alarm']);
  expect(arranged({}, 'nothing like it')).toEqual(['reactor']);
});

test('a service that a filter names is shown with its members, folded as it is', () => {
  expect(arranged({}, 'inner')).toEqual(['reactor', 'feed', '  inner open', '    shaky']);
  expect(arranged({ folded: ['inner'] }, onlyService('inner'))).toEqual([
    'reactor',
    'feed',
    '  inner folded (shaky)',
  ]);
  expect(arranged({}, 'service:feed po')).toEqual(['reactor', 'feed', '  poll']);
  expect(arranged({}, 'service:poll')).toEqual(['reactor']);
});

test('lanes have the heights that are asked for', () => {
  const entries = arrangeLanes(NODES, { heights: { alarm: 'tall', poll: 'compact' } }, null);
  expect(entries.map(({ size }) => size.row)).toEqual([20, 32, 20, 18, 20, 20, 20, 20]);
});

test('services in each other a thousand deep are no trouble', () => {
  const deep = nodesOf(
    'level_0 service',
    ...Array.from({ length: 2000 }, (_, at) => `level_${at}/level_${at + 1} service`),
  );
  expect(arrangeLanes(deep, undefined, null).at(-1)).toMatchObject({
    id: 'level_2000',
    depth: 2000,
  });
  expect(arrangeLanes(deep, { folded: ['level_0'] }, null)[1]?.inside).toHaveLength(2000);
});
