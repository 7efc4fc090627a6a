import { produce } from 'immer';
import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import { emptySchedule, replaceSchedule } from '#schedule/documentEdits.ts';
import { removeNodes, renameNode } from '#schedule/nodeEdits.ts';
import { parseSchedule } from '#schedule/parseSchedule.ts';
import { formatProblem } from '#schedule/problem.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { scheduleText } from '#schedule/scheduleText.ts';
import type { Schedule, TimelineLanes } from '#schedule/schema.ts';
import { foldLanes, laneHeight, moveLane, setLaneHeight } from '#schedule/timelineEdits.ts';
import { exportPython } from '#export/exportPython.ts';

import { schedule } from '../support/schedules.ts';

const feed = (timeline?: TimelineLanes): Schedule => ({
  ...schedule({
    nodes: [
      { id: 'feed', kind: 'service' },
      { id: 'one', kind: 'deferred', service: 'feed', starts: 'service' },
      { id: 'two', kind: 'deferred', service: 'feed', starts: 'service' },
      { id: 'alone', kind: 'deferred' },
      { id: 'constructor', kind: 'deferred' },
    ],
  }),
  ...(timeline === undefined ? {} : { timeline }),
});

const FULL: TimelineLanes = {
  order: ['alone', 'feed', 'two', 'one'],
  folded: ['feed'],
  heights: { two: 'tall', alone: 'compact' },
};

const refusals = (timeline: unknown): readonly string[] => {
  const parsed = parseSchedule({ ...feed(), timeline });
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
};
const make = (start: Schedule, ...edits: readonly ScheduleEdit[]): Schedule =>
  edits.reduce((before, edit) => produce(before, (draft) => edit.apply(draft)), start);

test('the lanes come back from a file as they were saved, and a file without them stays so', () => {
  const back = (text: string): unknown => {
    const parsed = parseSchedule(JSON.parse(text));
    return parsed.ok ? parsed.schedule.timeline : parsed.problems;
  };
  expect(back(scheduleText(feed(FULL)))).toEqual(FULL);
  expect(back(scheduleText(feed()))).toBeUndefined();
  expect(scheduleText(feed())).not.toContain('timeline');
});

test('they change neither the program nor the Python that is written of it', () => {
  expect(compile(feed(FULL))).toEqual(compile(feed()));
  expect(exportPython(feed(FULL))).toEqual(exportPython(feed()));
});

test('what is wrong with them is named with its place and what to do', () => {
  expect(refusals({ order: ['nobody', 'one', 'one'], folded: ['one', 'gone'] })).toEqual([
    'timeline.order[0]: names the node nobody, which does not exist: name another, or remove it here',
    'timeline.order[2]: names one, which stands there before: remove it here',
    'timeline.folded[0]: must name a service, but one is a deferred: remove it here',
    'timeline.folded[1]: names the node gone, which does not exist: name another, or remove it here',
  ]);
  expect(refusals({ heights: { nobody: 'tall' } })).toEqual([
    'timeline.heights.nobody: names the node nobody, which does not exist: name another, or remove it here',
  ]);
  expect(refusals({ heights: { one: 'huge' }, colour: 'red' })).toEqual([
    'timeline.heights.one: must be "compact", "normal" or "tall", got "huge"',
    'timeline.colour: is not a key that belongs here: remove it',
  ]);
  expect(refusals([])).toEqual(['timeline: must be { "order", "folded", "heights" }, got []']);
});

test('beside a broken part they are checked too, but for what may be the broken part', () => {
  const whole = feed();
  const broken = whole.nodes.map((node) =>
    node.id === 'feed' ? { ...node, kind: 'servise' } : node,
  );
  const said = (timeline: TimelineLanes): readonly string[] => {
    const parsed = parseSchedule({ ...whole, horizon: -1, nodes: broken, timeline });
    return parsed.ok ? [] : parsed.problems.map(({ path }) => path.join('.'));
  };
  expect(said({ folded: ['feed'], order: ['nobody'] })).toEqual([
    'horizon',
    'nodes.0.kind',
    'timeline.order.0',
  ]);
});

test('a lane is moved among its siblings; the others keep their places', () => {
  const moved = make(
    feed(),
    moveLane('two', 'one', ['one', 'two']),
    moveLane('feed', null, ['feed', 'alone', 'constructor']),
  );
  expect(moved.timeline).toEqual({ order: ['two', 'one', 'alone', 'constructor', 'feed'] });
});

test('folds and heights are set and taken back, and nothing is left of what says nothing', () => {
  const set = make(feed(), foldLanes(['feed'], true), setLaneHeight('constructor', 'tall'));
  expect(set.timeline).toEqual({ folded: ['feed'], heights: { constructor: 'tall' } });
  expect(laneHeight(feed({ heights: {} }).timeline, 'constructor')).toBe('normal');
  expect(laneHeight(set.timeline, 'constructor')).toBe('tall');
  expect(make(set, foldLanes(['feed'], true), setLaneHeight('constructor', 'tall'))).toBe(set);
  const back = make(set, foldLanes(['feed'], false), setLaneHeight('constructor', 'normal'));
  expect(Object.hasOwn(back, 'timeline')).toBe(false);
});

test('a node that is renamed or deleted is so here as well', () => {
  const { timeline } = make(feed(FULL), renameNode('feed', 'supply'), renameNode('two', 'second'));
  expect(timeline).toEqual({
    order: ['alone', 'supply', 'second', 'one'],
    folded: ['supply'],
    heights: { second: 'tall', alone: 'compact' },
  });
  const rest = make(feed(FULL), removeNodes(['feed', 'alone', 'one', 'two']));
  expect(rest.timeline).toBeUndefined();
  expect(parseSchedule(rest).ok).toBe(true);
});

test('another document in the place of this one takes nothing over from it', () => {
  expect(make(feed(FULL), replaceSchedule(emptySchedule(), 'new')).timeline).toBeUndefined();
});
