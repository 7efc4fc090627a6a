import { expect, test } from 'vitest';

import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { frameAt } from '#graph/layout/frames.ts';
import { createScheduleToFlow } from '#graph/scheduleToFlow.ts';
import { foldService } from '#schedule/foldEdit.ts';
import { foldedInto } from '#schedule/foldedInto.ts';
import type { Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const NOTHING = { nodes: [], edges: [] };

/** A service with a service in it; from outside three arrows lead in, and two come out. */
const TREE = schedule({
  functions: {
    begin: [
      { do: 'start', node: 'inner' },
      { do: 'stop', node: 'loop' },
    ],
    within: [{ do: 'stop', node: 'loop' }],
    tick: [{ do: 'stop', node: 'outside' }],
  },
  nodes: [
    { kind: 'service', id: 'outer' },
    { kind: 'service', id: 'inner', service: 'outer', starts: 'service' },
    {
      kind: 'loopingCall',
      id: 'loop',
      service: 'inner',
      starts: 'service',
      position: { x: 900, y: 900 },
      interval: 1,
      call: 'tick',
      chain: [],
    },
    {
      kind: 'callLater',
      id: 'member',
      service: 'outer',
      starts: 'service',
      delay: 9,
      call: 'tick',
    },
    { kind: 'callLater', id: 'first', position: { x: -600, y: 0 }, delay: 1, call: 'begin' },
    {
      kind: 'loopingCall',
      id: 'outside',
      position: { x: 1800, y: 0 },
      interval: 1,
      call: 'within',
      chain: [],
    },
  ],
});

function folded(document: Schedule, ...ids: readonly string[]): Schedule {
  let history = newHistory(document);
  for (const id of ids) {
    const result = edited(history, foldService(id, true), 0);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    history = result.history;
  }
  return history.schedule;
}

const drawn = (document: Schedule) => createScheduleToFlow()(document, NOTHING, new Map());

test('what is folded away is in the outermost service that is folded', () => {
  expect([...foldedInto(folded(TREE, 'inner').nodes)]).toEqual([['loop', 'inner']]);
  expect([...foldedInto(folded(TREE, 'inner', 'outer').nodes)]).toEqual([
    ['inner', 'outer'],
    ['loop', 'outer'],
    ['member', 'outer'],
  ]);
  expect(foldedInto(TREE.nodes).size).toBe(0);
});

test('a folded frame stands where it stood, small, without what lies in it', () => {
  const flow = drawn(folded(TREE, 'outer'));
  expect(flow.nodes.map(({ id }) => id)).toEqual(['outer', 'first', 'outside']);
  const [before] = drawn(TREE).nodes;
  const [frame] = flow.nodes;
  expect(frame?.position).toEqual(before?.position);
  expect(frame?.height).toBeLessThan(120);
  expect(frame?.data).toMatchObject({ members: 2, inside: ['inner', 'loop', 'member'] });
});

test('its arrows begin and end at the frame; several that begin there and end at one card are one', () => {
  const arrows = drawn(folded(TREE, 'outer')).edges.map(
    ({ source, target, sourceHandle, data }) => [source, sourceHandle, target, data?.label],
  );
  expect(arrows).toEqual([
    ['outer', 'folded', 'outside', '2 arrows'],
    ['first', 'own:0', 'outer', 'starts'],
    ['first', 'own:1', 'outer', 'stops'],
    ['outside', 'own:0', 'outer', 'stops'],
  ]);
});

test('nothing is dropped into a frame that is not seen', () => {
  const document = folded(TREE, 'outer');
  const frames = scheduleFrames(document);
  expect(frames.get('inner')).toMatchObject({ hidden: true });
  expect(frameAt(frames, { x: 950, y: 950 })).toBeNull();
  expect(frameAt(scheduleFrames(TREE), { x: 950, y: 950 })?.id).toBe('inner');
});

test('unfolding leaves the document as it was', () => {
  const result = edited(newHistory(folded(TREE, 'outer')), foldService('outer', false), 0);
  expect(result.ok && result.history.schedule).toEqual(TREE);
});
