import { expect, test } from 'vitest';

import { deriveEdges, type ScheduleEdge } from '#schedule/edges.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { canInsert, insertNode } from '#schedule/insertNode.ts';
import { addNode, newNodeId } from '#schedule/addNode.ts';
import { KIND_NAMES } from '#schedule/kindWords.ts';
import { retargetArrow } from '#schedule/retargetArrow.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { NodeKind, Schedule } from '#schedule/schema.ts';
import { edited, newHistory } from '#store/history.ts';

import { schedule } from '../support/schedules.ts';

const KINDS = Object.keys(KIND_NAMES) as readonly NodeKind[];

const small = schedule({
  functions: {
    check: [
      { do: 'start', node: 'fetch', when: { call: 2 } },
      { do: 'reset', node: 'later', seconds: 3 },
    ],
    wait: [{ do: 'returnDeferred', node: 'fetch', start: true }],
    done: [],
  },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 5, call: 'check' },
    { kind: 'loopingCall', id: 'beat', interval: 5, call: 'wait' },
    { kind: 'deferLater', id: 'fetch', delay: 1, starts: 'never', chain: [{ callback: 'done' }] },
    { kind: 'deferLater', id: 'save', delay: 1, starts: 'never', chain: [] },
    { kind: 'callLater', id: 'later', delay: 1, call: 'done' },
    { kind: 'deferredList', id: 'all_of', members: ['fetch'] },
  ],
});

/** What is left of a schedule after an edit. @throws Error where it is refused. */
function after(before: Schedule, ...edits: readonly ScheduleEdit[]): Schedule {
  return edits.reduce((current, edit) => {
    const result = edited(newHistory(current), edit, 0);
    if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
    return result.history.schedule;
  }, before);
}

/** The arrows as `source does target`. */
const said = (document: Schedule): readonly string[] =>
  deriveEdges(document).map(
    (edge) => `${edge.source} ${edge.by === 'step' ? edge.does : edge.field} ${edge.target}`,
  );

const arrow = (source: string, target: string): ScheduleEdge => {
  const found = deriveEdges(small).find((one) => one.source === source && one.target === target);
  if (found === undefined) throw new Error(`No arrow from ${source} to ${target}.`);
  return found;
};

test('the end of an arrow goes to another node, and its step keeps its condition', () => {
  const moved = after(small, retargetArrow(arrow('poll', 'fetch'), 'save', 'start'));
  expect(moved.functions['check']?.steps[0]).toEqual({
    do: 'start',
    node: 'save',
    when: { call: 2 },
  });
});

test('where the arrow means something else at its new end, the step is a new one', () => {
  const stopped = after(small, retargetArrow(arrow('poll', 'fetch'), 'beat', 'stop'));
  const reset = after(small, retargetArrow(arrow('poll', 'later'), 'beat', 'reset'));
  expect([stopped.functions['check']?.steps[0], reset.functions['check']?.steps[1]]).toEqual([
    { do: 'stop', node: 'beat', when: { call: 2 } },
    { do: 'reset', node: 'beat' },
  ]);
});

test('a member of a list gives way to another', () => {
  const moved = after(small, retargetArrow(arrow('all_of', 'fetch'), 'save', null));
  expect(said(moved)).toContain('all_of member save');
});

test('a node that is put between is started, and starts what was started before', () => {
  const after1 = after(
    small,
    addNode('callLater', 'pause', { x: 0, y: 0 }),
    insertNode(arrow('poll', 'fetch'), 'pause'),
  );
  const after2 = after(small, insertNode(arrow('beat', 'fetch'), 'save'));
  const after3 = after(small, insertNode(arrow('all_of', 'fetch'), 'save'));
  expect([said(after1), said(after2), said(after3)]).toEqual([
    [
      'poll start pause',
      'poll reset later',
      'beat returnDeferred fetch',
      'all_of member fetch',
      'pause start fetch',
    ],
    [
      'poll start fetch',
      'poll reset later',
      'beat returnDeferred save',
      'save returnDeferred fetch',
      'all_of member fetch',
    ],
    [
      'poll start fetch',
      'poll reset later',
      'beat returnDeferred fetch',
      'save returnDeferred fetch',
      'all_of member save',
    ],
  ]);
});

test('every kind that can be put into an arrow of an example leaves a schedule that holds', () => {
  let count = 0;
  for (const example of EXAMPLES) {
    const document = example.load();
    for (const edge of deriveEdges(document)) {
      for (const kind of KINDS.filter((one) => canInsert(edge, one))) {
        // A test clock has no threads.
        if (kind === 'deferToThread' && document.clock === 'testClock') continue;
        const id = newNodeId(document, kind);
        const result = after(
          document,
          addNode(kind, id, { x: 0, y: 0 }, 'never'),
          insertNode(edge, id),
        );
        const edges = said(result);
        expect(edges.some((one) => one.endsWith(` ${id}`))).toBe(true);
        expect(
          edges.some((one) => one.startsWith(`${id} `) && one.endsWith(` ${edge.target}`)),
        ).toBe(true);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(100);
});

test('arrows that start nothing have no between, and no resource is put between', () => {
  expect([
    canInsert(arrow('poll', 'later'), 'deferLater'),
    canInsert(arrow('beat', 'fetch'), 'callLater'),
    canInsert(arrow('poll', 'fetch'), 'semaphore'),
    canInsert(arrow('all_of', 'fetch'), 'callLater'),
    canInsert(arrow('all_of', 'fetch'), 'coroutine'),
  ]).toEqual([false, false, false, false, true]);
});
